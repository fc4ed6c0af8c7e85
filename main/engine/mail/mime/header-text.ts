import { decodeCharset } from './decode-charset.ts';
import { decodeQuotedPrintable } from './decode-transfer.ts';

// RFC 2047 2; the blanks inside of the text are not allowed, but are seen.
const encodedWord = /=\?([^?\s]{1,60})\?([bqBQ])\?([^?]*)\?=/g;

type Word = { readonly charset: string; readonly bytes: Buffer };

/**
 * The text of an unstructured header, from its bytes one a character: encoded-words, raw UTF-8 or
 * raw ISO-2022-JP, whichever it is.
 */
export function decodeHeaderText(latin1: string): string {
  if (!latin1.includes('=?')) return decodeRaw(latin1);
  let text = '';
  let at = 0;
  let run: Word[] = [];
  for (const match of latin1.matchAll(encodedWord)) {
    const between = latin1.slice(at, match.index);
    // RFC 2047 6.2: blanks between two encoded-words are not part of the text.
    if (run.length === 0 || between.trim() !== '') {
      text += joinWords(run) + decodeRaw(between);
      run = [];
    }
    run.push(readWord(match[1] ?? '', match[2] ?? '', match[3] ?? ''));
    at = match.index + match[0].length;
  }
  return text + joinWords(run) + decodeRaw(latin1.slice(at));
}

function readWord(charsetAndLanguage: string, encoding: string, content: string): Word {
  // RFC 2231 5: the charset may be followed by `*` and a language.
  const charset = (charsetAndLanguage.split('*')[0] ?? '').toLowerCase();
  const bytes =
    encoding === 'b' || encoding === 'B'
      ? Buffer.from(content, 'base64')
      : decodeQuotedPrintable(Buffer.from(content.replaceAll('_', ' '), 'latin1'));
  return { charset, bytes };
}

/** Mailers cut a character in two at the end of an encoded-word: decode neighbours as one. */
function joinWords(words: readonly Word[]): string {
  let text = '';
  let index = 0;
  while (index < words.length) {
    const first = words[index];
    if (first === undefined) break;
    const same: Buffer[] = [];
    while (index < words.length && words[index]?.charset === first.charset) {
      same.push(words[index]?.bytes ?? Buffer.alloc(0));
      index++;
    }
    text += decodeCharset(
      same.length === 1 ? first.bytes : Buffer.concat(same),
      first.charset,
    ).text;
  }
  return text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: ESC is what announces ISO-2022-JP.
const needsDecoding = /[\x80-\xff]|\x1b\$/;

function decodeRaw(latin1: string): string {
  if (!needsDecoding.test(latin1)) return latin1;
  return decodeCharset(Buffer.from(latin1, 'latin1'), null).text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const controls = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g;
const blanks = /\s+/g;

/** One line, without control characters. */
export function foldHeaderText(text: string): string {
  return text.replace(controls, '').replace(blanks, ' ').trim();
}
