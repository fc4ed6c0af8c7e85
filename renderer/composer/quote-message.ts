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
