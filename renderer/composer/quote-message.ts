import { trimHistory } from './trim-history.ts';

/** The text that a reply starts with: room to write, then the message that it answers. */
export function quoteMessage(text: string, attribution: string): string {
  const quoted = trimHistory(text);
  if (quoted === '') return '';
  return `\n\n${attribution}\n${prefixed(quoted)}\n`;
}

/** RFC 3676 4.5: quote marks stand together, with one blank before the words only. */
function prefixed(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' || line.startsWith('>') ? `>${line}` : `> ${line}`))
    .join('\n');
}

/** Whether nothing was written yet besides the quote that was there from the start. */
export function isUnwritten(text: string, initial: string): boolean {
  return text.trim() === '' || text.trim() === initial.trim();
}

/** The text with another quote in place of the one that stands in it; '' takes it out. */
export function swapQuote(text: string, quote: string, next: string): string {
  const old = quote.trim();
  if (old === '' || !text.includes(old)) return text;
  const swapped = text.replace(old, () => next.trim());
  return next.trim() === '' ? swapped.trimEnd() : swapped;
}

/** A discarded text before what was typed since, with the quote that both may hold once. */
export function putBefore(thrown: string, typed: string, quote: string): string {
  const isQuotedBelow = quote.trim() !== '' && typed.includes(quote.trim());
  const own = (isQuotedBelow ? swapQuote(thrown, quote, '') : thrown).trimEnd();
  if (typed.trim() === '') return thrown;
  // What was typed may be no more than the quote with its room to write above.
  return own === '' ? typed : `${own}\n\n${typed.replace(/^\n+/, '')}`;
}
