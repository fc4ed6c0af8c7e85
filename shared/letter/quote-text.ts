import { trimHistory } from './trim-history.ts';

/** The part of a message worth quoting, below the line that introduces it; '' for none. */
export function quoteText(text: string, attribution: string): string {
  const quoted = trimHistory(text);
  return quoted === '' ? '' : `${attribution}\n${quoteLines(quoted)}`;
}

/** RFC 3676 4.5: quote marks stand together, with one blank before the words only. */
export function quoteLines(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' || line.startsWith('>') ? `>${line}` : `> ${line}`))
    .join('\n');
}
