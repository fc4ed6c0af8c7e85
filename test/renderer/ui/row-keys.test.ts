import { expect, it } from 'vitest';
import { rowKeys } from '../../../renderer/ui/row-keys.ts';

const keysOf = (rows: readonly (number | null)[]) =>
  rowKeys([...rows.keys()], (index) => {
    const id = rows[index] ?? null;
    return id === null ? null : { id };
  });

it('keeps the key of a row that moves', () => {
  expect(keysOf([1, 2])).toEqual([1, 2]);
  expect(keysOf([3, 1, 2])).toEqual([3, 1, 2]);
});

it('has a key of its own for each row, be it empty or there twice', () => {
  expect(keysOf([1, 1, null, null])).toEqual([1, 'row 1', 'row 2', 'row 3']);
});
