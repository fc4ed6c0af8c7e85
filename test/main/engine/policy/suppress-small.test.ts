import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  fewest,
  percentile,
  suppressSmall,
} from '../../../../main/engine/policy/suppress-small.ts';

const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 });

function suppress(all: readonly number[]) {
  const { cells, total } = suppressSmall(all.map((count, key) => ({ key, count })));
  return { shown: cells.map(({ count }) => count), total };
}

/** Every way in which so many people can be in so many cells that each have some. */
function* ways(cells: number, people: number): Generator<readonly number[]> {
  if (cells === 0) {
    if (people === 0) yield [];
    return;
  }
  for (let first = 1; first <= people - cells + 1; first += 1)
    for (const rest of ways(cells - 1, people - first)) yield [first, ...rest];
}

it('shows no count under five, and every one that nothing hides', () => {
  fc.assert(
    fc.property(counts, (all) => {
      const { shown } = suppress(all);
      for (const [index, count] of shown.entries()) {
        if (count !== null) expect(count).toBe(all[index]);
        expect(count === null || count === 0 || count >= fewest).toBe(true);
      }
      if (all.every((count) => count === 0 || count >= fewest)) expect(shown).toEqual(all);
    }),
  );
});

it('gives no hidden count away by its total', () => {
  fc.assert(
    fc.property(counts, (all) => {
      const told = suppress(all);
      const { shown, total } = told;
      const hidden = shown.filter((count) => count === null).length;
      if (total === null || hidden === 0) return;
      const left = total - shown.reduce<number>((sum, count) => sum + (count ?? 0), 0);
      // Whoever knows the rule as well leaves out what would have been shown in another way.
      const possible = [...ways(hidden, left)].filter((way) => {
        const filled = [...way];
        const guess = shown.map((count) => count ?? filled.shift() ?? 0);
        return isDeepStrictEqual(suppress(guess), told);
      });
      for (let cell = 0; cell < hidden; cell += 1)
        expect(new Set(possible.map((way) => way[cell])).size).toBeGreaterThan(1);
    }),
    { numRuns: 3000 },
  );
});

it.each([
  [[7, 3, 12], [null, null, 12], 22],
  [[2, 3, 12], [null, null, 12], 17],
  [[1, 1, 12, 9], [null, null, null, 9], 23],
  [[4, 4, 12], [null, null, null], 20],
  [[3, 0], [null, 0], null],
  [[9, 0, 6], [9, 0, 6], 15],
])('shows %j as %j', (all, shown, total) => {
  expect(suppress(all)).toEqual({ shown, total });
});

it('finds the median and the 90th percentile of durations', () => {
  const durations = [
    { value: 9, count: 1 },
    { value: 1, count: 4 },
    { value: 3, count: 5 },
  ];
  expect([0.5, 0.9, 1].map((share) => percentile(durations, share))).toEqual([3, 3, 9]);
  expect(percentile([], 0.5)).toBeNull();
});
