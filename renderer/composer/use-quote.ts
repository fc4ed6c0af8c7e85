import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trimHistory } from '../../shared/letter/trim-history.ts';
import type { LetterContent } from '../../shared/model/letter-content.ts';
import type { Participant } from '../../shared/model/participant.ts';
import { useFormat } from '../i18n/use-format.ts';
import { forwardMessage } from './forward-message.ts';
import {
  appendLines,
  dropQuotes,
  hasLines,
  swapLines,
  toRich,
  type Words,
} from './letter-format.ts';
import { isUnwritten, quoteMessage } from './quote-message.ts';
import type { ReplyComposerProps } from './reply-composer-props.ts';
import { findSignature, type Signatures } from './signature.ts';
import type { Written } from './undo-history.ts';
import type { DraftHandle } from './use-draft.ts';

/**
 * Characters: a longer quote does not stand in the text, where it would be drawn and stored at each
 * key. The engine puts it below on sending.
 */
const longestInText = 20_000;

export type Quote = {
  /** '' until the message is known, when it has nothing to quote, and when that is long. */
  readonly text: string;
  /** What introduces a quote that is not in the text; null where there is none. */
  readonly folded: string | null;
  /** Whether there is anything to quote. */
  readonly isThere: boolean;
  readonly isIncluded: boolean;
  /** The letter has all that it was to begin with. */
  readonly isSettled: boolean;
  readonly toggle: () => void;
  /**
   * The letter without it, and for another reader without anything that was quoted: an edit elsewhere
   * may have wrapped it anew. The very same where there is nothing of it.
   */
  readonly without: (written: Written, isSameReader: boolean) => Written;
  /** The next reply starts with the quote again. */
  readonly reset: () => void;
  /** The text has come with the quote that it was to have. */
  readonly markOffered: () => void;
};

type Opening = { readonly text: string; readonly folded: string | null };

const none: Opening = { text: '', folded: null };

/**
 * The quoted message below the reply, and the signature above it: there from the start. The quote is
 * taken out or put back on request. `signature` is null until it is known, and '' for none.
 */
export function useQuote(
  { kind, subject }: Pick<ReplyComposerProps, 'kind' | 'subject'>,
  quoted: ReplyComposerProps['quoted'],
  signature: string | null,
  signatures: Signatures,
  draft: Pick<DraftHandle, 'content' | 'state' | 'write' | 'prefill'>,
  { isOpen, isComposing }: { readonly isOpen: boolean; readonly isComposing: boolean },
): Quote {
  const { t } = useTranslation('composer');
  const format = useFormat();
  const [opening, setOpening] = useState(none);
  // State, not a ref: an effect of an earlier rendering must not see the reset of a later one.
  const [isOffered, setOffered] = useState(draft.content.text !== '');
  const latest = useRef(draft);
  latest.current = draft;
  // A text that is there before the composer opens came from elsewhere, and not without its quote.
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen !== wasOpen) {
    setWasOpen(isOpen);
    if (isOpen && draft.content.text !== '') setOffered(true);
  }
  const wanted = useMemo(() => {
    // What an input method works on must not change under it: the quote waits for its end.
    if (!isOpen || isComposing || quoted === null) return null;
    const { name, address } = quoted.from;
    const date = format.dateTime(quoted.date);
    const attribution = t('attribution', { date, name: name || address });
    if (kind === 'forward' && quoted.text.length <= longestInText) {
      const head = [
        t('forwarded.begin'),
        t('forwarded.from', { value: mailbox(quoted.from) }),
        t('forwarded.date', { value: date }),
        t('forwarded.subject', { value: subject }),
        t('forwarded.to', { value: quoted.to.map(mailbox).join(', ') }),
      ];
      return { text: forwardMessage(quoted.text, head), folded: null };
    }
    const own = quoted.text.length > longestInText ? trimHistory(quoted.text) : quoted.text;
    return own.length > longestInText
      ? { text: '', folded: attribution }
      : { text: quoteMessage(own, attribution), folded: null };
  }, [isOpen, isComposing, quoted, t, format, kind, subject]);

  // As the composer opens, where nothing is to be waited for: it is drawn once and not twice.
  const isNew = !isOffered && opening !== wanted && draft.state.kind === 'untouched';
  if (isNew && wanted !== null && quoted !== null && signature !== null) {
    setOpening(wanted);
    const start = startOf(draft.content, wanted, { signature, signatures, isRich: quoted.isRich });
    if (start !== null) {
      setOffered(true);
      draft.prefill(start);
    }
  }

  // Worded once for each reply: the text already written must be found again to take it out. Before a
  // next key: what was typed after the drawing and before a later effect would be written over.
  useLayoutEffect(() => {
    if (wanted === null || quoted === null || signature === null) return;
    if (isOffered && opening === wanted) return;
    setOpening(wanted);
    const { content, state, prefill, write } = latest.current;
    const isUntouched = state.kind === 'untouched';
    if (isOffered) {
      // Another message is answered now: what the last one said is not for its writer's eyes.
      const swapped = swapOpening(content, opening, wanted);
      if (isUntouched) prefill(swapped);
      else if (swapped.text !== content.text || swapped.quote !== content.quote) write(swapped);
      return;
    }
    const isRich = quoted.isRich && isUntouched;
    const offered = startOf(content, wanted, { signature, signatures, isRich });
    if (offered === null) return;
    setOffered(true);
    // Something may have been typed while the message was read: the quote goes below it.
    if (isUntouched) prefill(offered);
    else write(offered);
  }, [isOffered, wanted, quoted, signature, signatures, opening]);

  const { content } = draft;
  const isIncluded = content.quote !== null || hasLines(content, opening.text);
  return {
    text: opening.text,
    folded: opening.folded,
    isThere: opening.folded !== null || opening.text !== '',
    isIncluded,
    isSettled: isOffered || (wanted !== null && opening === wanted),
    toggle: () => {
      const isBare = draft.state.kind === 'untouched' && isUnwritten(content.text, opening.text);
      const bare = swapOpening(content, opening, none);
      const next = isIncluded ? bare : withOpening(content, opening);
      if (isBare) draft.prefill(next);
      else draft.write(next);
    },
    without: (written, isSameReader) => {
      const bare = swapOpening(written, opening, none);
      const said = [opening.folded ?? '', opening.text, quoted?.text ?? ''].join('\n');
      return isSameReader ? bare : dropQuotes(bare, said);
    },
    reset: () => {
      // Forgotten, so that its next coming is seen as one: the caret goes above it.
      setOpening(none);
      setOffered(false);
    },
    markOffered: () => setOffered(true),
  };
}

type Beginning = {
  readonly signature: string;
  readonly signatures: Signatures;
  readonly isRich: boolean;
};

/** What the letter starts with below what is there; null where that is nothing. */
function startOf(
  content: LetterContent,
  { text, folded }: Opening,
  { signature, signatures, isRich }: Beginning,
): Written | null {
  const hasSigned = findSignature(content.text, '', signatures) !== '';
  const signed = hasSigned || signature === '' ? '' : `\n\n${signature}`;
  if (signed === '' && text === '' && folded === null) return null;
  const words: Words = isRich && content.text === '' ? toRich(content) : content;
  return { ...appendLines(words, signed + text), quote: folded };
}

/** The letter with another quote in the place of the one that it has, wherever that stands. */
function swapOpening(written: Written, from: Opening, to: Opening): Written {
  const { quote } = written;
  if (quote === null && !hasLines(written, from.text)) return written;
  if (to.folded !== null) return { ...swapLines(written, from.text, ''), quote: to.folded };
  if (quote === null) return { ...swapLines(written, from.text, to.text), quote };
  return { ...(to.text === '' ? written : appendLines(written, to.text)), quote: null };
}

function withOpening(written: Written, { text, folded }: Opening): Written {
  if (folded !== null) return { ...written, quote: folded };
  const { html } = written;
  const words = html === null ? { text: written.text.trimEnd(), html } : written;
  return { ...appendLines(words, text), quote: null };
}

function mailbox({ name, address }: Participant): string {
  return name === '' ? address : `${name} <${address}>`;
}
