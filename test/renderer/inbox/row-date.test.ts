import { expect, it } from 'vitest';
import { rowDate } from '../../../renderer/inbox/row-date.ts';

/** A Monday. Local times, as staff see them. */
const now = new Date(2026, 10, 23, 9, 30).getTime();

it('shows the time of mail from today', () => {
  expect(rowDate('en', new Date(2026, 10, 23, 0, 5).getTime(), now)).toBe('00:05');
});

it('counts calendar days: late yesterday is a weekday, not a time', () => {
  expect(rowDate('en', new Date(2026, 10, 22, 23, 59).getTime(), now)).toBe('Sun');
  expect(rowDate('ja', new Date(2026, 10, 22, 23, 59).getTime(), now)).toBe('日曜日');
});

it('shows a weekday for six days back, and a date for the same weekday of last week', () => {
  expect(rowDate('en', new Date(2026, 10, 17, 12).getTime(), now)).toBe('Tue');
  expect(rowDate('en', new Date(2026, 10, 16, 12).getTime(), now)).toBe('16 Nov');
  expect(rowDate('ja', new Date(2026, 10, 16, 12).getTime(), now)).toBe('11月16日');
});

it('names the year of older mail', () => {
  expect(rowDate('en', new Date(2025, 11, 31, 12).getTime(), now)).toBe('31 Dec 2025');
});

it('does not call a date in the future a weekday', () => {
  expect(rowDate('en', new Date(2026, 10, 24, 12).getTime(), now)).toBe('24 Nov');
});
