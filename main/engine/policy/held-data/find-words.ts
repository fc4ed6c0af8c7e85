import { foldName } from '../fold-name.ts';

/** Where something stands in a text, in UTF-16 units; `end` is the first that is not of it. */
export type Range = { readonly start: number; readonly end: number };

export type FoldedText = {
  readonly text: string;
  /** Folded as names are, without blanks: 森 美香 and 森美香 are one. */
  readonly folded: string;
  /** Of each unit of `folded`, where what it comes from stands in the text. */
  readonly origins: readonly Range[];
};

// A half-width mark belongs to the kana before it: ｶﾞ is one sign.
const signs = new Intl.Segmenter('ja', { granularity: 'grapheme' });
const latin = /[\p{sc=Latin}\p{Nd}]/u;

export function foldWords(text: string): FoldedText {
  let folded = '';
  const origins: Range[] = [];
  for (const { segment, index } of signs.segment(text)) {
    const sign = squeeze(segment);
    folded += sign;
    const origin = { start: index, end: index + segment.length };
    for (let unit = 0; unit < sign.length; unit += 1) origins.push(origin);
  }
  return { text, folded, origins };
}

/** Words as they are looked for. */
export function squeeze(words: string): string {
  return foldName(words).replace(/[\s\u3000・･,、]+/gu, '');
}

/** Where these words stand, in any width, kana, form of their kanji and spacing. Not within a longer Latin word. */
export function findWords({ text, folded, origins }: FoldedText, words: string): readonly Range[] {
  const wanted = squeeze(words);
  if (wanted === '') return [];
  const found: Range[] = [];
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + 1)) {
    const start = origins[at]?.start ?? 0;
    const end = origins[at + wanted.length - 1]?.end ?? start;
    if (!isCut(text, start) && !isCut(text, end)) found.push({ start, end });
  }
  return found;
}

/** Whether a place is within a word of letters that are written without blanks only inside a word. */
function isCut(text: string, at: number): boolean {
  return latin.test(text.charAt(at - 1)) && latin.test(text.charAt(at));
}
