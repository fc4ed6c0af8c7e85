import { foldText } from '../../../shared/fold-text.ts';

export type BenchQuery = {
  readonly kind: 'common' | 'rare' | 'phrase' | 'japanese' | 'operators';
  readonly text: string;
  /** As notmuch is asked; null for what it has no words for. */
  readonly notmuch: string | null;
  /** Whether a text has it, by a scan of all of it; null where a scan knows nothing of it. */
  readonly isIn: ((folded: string) => boolean) | null;
};

const each = 25;

/** A fixed sequence, so that every run asks the same. */
function numbers(): (below: number) => number {
  let seed = 20_261;
  return (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
}

/** What is asked for, out of the texts themselves. */
export function chooseQueries(texts: readonly string[], japanese: readonly string[]): BenchQuery[] {
  const random = numbers();
  const pick = <T>(all: readonly T[]): T => all[random(all.length)] as T;
  const many = <T>(make: () => T) => Array.from({ length: each }, make);
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(text.toLowerCase().match(/\b[a-z]{4,12}\b/g) ?? []))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const by = (isIt: (count: number) => boolean) =>
    [...counts].flatMap(([word, count]) => (isIt(count) ? [word] : []));
  const common = by((count) => count > texts.length / 5);
  const rare = by((count) => count === 2);
  const lines = texts.flatMap((text) => text.match(/\b[a-z]{3,9} [a-z]{3,9} [a-z]{3,9}\b/g) ?? []);
  const word = (kind: BenchQuery['kind'], text: string): BenchQuery => {
    const there = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${text}`, 'u');
    return { kind, text, notmuch: `${text}*`, isIn: (folded) => there.test(folded) };
  };
  const phrase = (text: string): BenchQuery => {
    const words = text.split(' ').join('[^\\p{L}\\p{N}\\p{M}]+');
    const there = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${words}(?![\\p{L}\\p{N}\\p{M}])`, 'u');
    return {
      ...{ kind: 'phrase', text: `"${text}"`, notmuch: `"${text}"` },
      isIn: (folded) => there.test(folded),
    };
  };
  const pair = (): BenchQuery => {
    for (;;) {
      const text = pick(japanese);
      const at = random(Math.max(1, text.length - 2));
      const two = text.slice(at, at + 2);
      if (!/^[\p{sc=Han}\p{sc=Katakana}]{2}$/u.test(two)) continue;
      const folded = foldText(two);
      return { kind: 'japanese', text: two, notmuch: two, isIn: (all) => all.includes(folded) };
    }
  };
  const operators = [
    () => `from:${pick(rare)}`,
    () => `subject:${pick(common)} after:2022`,
    () => `${pick(common)} has:attachment`,
    () => `${pick(rare)} OR ${pick(rare)} -${pick(common)}`,
    () => 'is:unread before:2021-06-01',
    () => `tag:desk ${pick(common)}`,
    () => 'tag:desk',
    () => `in:inbox ${pick(common)} is:open`,
  ];
  return [
    ...many(() => word('common', pick(common))),
    ...many(() => word('rare', pick(rare))),
    ...many(() => phrase(pick(lines))),
    ...(japanese.length === 0 ? [] : many(pair)),
    ...operators.flatMap((make) =>
      [1, 2, 3].map((): BenchQuery => {
        return { kind: 'operators', text: make(), notmuch: null, isIn: null };
      }),
    ),
  ];
}
