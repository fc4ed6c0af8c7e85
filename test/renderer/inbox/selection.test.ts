import { expect, it } from 'vitest';
import { movedIndex, relocated, type Selection } from '../../../renderer/inbox/selection.ts';
import { conversationId } from './conversation.ts';

function at(index: number, isGone = false): Selection {
  return { id: conversationId(7), index, isGone };
}

it('starts at the first row when nothing is selected', () => {
  expect(movedIndex(null, 'next', 20, 8)).toBe(0);
  expect(movedIndex(null, 'previous', 20, 8)).toBe(0);
});

it('leads nowhere in an empty list', () => {
  expect(movedIndex(at(3), 'next', 0, 8)).toBeNull();
  expect(movedIndex(null, 'last', 0, 8)).toBeNull();
});

it('stops at both ends', () => {
  expect(movedIndex(at(19), 'next', 20, 8)).toBe(19);
  expect(movedIndex(at(0), 'previous', 20, 8)).toBe(0);
});

it('goes to the first and to the last row', () => {
  expect(movedIndex(at(5), 'first', 20_000, 8)).toBe(0);
  expect(movedIndex(at(5), 'last', 20_000, 8)).toBe(19_999);
});

it('keeps one row in sight when it moves by the page', () => {
  expect(movedIndex(at(10), 'page-down', 100, 8)).toBe(17);
  expect(movedIndex(at(10), 'page-up', 100, 8)).toBe(3);
  expect(movedIndex(at(2), 'page-up', 100, 8)).toBe(0);
});

it('does not skip the row that took the place of one that is gone', () => {
  expect(movedIndex(at(4, true), 'next', 20, 8)).toBe(4);
  expect(movedIndex(at(4, true), 'previous', 20, 8)).toBe(3);
});

it('follows its conversation when mail comes in above it', () => {
  expect(relocated(at(4), 6, 21)).toEqual(at(6));
});

it('is the same object when nothing moved, so that nothing is drawn again', () => {
  const selection = at(4);
  expect(relocated(selection, 4, 20)).toBe(selection);
  const gone = at(4, true);
  expect(relocated(gone, null, 20)).toBe(gone);
});

it('keeps its place when its conversation leaves the view, inside a shorter list', () => {
  expect(relocated(at(4), null, 20)).toEqual(at(4, true));
  expect(relocated(at(19), null, 10)).toEqual(at(9, true));
  expect(relocated(at(3), null, 0)).toEqual(at(0, true));
});

it('is back when its conversation comes back', () => {
  expect(relocated(at(4, true), 4, 20)).toEqual(at(4));
});
