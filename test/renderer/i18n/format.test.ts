import { expect, it } from 'vitest';
import {
  formatDateTime,
  formatDay,
  formatNumber,
  formatShortDate,
  formatSize,
} from '../../../renderer/i18n/format.ts';

const now = new Date(2026, 10, 23, 18, 30).getTime();

it('shows the time of a message from today, and the day of an older one', () => {
  const morning = new Date(2026, 10, 23, 9, 5).getTime();
  const october = new Date(2026, 9, 3, 9, 5).getTime();
  expect(formatShortDate('en', morning, now)).toBe('09:05');
  expect(formatShortDate('ja', morning, now)).toBe('09:05');
  expect(formatShortDate('en', october, now)).toBe('3 Oct');
  expect(formatShortDate('ja', october, now)).toBe('10月3日');
});

it('adds the year when it is not this one', () => {
  const lastYear = new Date(2025, 10, 23, 9, 5).getTime();
  expect(formatShortDate('en', lastYear, now)).toBe('23 Nov 2025');
  expect(formatShortDate('ja', lastYear, now)).toBe('2025年11月23日');
});

it('shows midnight as 00 and not as 24', () => {
  expect(formatShortDate('en', new Date(2026, 10, 23, 0, 7).getTime(), now)).toBe('00:07');
});

it('writes a whole date in the order of the language', () => {
  expect(formatDay('en', now)).toBe('23 November 2026');
  expect(formatDay('ja', now)).toBe('2026年11月23日');
  expect(formatDateTime('ja', now)).toContain('18:30');
});

it('groups the digits of large numbers', () => {
  expect(formatNumber('en', 20_000)).toBe('20,000');
  expect(formatNumber('ja', 3120)).toBe('3,120');
});

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [48_200, '48 kB'],
  [999_600, '1 MB'],
  [5_240_000, '5.2 MB'],
  [1_500_000_000, '1.5 GB'],
])('writes %d bytes as %s', (bytes, words) => {
  expect(formatSize('en', bytes)).toBe(words);
});
