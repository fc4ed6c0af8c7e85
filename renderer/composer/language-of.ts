import type { Locale } from '../../shared/model/preferences.ts';

/** Characters of each text: who writes Japanese has done so by then, and a letter may be of megabytes. */
const sample = 10_000;

/**
 * The language to answer these texts in. Kana are in no other language. A text that has Chinese
 * characters without them is a Japanese name or a short subject far more often than it is Chinese,
 * and a Japanese reader with an English answer is the worse mistake; beside Hangul they are Korean.
 */
export function languageOf(...texts: readonly string[]): Locale {
  const text = texts.map((whole) => whole.slice(0, sample)).join(' ');
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)) return 'ja';
  return /\p{sc=Han}/u.test(text) && !/\p{sc=Hangul}/u.test(text) ? 'ja' : 'en';
}
