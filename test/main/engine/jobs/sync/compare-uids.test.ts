import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareUids } from '../../../../../main/engine/jobs/sync/compare-uids.ts';

it('finds what is on one side alone, whatever the order and however often it is named', () => {
  const uids = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 50 });
  fc.assert(
    fc.property(uids, fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (onServer, stored) => {
      const { missing, vanished } = compareUids(onServer, stored);
      const [server, here] = [new Set(onServer), new Set(stored)];
      expect(missing).toEqual([...server].filter((uid) => !here.has(uid)).sort((a, b) => b - a));
      expect(vanished).toEqual(stored.filter((uid) => !server.has(uid)).sort((a, b) => a - b));
    }),
  );
});

it('takes a UID of any size, and none that is no UID', () => {
  expect(compareUids([0, 4_294_967_295, 2 ** 40], [7])).toEqual({
    missing: [2 ** 40, 4_294_967_295],
    vanished: [7],
  });
});
