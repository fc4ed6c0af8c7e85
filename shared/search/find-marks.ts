import { foldKana } from '../fold-kana.ts';
import { foldText } from '../fold-text.ts';
import type { Search } from './search-term.ts';

/** From and to, in UTF-16 units. */
export type Mark = readonly [number, number];

const cjk = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー々〆]/u;
const wordCharacter = /[\p{L}\p{N}\p{M}]/u;

/** Where a text has the words of a search, to be shown: those that must not be there have no marks. */
export function findMarks(text: string, { clauses, isKanaAlike }: Search): Mark[] {
  const fold = isKanaAlike ? foldKana : foldText;
  const needles = clauses.flat().flatMap((term) => {
    if (term.kind !== 'words' || term.isExcluded) return [];
    const needle = fold(term.text).trim().replace(/\s+/g, ' ');
    return needle === '' ? [] : [needle];
  });
  if (needles.length === 0 || text === '') return [];
  const { folded, at } = foldWithPlaces(text, fold);
  const isJapanese = cjk.test(folded);
  const marks: [number, number][] = [];
  for (const needle of needles)
    for (let from = folded.indexOf(needle); from >= 0; from = folded.indexOf(needle, from + 1)) {
      // Elsewhere than in Japanese a word is found by its beginning.
      if (!isJapanese && from > 0 && wordCharacter.test(folded[from - 1] ?? '')) continue;
      marks.push([at[from] ?? 0, at[from + needle.length] ?? text.length]);
    }
  return withoutOverlap(marks);
}

/** A folded text, and where in the text each of its units came from. */
function foldWithPlaces(
  text: string,
  fold: (text: string) => string,
): { readonly folded: string; readonly at: number[] } {
  const at: number[] = [];
  let folded = '';
  // A letter with the marks that follow it, half-width ones of Japanese too, is folded as one.
  for (const { 0: letter, index } of text.matchAll(/\s+|.[\p{M}\uff9e\uff9f]*/gsu)) {
    const piece = /^\s/.test(letter) ? ' ' : fold(letter);
    for (let unit = 0; unit < piece.length; unit += 1) at.push(index);
    folded += piece;
  }
  at.push(text.length);
  return { folded, at };
}

function withoutOverlap(marks: [number, number][]): Mark[] {
  const joined: [number, number][] = [];
  for (const mark of marks.sort((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    if (last !== undefined && mark[0] <= last[1]) last[1] = Math.max(last[1], mark[1]);
    else joined.push(mark);
  }
  return joined;
}
