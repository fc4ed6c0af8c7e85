import { type RefObject, useMemo, useState } from 'react';
import { unfilledIn, unfilledPlaces } from '../../shared/canned-text.ts';
import type { LetterContent } from '../../shared/model/letter-content.ts';
import { removeText, selectText } from './reply-text.ts';

export type Unfilled = {
  /** What looks like an open place of a canned reply, as it stands in the letter. */
  readonly open: readonly string[];
  /** What looks so too, and staff say is meant as written. */
  readonly asWritten: readonly string[];
  /** Selects the first, to be written over. */
  readonly show: () => void;
  readonly remove: () => void;
  readonly allow: () => void;
  /** The next letter has nothing allowed. */
  readonly reset: () => void;
};

/** The open places of a letter, which stop it until they are filled, removed or said to be meant. */
export function useUnfilled(
  { text, html }: LetterContent,
  field: RefObject<HTMLTextAreaElement | null>,
): Unfilled {
  const [asWritten, setAsWritten] = useState<readonly string[]>([]);
  const found = useMemo(() => unfilledIn({ text, html }), [text, html]);
  const open = found.filter((words) => !asWritten.includes(words));
  const places = () => unfilledPlaces(text).filter(({ words }) => open.includes(words));
  return {
    open,
    asWritten,
    show() {
      const first = places()[0];
      if (first !== undefined) selectText(field.current, first.at, first.words.length);
    },
    remove() {
      // From the end, so that the places before stay where they are.
      for (const { at, words } of places().reverse()) removeText(field.current, at, words.length);
    },
    allow: () => setAsWritten(found),
    reset: () => setAsWritten([]),
  };
}
