import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../shared/model/participant.ts';
import { useFormat } from '../i18n/use-format.ts';
import { forwardMessage } from './forward-message.ts';
import { isUnwritten, quoteMessage, swapQuote } from './quote-message.ts';
import type { ReplyComposerProps } from './reply-composer-props.ts';
import type { DraftHandle } from './use-draft.ts';

export type Quote = {
  /** '' until the message is known, and when it has nothing to quote. */
  readonly text: string;
  readonly isIncluded: boolean;
  readonly toggle: () => void;
  /** The next reply starts with the quote again. */
  readonly reset: () => void;
  /** The text has come with the quote that it was to have. */
  readonly markOffered: () => void;
};

type DraftText = Pick<DraftHandle, 'text' | 'state' | 'write' | 'prefill'>;

/** The quoted message below the reply: there from the start, and taken out or put back on request. */
export function useQuote(
  { kind, subject }: Pick<ReplyComposerProps, 'kind' | 'subject'>,
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
  // A text that is there before the composer opens came from elsewhere, and not without its quote.
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen !== wasOpen) {
    setWasOpen(isOpen);
    if (isOpen && draft.text !== '') setOffered(true);
  }

  // Worded once for each reply: the text already written must be found again to take it out. Before a
  // next key: what was typed after the drawing and before a later effect would be written over.
  useLayoutEffect(() => {
    if (!isOpen || quoted === null) return;
    const { name, address } = quoted.from;
    const date = format.dateTime(quoted.date);
    const quote =
      kind === 'reply'
        ? quoteMessage(quoted.text, t('attribution', { date, name: name || address }))
        : forwardMessage(quoted.text, [
            t('forwarded.begin'),
            t('forwarded.from', { value: mailbox(quoted.from) }),
            t('forwarded.date', { value: date }),
            t('forwarded.subject', { value: subject }),
            t('forwarded.to', { value: quoted.to.map(mailbox).join(', ') }),
          ]);
    setText(quote);
    const { text: typed, state, prefill, write } = latest.current;
    if (isOffered) {
      // Another message is answered now: what the last one said is not for its writer's eyes.
      const swapped = swapQuote(typed, text, quote);
      if (swapped === typed) return;
      if (state.kind === 'untouched') prefill(swapped);
      else write(swapped);
      return;
    }
    if (quote === '') return;
    setOffered(true);
    // Something may have been typed while the message was read: the quote goes below it.
    if (typed === '') prefill(quote);
    else write(typed + quote);
  }, [isOpen, isOffered, quoted, text, t, format, kind, subject]);

  const trimmed = text.trim();
  const isIncluded = trimmed !== '' && draft.text.includes(trimmed);
  return {
    text,
    isIncluded,
    toggle: () => {
      const isBare = isUnwritten(draft.text, text);
      const next = isIncluded ? swapQuote(draft.text, text, '') : `${draft.text.trimEnd()}${text}`;
      if (isBare) draft.prefill(next);
      else draft.write(next);
    },
    reset: () => {
      // Forgotten, so that its next coming is seen as one: the caret goes above it.
      setText('');
      setOffered(false);
    },
    markOffered: () => setOffered(true),
  };
}

function mailbox({ name, address }: Participant): string {
  return name === '' ? address : `${name} <${address}>`;
}
