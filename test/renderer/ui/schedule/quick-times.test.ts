import { expect, it } from 'vitest';
import { quickTimes } from '../../../../renderer/ui/schedule/quick-times.ts';

const zone = 'Asia/Tokyo';
const inTokyo = (text: string) => Date.parse(`${text}+09:00`);
const offered = (now: string, where = zone) =>
  quickTimes(where === zone ? inTokyo(now) : Date.parse(now), where).map(
    ({ kind, at }) => `${kind} ${new Date(at).toISOString()}`,
  );

it('offers this evening, tomorrow and Monday, by the clock of the zone', () => {
  expect(offered('2026-11-26T10:00:00')).toEqual([
    'evening 2026-11-26T09:00:00.000Z',
    'tomorrow 2026-11-27T00:00:00.000Z',
    'monday 2026-11-30T00:00:00.000Z',
  ]);
});

it('offers no evening that has begun, and Monday once', () => {
  expect(offered('2026-11-29T17:40:00')).toEqual(['tomorrow 2026-11-30T00:00:00.000Z']);
});

it('offers nine by the wall where summer time begins in between', () => {
  expect(offered('2026-03-28T12:00:00Z', 'Europe/Berlin')[1]).toBe(
    'tomorrow 2026-03-29T07:00:00.000Z',
  );
});
