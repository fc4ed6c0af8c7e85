import { type RefObject, useMemo, useState } from 'react';
import { unfilledIn } from '../../shared/canned-text.ts';
import type { LetterContent } from '../../shared/model/letter-content.ts';
import type { EditorHandle } from './editor-handle.ts';

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
  editor: RefObject<EditorHandle | null>,
): Unfilled {
  const [asWritten, setAsWritten] = useState<readonly string[]>([]);
  const found = useMemo(() => unfilledIn({ text, html }), [text, html]);
  const open = found.filter((words) => !asWritten.includes(words));
  return {
    open,
    asWritten,
    show() {
      if (open[0] !== undefined) editor.current?.selectText(open[0]);
    },
    remove() {
      for (const words of open) editor.current?.removeOwn(words);
    },
    allow: () => setAsWritten(found),
    reset: () => setAsWritten([]),
  };
}
