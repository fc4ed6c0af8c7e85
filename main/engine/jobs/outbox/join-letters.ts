import { escapeHtml } from '../../../../shared/escape-html.ts';
import type { Draft } from '../../../../shared/model/draft.ts';
import type { LetterContent } from '../../../../shared/model/letter-content.ts';
import { sameAddress } from '../../../../shared/model/participant.ts';

/** What staff wrote, and the message that it answers; null when that is not known, or gone. */
type Answer = LetterContent & Pick<Draft, 'messageId'>;

/**
 * One letter above another, to everybody whom either went to: what staff typed is never dropped. Two
 * texts that answer two messages answer neither alone, and quote none below.
 */
export function joinLetters(first: Answer, second: Answer): Answer {
  const isSame = first.messageId === second.messageId;
  const isRich = first.html !== null || second.html !== null;
  return {
    text: `${first.text}\n\n${second.text}`,
    html: isRich ? htmlOf(first) + htmlOf(second) : null,
    cc: joinAddresses(first.cc, second.cc),
    bcc: joinAddresses(first.bcc, second.bcc),
    quote: isSame ? (first.quote ?? second.quote) : null,
    messageId: isSame ? first.messageId : null,
  };
}

function htmlOf({ html, text }: LetterContent): string {
  if (html !== null) return html;
  return `<p>${escapeHtml(text).replace(/\r?\n/g, '<br>')}</p>`;
}

function joinAddresses(first: readonly string[], second: readonly string[]): string[] {
  const added = second.filter((address) => !first.some((known) => sameAddress(known, address)));
  return [...first, ...added];
}
