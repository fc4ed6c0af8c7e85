import { kanaAlike } from './parse-search.ts';

/** What was typed, with katakana and hiragana taken for one another, or no longer. */
export function toggleKana(query: string): string {
  const words = query.split(/\s+/u).filter((word) => word !== '');
  const others = words.filter((word) => word.toLowerCase() !== kanaAlike);
  return [...others, ...(others.length === words.length ? [kanaAlike] : [])].join(' ');
}
