import { signsOf } from '../../../shared/html-words.ts';

const cellEnd = /^<(?:\/t[dh]|dd)\b/i;
const lineEnd = /^<(?:br|dt|\/(?:tr|dd|p|div|li|h[1-6]|table))\b/i;
const unseen = /^<(style|script|head|title)\b/i;
const sign = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/gi;

/** A form mail is no longer than this; the rest of a page is not looked at. Characters. */
const longest = 300_000;

/**
 * The words of an HTML form mail with a tab between the cells of a row, where the label and what
 * stands there are: text that is made for reading has them run into each other.
 */
export function htmlFormText(html: string): string {
  return wordsOf(html.slice(0, longest))
    .replace(/[ \u00a0]+/g, ' ')
    .replace(/ *\t[ \t]*/g, '\t')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .trim();
}

/** By hand, in one pass: on a page that is made for it a regular expression would take minutes. */
function wordsOf(html: string): string {
  const lower = html.toLowerCase();
  const words: string[] = [];
  let at = 0;
  while (at < html.length) {
    const start = html.indexOf('<', at);
    words.push(decode(html.slice(at, start === -1 ? undefined : start)));
    if (start === -1) break;
    if (!/[a-z/!?]/i.test(html[start + 1] ?? '')) {
      words.push('<');
      at = start + 1;
      continue;
    }
    const [ending, length] = html.startsWith('<!--', start) ? ['-->', 3] : ['>', 1];
    const end = html.indexOf(ending, start);
    if (end === -1) break;
    const tag = html.slice(start, Math.min(end + 1, start + 20));
    words.push(cellEnd.test(tag) ? '\t' : lineEnd.test(tag) ? '\n' : '');
    at = end + length;
    const hidden = unseen.exec(tag)?.[1]?.toLowerCase();
    if (hidden === undefined) continue;
    at = lower.indexOf(`</${hidden}`, at);
    if (at === -1) break;
  }
  return words.join('');
}

/** A line break in the source of a page is a blank to who reads it. */
function decode(words: string): string {
  return words.replace(/\s+/g, ' ').replace(sign, (one) => signsOf(one)[0]?.text ?? one);
}
