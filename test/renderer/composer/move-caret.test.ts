import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveCaret } from '../../../renderer/composer/move-caret.ts';

const at = (offset: number) => ({ start: offset, end: offset });

test('the caret stays behind the last key when the quote comes below it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (typed, quote) => {
      expect(moveCaret(at(typed.length), typed, typed + quote)).toEqual(at(typed.length));
    }),
  );
});

test('the caret stays where it is when another quote takes the place of the one below it', () => {
  const from = 'Dear reader,\n\n> Old';
  const to = 'Dear reader,\n\n> Quite another';
  expect(moveCaret(at(5), from, to)).toEqual(at(5));
});

test('the caret moves along with the words that it stands behind', () => {
  expect(moveCaret(at(9), 'one three', 'one two three')).toEqual(at(13));
});
