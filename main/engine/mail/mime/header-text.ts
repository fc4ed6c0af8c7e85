import libmime from 'libmime';
import { guessText } from './guess-text.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: ESC is what announces ISO-2022-JP.
const undeclared = /[\x80-\xff]|\x1b\$/;

const quotedWord = /=\?[^?\s]+\?[qQ]\?[^?]*\?=/g;

/** Bytes that a mailer forgot to encode are in the charset of the word that they stand in. */
function escapeBytes(word: string): string {
  return word.replace(
    /[\x80-\xff]/g,
    (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * The text of an unstructured header, from its bytes one a character: encoded-words (RFC 2047), raw
 * UTF-8 or a raw Japanese charset, whichever it is.
 */
export function decodeHeaderText(latin1: string): string {
  const escaped = latin1.replace(quotedWord, escapeBytes);
  const text = undeclared.test(escaped) ? guessText(Buffer.from(escaped, 'latin1')) : escaped;
  return text.includes('=?') ? libmime.decodeWords(text) : text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const controls = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g;
const blanks = /\s+/g;

/** One line, without control characters. */
export function foldHeaderText(text: string): string {
  return text.replace(controls, '').replace(blanks, ' ').trim();
}
