import { expect, it } from 'vitest';
import { expiredBackups } from '../../../../main/engine/policy/expired-backups.ts';

const day = 24 * 60 * 60 * 1000;
/** Noon of a Tuesday. */
const today = Date.UTC(2026, 10, 24, 12);
const kept = (times: readonly number[]) => {
  const expired = new Set(expiredBackups(times, Math.max(...times)));
  return times
    .filter((at) => !expired.has(at))
    .map((at) => new Date(at).toISOString().slice(0, 10));
};

it('keeps seven days and four weeks of a year of daily backups', () => {
  const times = Array.from({ length: 365 }, (_, index) => today - index * day);
  expect(kept(times)).toEqual([
    '2026-11-24',
    '2026-11-23',
    // Of last week its newest, which is among the seven days; then the Sundays before.
    '2026-11-22',
    '2026-11-21',
    '2026-11-20',
    '2026-11-19',
    '2026-11-18',
    '2026-11-15',
    '2026-11-08',
  ]);
});

it('keeps the newest of a day, and the newest of all however old it is', () => {
  const hour = day / 24;
  expect(expiredBackups([today, today - hour, today - 2 * hour], today)).toEqual([
    today - hour,
    today - 2 * hour,
  ]);
  expect(expiredBackups([today - 900 * day], today)).toEqual([]);
  expect(expiredBackups([], today)).toEqual([]);
});

it('comes to the same whether it is asked daily or at once', () => {
  let daily: number[] = [];
  const all = Array.from({ length: 60 }, (_, index) => today + index * day);
  for (const at of all) {
    daily = [at, ...daily];
    const expired = new Set(expiredBackups(daily, at));
    daily = daily.filter((one) => !expired.has(one));
  }
  expect(kept(daily)).toEqual(kept(all.toReversed()));
});

it('keeps what is made now when the clock was ahead for a while, and what was made then', () => {
  const ahead = Array.from({ length: 40 }, (_, index) => today + (500 + index) * day);
  expect(expiredBackups([...ahead, today, today - day], today)).toEqual([]);
  // A clock that has gone back to its first day: those of before are of a time to come.
  expect(expiredBackups([...ahead, 0], 0)).toEqual([]);
});
