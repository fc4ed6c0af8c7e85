import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  beforeFirst,
  type ChainValue,
  chainMac,
  headSeal,
} from '../../../../main/engine/ledger/chain-link.ts';

const key = createSecretKey(randomBytes(32));
const value: fc.Arbitrary<ChainValue> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.maxSafeInteger(),
  fc.constant(null),
);
const row = fc.array(value, { maxLength: 12 });
const mac = (values: readonly ChainValue[], previous: Uint8Array = beforeFirst) =>
  chainMac(key, previous, values).toString('hex');

it('gives two rows that differ two macs, wherever one column ends and the next begins', () => {
  fc.assert(
    fc.property(row, row, (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other);
      expect(mac(one) === mac(other)).toBe(isSame);
    }),
  );
  expect(mac(['ab', 'c'])).not.toBe(mac(['a', 'bc']));
  expect(mac(['', 'a'])).not.toBe(mac(['a', '']));
  expect(mac(['n'])).not.toBe(mac([null]));
  expect(mac([7])).not.toBe(mac(['7']));
});

it('gives a row another mac when any one of its columns changes, or the entry before it', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), fc.nat(), (values, place) => {
      const changed = values.map((each, index) =>
        index === place % values.length ? `${each} ` : each,
      );
      expect(mac(changed)).not.toBe(mac(values));
      expect(mac(values, randomBytes(32))).not.toBe(mac(values));
    }),
  );
});

it('takes a text and its bytes in UTF-8 for the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(mac([Buffer.from(text, 'utf8')])).toBe(mac([text]));
    }),
  );
});

it('cannot be made, nor a head sealed, with another key', () => {
  const other = createSecretKey(randomBytes(32));
  expect(chainMac(other, beforeFirst, ['a'])).not.toEqual(chainMac(key, beforeFirst, ['a']));
  expect(headSeal(other, 7, beforeFirst)).not.toEqual(headSeal(key, 7, beforeFirst));
  expect(headSeal(key, 8, beforeFirst)).not.toEqual(headSeal(key, 7, beforeFirst));
});
