import { expect, it } from 'vitest';
import {
  firstOfMonth,
  monthsToApril,
} from '../../../../renderer/members/retention/months-ahead.ts';

it.each([
  [2026, 10, 2027],
  [2026, 2, 2026],
  [2026, 3, 2027],
  [2026, 4, 2027],
])('looks from month %2$i of %i ahead to the next April that begins', (year, month, next) => {
  const now = new Date(year, month, 15).getTime();
  expect(firstOfMonth(now, monthsToApril(now))).toBe(new Date(next, 3, 1).getTime());
});
