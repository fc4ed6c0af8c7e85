import type { ConversationSummary } from '../../shared/model/conversation.ts';

/** Conversations asked for at once. */
export const pageSize = 100;

/** What is known of a long list. A page of an older `turn` is shown until its newer one is here. */
export type PageCache = {
  /** Null until the first answer. */
  readonly total: number | null;
  readonly turn: number;
  readonly pages: ReadonlyMap<number, Page>;
};
type Page = { readonly turn: number; readonly items: readonly ConversationSummary[] };

export const emptyCache: PageCache = { total: null, turn: 0, pages: new Map() };

/** The rows may have changed: everything is asked for anew, and nothing leaves the screen. */
export function outdated(cache: PageCache): PageCache {
  return { ...cache, turn: cache.turn + 1 };
}

/** Which pages the rows from `first` to `last` need that are not here, or are outdated. */
export function missingPages(cache: PageCache, first: number, last: number): readonly number[] {
  const lastRow = cache.total === null ? last : Math.min(last, cache.total - 1);
  const missing: number[] = [];
  const start = Math.floor(Math.max(0, Math.min(first, lastRow)) / pageSize);
  for (let page = start; page * pageSize <= Math.max(0, lastRow); page += 1)
    if (cache.pages.get(page)?.turn !== cache.turn) missing.push(page);
  return missing;
}

export type PageAnswer = {
  readonly page: number;
  readonly total: number;
  readonly items: readonly ConversationSummary[];
};

/** Takes pages in that were asked for in one turn; answers to an older turn are left out. */
export function withPages(
  cache: PageCache,
  turn: number,
  answers: readonly PageAnswer[],
): PageCache {
  const last = answers.at(-1);
  if (last === undefined || turn !== cache.turn) return cache;
  const pages = new Map(
    [...cache.pages].filter(([page]) => page * pageSize < Math.max(1, last.total)),
  );
  for (const { page, items } of answers) pages.set(page, { turn, items });
  return { total: last.total, turn, pages };
}

export function rowAt(cache: PageCache, index: number): ConversationSummary | null {
  return cache.pages.get(Math.floor(index / pageSize))?.items[index % pageSize] ?? null;
}

/** Where a conversation stands among the rows of this turn, nearest to `guess`; null when unknown. */
export function indexOf(
  cache: PageCache,
  id: ConversationSummary['id'],
  guess: number,
): number | null {
  let found: number | null = null;
  for (const [page, { items, turn }] of cache.pages) {
    if (turn !== cache.turn) continue;
    const place = items.findIndex((item) => item.id === id);
    if (place === -1) continue;
    const index = page * pageSize + place;
    if (found === null || Math.abs(index - guess) < Math.abs(found - guess)) found = index;
  }
  return found;
}
