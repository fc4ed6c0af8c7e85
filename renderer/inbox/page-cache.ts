import type { ConversationSummary } from '../../shared/model/conversation.ts';

/** Conversations asked for at once. */
export const pageSize = 100;

/** What is known of a long list. A page of an older `turn` is shown until its newer one is here. */
export type PageCache = {
  /** Null until the first answer. */
  readonly total: number | null;
  /** More were found than `total`, and only the newest are listed. */
  readonly isCut: boolean;
  readonly turn: number;
  readonly pages: ReadonlyMap<number, Page>;
};
type Page = { readonly turn: number; readonly items: readonly ConversationSummary[] };

export const emptyCache: PageCache = { total: null, isCut: false, turn: 0, pages: new Map() };

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
  readonly isCut: boolean;
  readonly items: readonly ConversationSummary[];
};

/**
 * Takes pages in that were asked for in one turn, where they are newer than what is here. While mail
 * streams in every answer is to an older turn: it is shown, and still counts as outdated.
 */
export function withPages(
  cache: PageCache,
  turn: number,
  answers: readonly PageAnswer[],
): PageCache {
  const newer = answers.filter(({ page }) => turn > (cache.pages.get(page)?.turn ?? -1));
  const last = newer.at(-1);
  if (last === undefined) return cache;
  const { total, isCut } =
    cache.total === null || turn >= newestTurn(cache)
      ? last
      : { total: cache.total, isCut: cache.isCut };
  const pages = new Map(cache.pages);
  for (const { page, items } of newer) pages.set(page, { turn, items });
  for (const page of pages.keys()) if (page * pageSize >= Math.max(1, total)) pages.delete(page);
  return { total, isCut, turn: cache.turn, pages };
}

/** The turn of the newest rows that are here. */
function newestTurn({ pages }: PageCache): number {
  return Math.max(-1, ...[...pages.values()].map(({ turn }) => turn));
}

export function rowAt(cache: PageCache, index: number): ConversationSummary | null {
  return cache.pages.get(Math.floor(index / pageSize))?.items[index % pageSize] ?? null;
}

/** Whether nothing newer is known than the row at `index`, or that nothing is there. */
export function isNewest(cache: PageCache, index: number): boolean {
  const row = Math.max(0, Math.min(index, (cache.total ?? 0) - 1));
  const page = cache.pages.get(Math.floor(row / pageSize));
  return page === undefined || page.turn === newestTurn(cache);
}

/** Where a conversation stands among the newest rows, nearest to `guess`; null when unknown. */
export function indexOf(
  cache: PageCache,
  id: ConversationSummary['id'],
  guess: number,
): number | null {
  let found: number | null = null;
  const newest = newestTurn(cache);
  for (const [page, { items, turn }] of cache.pages) {
    if (turn !== newest) continue;
    const place = items.findIndex((item) => item.id === id);
    if (place === -1) continue;
    const index = page * pageSize + place;
    if (found === null || Math.abs(index - guess) < Math.abs(found - guess)) found = index;
  }
  return found;
}
