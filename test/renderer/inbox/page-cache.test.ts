import { expect, it } from 'vitest';
import {
  emptyCache,
  indexOf,
  isNewest,
  missingPages,
  outdated,
  type PageAnswer,
  pageSize,
  rowAt,
  withPages,
} from '../../../renderer/inbox/page-cache.ts';
import { conversation, conversationId } from './conversation.ts';

/** A page of a list whose row at index n is conversation n + 1, or shifted by new mail above. */
function answer(page: number, total: number, shift = 0): PageAnswer {
  const first = page * pageSize;
  const count = Math.min(pageSize, total - first);
  return {
    page,
    total,
    isCut: false,
    items: Array.from({ length: count }, (_, row) => conversation(first + row + 1 + shift)),
  };
}

it('asks for the first page before anything is known', () => {
  expect(missingPages(emptyCache, 0, 0)).toEqual([0]);
});

it('asks only for the pages in sight that are not here', () => {
  const cache = withPages(emptyCache, 0, [answer(0, 20_000)]);
  expect(missingPages(cache, 0, pageSize - 1)).toEqual([]);
  expect(missingPages(cache, 90, 110)).toEqual([1]);
  expect(missingPages(cache, 19_990, 19_999)).toEqual([199]);
});

it('asks for no page beyond the end of the list', () => {
  const cache = withPages(emptyCache, 0, [answer(0, 150)]);
  expect(missingPages(cache, 80, 500)).toEqual([1]);
});

it('asks for nothing of an empty list that is known to be empty', () => {
  const cache = withPages(emptyCache, 0, [{ page: 0, total: 0, isCut: false, items: [] }]);
  expect(missingPages(cache, 0, 10)).toEqual([]);
  expect(cache.total).toBe(0);
});

it('keeps old rows in sight while newer ones are on their way', () => {
  const cache = outdated(withPages(emptyCache, 0, [answer(0, 300), answer(1, 300)]));
  expect(rowAt(cache, 120)?.id).toBe(conversationId(121));
  expect(missingPages(cache, 90, 110)).toEqual([0, 1]);
});

it('shows an answer that a newer change overtook, and still asks for the newest', () => {
  // A long sync says ten times a second that the rows changed: no answer is ever to the last turn.
  let cache = emptyCache;
  for (let turn = 0; turn < 5; turn += 1) {
    cache = withPages(outdated(cache), turn, [answer(0, 10 + turn, turn)]);
    expect(cache.total).toBe(10 + turn);
    expect(rowAt(cache, 0)?.id).toBe(conversationId(1 + turn));
    expect(missingPages(cache, 0, 9)).toEqual([0]);
  }
});

it('leaves out an answer that is older than what is here', () => {
  const cache = withPages(outdated(emptyCache), 1, [answer(0, 10)]);
  expect(withPages(cache, 0, [answer(0, 99, 500)])).toBe(cache);
});

it('believes the newest answer about the length of the list', () => {
  const cache = withPages(outdated(emptyCache), 1, [answer(0, 300)]);
  const late = withPages(cache, 0, [answer(1, 150)]);
  expect(late.total).toBe(300);
  expect(rowAt(late, pageSize)?.id).toBe(conversationId(pageSize + 1));
  expect(missingPages(late, 0, 150)).toEqual([1]);
});

it('drops pages beyond the end when the list became shorter', () => {
  const long = withPages(emptyCache, 0, [answer(0, 300), answer(2, 300)]);
  const short = withPages(outdated(long), 1, [answer(0, 50)]);
  expect(short.total).toBe(50);
  expect(rowAt(short, 2 * pageSize)).toBeNull();
});

it('gives no row for an index whose page is not here', () => {
  const cache = withPages(emptyCache, 0, [answer(0, 300)]);
  expect(rowAt(cache, 250)).toBeNull();
});

it('finds where a conversation stands after new mail came in above it', () => {
  const cache = withPages(outdated(withPages(emptyCache, 0, [answer(0, 10)])), 1, [
    { page: 0, total: 11, isCut: false, items: [conversation(900), ...answer(0, 10).items] },
  ]);
  expect(indexOf(cache, conversationId(4), 3)).toBe(4);
});

it('does not look for a conversation among rows of an older turn', () => {
  const old = outdated(withPages(emptyCache, 0, [answer(0, 300), answer(1, 300)]));
  const cache = withPages(old, 1, [answer(0, 301, 1000)]);
  expect(indexOf(cache, conversationId(150), 149)).toBeNull();
});

it('prefers the place nearest to the last one when a row is on two pages for a moment', () => {
  const cache = withPages(emptyCache, 0, [
    answer(0, 300),
    { page: 1, total: 300, isCut: false, items: [conversation(100), conversation(102)] },
  ]);
  expect(indexOf(cache, conversationId(100), 99)).toBe(99);
  expect(indexOf(cache, conversationId(100), 101)).toBe(100);
});

it('finds a conversation while a newer answer is on its way', () => {
  const cache = outdated(withPages(emptyCache, 0, [answer(0, 10)]));
  expect(indexOf(cache, conversationId(4), 3)).toBe(3);
});

it('knows that a row is older than others that are here', () => {
  const old = outdated(withPages(emptyCache, 0, [answer(0, 300), answer(1, 300)]));
  expect(isNewest(old, 150)).toBe(true);
  const cache = withPages(old, 1, [answer(0, 301, 1000)]);
  expect(isNewest(cache, 50)).toBe(true);
  expect(isNewest(cache, 150)).toBe(false);
});
