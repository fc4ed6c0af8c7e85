import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import type { DraftState } from './draft-keeper.ts';
import { isUnwritten, quoteMessage } from './quote-message.ts';
import type { ReplyComposerProps } from './reply-composer-props.ts';

export type Quote = {
  /** '' until the message is known, and when it has nothing to quote. */
  readonly text: string;
  readonly isIncluded: boolean;
  readonly toggle: () => void;
  /** The next reply starts with the quote again. */
  readonly reset: () => void;
};

type DraftText = {
  readonly text: string;
  readonly state: DraftState;
  readonly write: (text: string) => void;
  readonly prefill: (text: string) => void;
};

/** The quoted message below the reply: there from the start, and taken out or put back on request. */
export function useQuote(
  quoted: ReplyComposerProps['quoted'],
  draft: DraftText,
  isOpen: boolean,
): Quote {
  const { t } = useTranslation('composer');
  const format = useFormat();
  const [text, setText] = useState('');
  // State, not a ref: an effect of an earlier rendering must not see the reset of a later one.
  const [isOffered, setOffered] = useState(draft.text !== '');
  const latest = useRef(draft);
  latest.current = draft;

  // Worded once for each reply: the text already written must be found again to take it out.
  useEffect(() => {
    if (!isOpen || quoted === null) return;
    const { name, address } = quoted.from;
    const attribution = t('attribution', {
      date: format.dateTime(quoted.date),
      name: name || address,
    });
    const quote = quoteMessage(quoted.text, attribution);
    setText(quote);
    if (isOffered || quote === '') return;
    setOffered(true);
    // Something may have been typed while the message was read: the quote goes below it.
    if (latest.current.text === '') latest.current.prefill(quote);
    else latest.current.write(latest.current.text + quote);
  }, [isOpen, isOffered, quoted, t, format]);

  const trimmed = text.trim();
  const isIncluded = trimmed !== '' && draft.text.includes(trimmed);
  return {
    text,
    isIncluded,
    toggle: () => {
      const isBare = isUnwritten(draft.text, text);
      const next = isIncluded
        ? draft.text.replace(trimmed, () => '').trimEnd()
        : `${draft.text.trimEnd()}${text}`;
      if (isBare) draft.prefill(next);
      else draft.write(next);
    },
    reset: () => setOffered(false),
  };
}
