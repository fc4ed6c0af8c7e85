import { escapeHtml } from '../../../../shared/escape-html.ts';
import type { LetterContent } from '../../../../shared/model/letter-content.ts';
import { sameAddress } from '../../../../shared/model/participant.ts';

/**
 * One letter above another, to everybody whom either went to: what staff typed is never dropped. A
 * message is quoted below only where both answer that one.
 */
export function joinLetters(
  first: LetterContent,
  second: LetterContent,
  isSameMessage: boolean,
): LetterContent {
  const isRich = first.html !== null || second.html !== null;
  return {
    text: `${first.text}\n\n${second.text}`,
    html: isRich ? htmlOf(first) + htmlOf(second) : null,
    cc: joinAddresses(first.cc, second.cc),
    bcc: joinAddresses(first.bcc, second.bcc),
    quote: isSameMessage ? (first.quote ?? second.quote) : null,
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
