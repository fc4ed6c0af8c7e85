import { foldText } from '../../../../shared/fold-text.ts';
import { kanaWays } from './kana-ways.ts';
import { pairMark, runsOf, toPairs, toWords } from './search-text.ts';

/** More than anybody looks for at once; each costs a few microseconds. */
const mostRuns = 60;

export type Phrase = {
  readonly tokens: readonly string[];
  /** The last one is the beginning of a token. */
  readonly isBeginning: boolean;
};

export type MatchOptions = {
  /** Whole words alone. */
  readonly isExact: boolean;
  /** Katakana and hiragana will do for one another. */
  readonly isKanaAlike?: boolean;
};

/**
 * What somebody looks for, as the phrases of the index (search-text.ts) of which one has to be there. In
 * paragraphs with Japanese it is found wherever it stands; in others it is whole words, the last one
 * the beginning of a word unless `isExact`. Empty when there is nothing to look for.
 */
export function toPhrases(text: string, { isExact, isKanaAlike = false }: MatchOptions): Phrase[] {
  const folded = foldText(text).replace(/\s+/g, ' ');
  return (isKanaAlike ? kanaWays(folded) : [folded]).flatMap((way) => phrasesOf(way, isExact));
}

function phrasesOf(folded: string, isExact: boolean): Phrase[] {
  const runs = runsOf(folded).slice(0, mostRuns);
  const parts = runs.map(({ start, end }) => folded.slice(start, end));
  const last = parts.pop();
  if (last === undefined) return [];
  const before = parts.flatMap((run) => toPairs(run, true));
  const phrases = endsOf(last).map(({ tokens, isBeginning }) => ({
    tokens: [...before, ...tokens],
    isBeginning,
  }));
  if (runs.some(({ isJapanese }) => isJapanese)) return phrases;
  const words = [...parts, last].flatMap(toWords);
  // A single letter begins half of all words, and nobody looks for them.
  const isBeginning = !isExact && words.join('').length > 1;
  return words.length === 0 ? phrases : [...phrases, { tokens: words, isBeginning }];
}

/**
 * The same as an FTS5 expression; null when there is nothing to look for. Never FTS5 syntax of the
 * person's own: tokens have no quotes.
 */
export function toMatch(text: string, options: MatchOptions): string | null {
  const phrases = toPhrases(text, options).map(
    ({ tokens, isBeginning }) => `"${tokens.join(' ')}"${isBeginning ? '*' : ''}`,
  );
  return phrases.length === 0 ? null : [...new Set(phrases)].join(' OR ');
}

/** All of some words, in any order; the last letters of each may be missing. */
export function toMatchAll(words: string): string | null {
  const all = words.split(/\s+/u).flatMap((word) => toMatch(word, { isExact: false }) ?? []);
  return all.length === 0 ? null : all.map((match) => `(${match})`).join(' AND ');
}

/** What a paragraph with Japanese has of a run or of its beginning; a single character begins a pair, or ends the run. */
function endsOf(run: string): Phrase[] {
  const pairs = toPairs(run, false);
  if (pairs.length > 0) return [{ tokens: pairs, isBeginning: false }];
  const [alone = ''] = toPairs(run, true);
  // Beside ASCII it has a mark, beside anything else none.
  const both = new Set([alone, alone.replace(pairMark, '')]);
  return [...both].map((token) => ({ tokens: [token], isBeginning: true }));
}
