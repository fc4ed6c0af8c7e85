import { expect, it } from 'vitest';
import { isTrackerName, stripTrackers } from '../../shared/link-trackers.ts';

it.each(['utm_source', 'UTM_CAMPAIGN', 'fbclid', 'gclid', 'mc_eid', '_hsenc', 'matomo_kwd'])(
  'knows %s as a tracker',
  (name) => {
    expect(isTrackerName(name)).toBe(true);
  },
);

it.each(['id', 'q', 'source', 'page', 'utm', 'ref'])('leaves %s alone', (name) => {
  expect(isTrackerName(name)).toBe(false);
});

it('leaves an address without trackers exactly as it was', () => {
  const url = 'https://example.com/a?x=%7Eb&y=+c&&z#utm_source=d';
  expect(stripTrackers(url)).toEqual({ url, stripped: [] });
});

it('finds a tracker whose name is disguised by encoding', () => {
  expect(stripTrackers('https://example.com/?utm%5Fsource=a&b=1')).toEqual({
    url: 'https://example.com/?b=1',
    stripped: ['utm_source'],
  });
});

it('names each tracker once', () => {
  expect(stripTrackers('https://example.com/?utm_source=a&utm_source=b').stripped).toEqual([
    'utm_source',
  ]);
});

it('does not touch mail addresses', () => {
  const url = 'mailto:desk@example.com?subject=utm_source=a';
  expect(stripTrackers(url)).toEqual({ url, stripped: [] });
});
