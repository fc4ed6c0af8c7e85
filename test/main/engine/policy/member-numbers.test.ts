import { expect, it } from 'vitest';
import { createMemberNumbers } from '../../../../main/engine/policy/member-numbers.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
/** A Friday. */
const now = Date.UTC(2026, 10, 27, 9);

function numbersOf(registrations: readonly { at: number; count: number; waited?: number }[]) {
  const numbers = createMemberNumbers(now);
  for (const { at, count, waited } of registrations)
    for (let index = 0; index < count; index += 1)
      numbers.addRegistration({
        status: waited === undefined ? 'new' : 'approved',
        addedAt: at,
        decidedAt: waited === undefined ? null : at + waited,
      });
  return numbers;
}

it('counts registrations by week, the newest first, and in one all of long before', () => {
  const numbers = numbersOf([
    { at: now, count: 6 },
    { at: Date.UTC(2026, 10, 23), count: 7 },
    { at: Date.UTC(2026, 10, 22, 23, 59), count: 8 },
    { at: Date.UTC(2020, 0, 1), count: 30 },
  ]);
  const { weeks } = numbers.shown();
  expect(weeks.total).toBe(51);
  expect(weeks.cells).toHaveLength(27);
  expect(weeks.cells.filter(({ count }) => count !== 0)).toEqual([
    { key: '2026-11-23', count: 13 },
    { key: '2026-11-16', count: 8 },
    { key: '', count: 30 },
  ]);
});

it('counts only those who still wait by their age', () => {
  const { open } = numbersOf([
    { at: now - 1 * day, count: 5 },
    { at: now - 2.9 * day, count: 6 },
    { at: now - 31 * day, count: 7 },
    { at: now - 9 * day, count: 9, waited: day },
  ]).shown();
  expect(open).toEqual({
    cells: [
      { key: '0-2', count: 11 },
      { key: '3-7', count: 0 },
      { key: '8-14', count: 0 },
      { key: '15-30', count: 0 },
      { key: '31-', count: 7 },
    ],
    total: 18,
  });
});

it('says how long decisions take once there are ten of them', () => {
  const nine = numbersOf([{ at: now - 30 * day, count: 9, waited: 2 * hour }]);
  expect(nine.shown().decisions).toBeNull();
  const twelve = numbersOf([
    { at: now - 30 * day, count: 8, waited: 2 * hour },
    { at: now - 30 * day, count: 4, waited: 50 * hour },
  ]);
  expect(twelve.shown().decisions).toEqual({ count: 12, median: 2, p90: 50 });
});

it('names no place where fewer than five are, nor the prefectures of a hidden Japan', () => {
  const places = (regions: readonly (readonly [string, string, number])[]) => {
    const numbers = createMemberNumbers(now);
    for (const [country, region, count] of regions) numbers.addRegion({ country, region, count });
    return numbers.shown();
  };
  const shown = places([
    ['JP', '東京都', 20],
    ['JP', '大阪府', 9],
    ['JP', '東京都', 5],
    ['JP', 'Hanako', 1],
    ['GB', 'Kent', 6],
  ]);
  expect(shown.countries).toEqual({
    cells: [
      { key: 'GB', count: 6 },
      { key: 'JP', count: 35 },
    ],
    total: 41,
  });
  expect(JSON.stringify(shown.prefectures)).not.toMatch(/Hanako|Kent/);
  expect(shown.prefectures.total).toBe(35);
  expect(shown.prefectures.cells).toContainEqual({ key: '', count: null });
  const hidden = places([
    ['JP', '東京都', 20],
    ['MT', '', 2],
  ]);
  expect(hidden.countries).toEqual({ cells: [{ key: '', count: null }], total: 22 });
  expect(hidden.prefectures).toEqual({ cells: [{ key: '', count: null }], total: null });
});
