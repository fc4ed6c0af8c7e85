import { quoteText } from '../../shared/letter/quote-text.ts';

/** The text that a reply starts with: room to write, then the message that it answers. */
export function quoteMessage(text: string, attribution: string): string {
  const quoted = quoteText(text, attribution);
  return quoted === '' ? '' : `\n\n${quoted}\n`;
}

/** Whether nothing was written yet besides the quote and the signature that were there from the start. */
export function isUnwritten(text: string, initial: string, signature = ''): boolean {
  const own = signature === '' ? text : text.replace(signature, '');
  return own.trim() === '' || own.trim() === initial.trim();
}

/** The text with another quote in place of the one that stands in it; '' takes it out. */
export function swapQuote(text: string, quote: string, next: string): string {
  const old = quote.trim();
  if (old === '' || !text.includes(old)) return text;
  const swapped = text.replace(old, () => next.trim());
  return next.trim() === '' ? swapped.trimEnd() : swapped;
}

/** A discarded text before what was typed since, with the quote and the signature that both may hold once. */
export function putBefore(thrown: string, typed: string, quote: string, signature = ''): string {
  const isQuotedBelow = quote.trim() !== '' && typed.includes(quote.trim());
  const bare = isQuotedBelow ? swapQuote(thrown, quote, '') : thrown;
  const own = (
    signature !== '' && typed.includes(signature) ? swapQuote(bare, signature, '') : bare
  ).trimEnd();
  if (typed.trim() === '') return thrown;
  // What was typed may be no more than the quote with its room to write above.
  return own === '' ? typed : `${own}\n\n${typed.replace(/^\n+/, '')}`;
}
