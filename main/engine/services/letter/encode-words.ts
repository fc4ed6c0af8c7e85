import type { Charset } from '../../../../shared/model/section-settings.ts';
import { misfitsOf, toIso2022Jp } from './iso-2022-jp.ts';

/** RFC 2047 2: characters that an encoded word may have, its marks counted. */
const longestWord = 75;

/**
 * A header's text as it may stand there: as it is where that is plain, else in encoded words, none of
 * which cuts a sign in two. What does not fit into the charset is sent as UTF-8.
 */
export function encodeWords(text: string, charset: Charset): string {
  return isPlain(text) ? text : encoded(text, charset);
}

/** A name before an address (RFC 5322 3.2.5, RFC 2047 5.3). */
export function encodePhrase(name: string, charset: Charset): string {
  if (!isPlain(name)) return encoded(name, charset);
  return /^[\w ]*$/.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`;
}

/** Nothing that needs encoding, or looks as if it were; and nothing that cannot be folded. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text) && !/=\?| {2}|[^ ]{200}/.test(text);
}

function encoded(text: string, wanted: Charset): string {
  const isJapanese = wanted === 'iso-2022-jp' && misfitsOf(text).length === 0;
  const bytesOf = (part: string) => (isJapanese ? toIso2022Jp(part) : Buffer.from(part));
  const start = `=?${isJapanese ? 'ISO-2022-JP' : 'UTF-8'}?B?`;
  const wordOf = (part: string) => `${start}${bytesOf(part).toString('base64')}?=`;
  const words: string[] = [];
  let part = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    // A sign of many parts may be longer than a word by itself.
    for (const piece of wordOf(segment).length > longestWord ? segment : [segment]) {
      if (part !== '' && wordOf(part + piece).length > longestWord) {
        words.push(wordOf(part));
        part = '';
      }
      part += piece;
    }
  }
  return [...words, wordOf(part)].join(' ');
}
