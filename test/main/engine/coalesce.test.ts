import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { coalesceLatest } from '../../../main/engine/coalesce.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('hands on the first at once, then the latest so often, and what is urgent at once', () => {
  const heard: string[] = [];
  const tell = coalesceLatest<string>(
    100,
    (word) => heard.push(word),
    (word) => word.endsWith('!'),
  );
  tell('one');
  tell('two');
  tell('three');
  expect(heard).toEqual(['one']);
  vi.advanceTimersByTime(100);
  expect(heard).toEqual(['one', 'three']);
  tell('four');
  tell('five!');
  expect(heard).toEqual(['one', 'three', 'five!']);
  tell('six');
  vi.advanceTimersByTime(99);
  expect(heard).toEqual(['one', 'three', 'five!']);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual(['one', 'three', 'five!', 'six']);
});
