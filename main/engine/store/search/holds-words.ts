import { toPhrases } from '../../mail/mime/search-match.ts';
import { toIndexed } from '../../mail/mime/search-text.ts';
import type { SectionDatabase } from '../open-database.ts';

const known = new WeakSet<SectionDatabase>();

/**
 * Has SQL know `holds_words(text, words, isExact, isKanaAlike)`: whether a text has words as the search index would
 * find them in it, for parts of a letter that have no column of their own.
 */
export function knowHoldsWords(db: SectionDatabase): void {
  if (known.has(db)) return;
  known.add(db);
  let last = { key: '', phrases: toPhrases('', { isExact: false }) };
  db.function('holds_words', { deterministic: true }, (text, words, isExact, isKanaAlike) => {
    const key = `${isExact}${isKanaAlike}${words}`;
    if (last.key !== key) {
      const options = { isExact: isExact === 1, isKanaAlike: isKanaAlike === 1 };
      last = { key, phrases: toPhrases(String(words), options) };
    }
    const tokens = toIndexed(String(text));
    return last.phrases.some((phrase) => hasPhrase(tokens, phrase)) ? 1 : 0;
  });
}

function hasPhrase(
  tokens: readonly string[],
  { tokens: wanted, isBeginning }: ReturnType<typeof toPhrases>[number],
): boolean {
  const end = wanted.length - 1;
  return tokens.some((_, at) =>
    wanted.every((token, index) => {
      const there = tokens[at + index];
      if (there === undefined) return false;
      return isBeginning && index === end ? there.startsWith(token) : there === token;
    }),
  );
}
