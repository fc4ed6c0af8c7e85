import { piecesOfHtml, signsOf } from '../../../shared/html-words.ts';

const cellEnd = /^<(?:\/t[dh]|dd)\b/i;
const lineEnd = /^<(?:br|dt|\/(?:tr|dd|p|div|li|h[1-6]|table))\b/i;
const unseen = /<(style|script|head|title)\b[\s\S]*?<\/\1\s*>/gi;

/**
 * The words of an HTML form mail with a tab between the cells of a row, where the label and what
 * stands there are: text that is made for reading has them run into each other.
 */
export function htmlFormText(html: string): string {
  return piecesOfHtml(html.replace(unseen, ''))
    .map(({ html: piece, isTag }) => {
      if (!isTag) return decode(piece);
      if (cellEnd.test(piece)) return '\t';
      return lineEnd.test(piece) ? '\n' : '';
    })
    .join('')
    .replace(/[ \u00a0]+/g, ' ')
    .replace(/ *\t[ \t]*/g, '\t')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .trim();
}

/** A line break in the source of a page is a blank to who reads it. */
function decode(words: string): string {
  return signsOf(words.replace(/\s+/g, ' '))
    .map(({ text }) => text)
    .join('');
}
