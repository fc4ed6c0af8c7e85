import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDraftKeeper, type DraftState } from '../../../renderer/composer/draft-keeper.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import { emptyLetter } from '../../../shared/model/letter-content.ts';

/** A store whose answers come when the test says so. */
function startKeeper() {
  const asked: { text: string; answer: (result: Result<null>) => void }[] = [];
  const states: DraftState['kind'][] = [];
  const keeper = createDraftKeeper({
    save: ({ text }) => new Promise((answer) => asked.push({ text, answer })),
    onState: (state) => states.push(state.kind),
    waitMs: 500,
    longestWaitMs: 1000,
  });
  const write = (text: string) => keeper.changed({ ...emptyLetter, text });
  return { asked, states, keeper, write };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('stores once, half a second after the last key', async () => {
  const { asked, states, write } = startKeeper();
  write('a');
  await vi.advanceTimersByTimeAsync(400);
  write('ab');
  await vi.advanceTimersByTimeAsync(499);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked.map(({ text }) => text)).toEqual(['ab']);
  asked[0]?.answer(success(null));
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toBe('saved');
});

it('stores each second while somebody types without a pause', async () => {
  const { asked, write } = startKeeper();
  for (let second = 0; second < 3; second += 1) {
    for (let tenth = 0; tenth < 10; tenth += 1) {
      write(`${second}.${tenth}`);
      await vi.advanceTimersByTimeAsync(100);
    }
    asked.at(-1)?.answer(success(null));
  }
  expect(asked.map(({ text }) => text)).toEqual(['0.9', '1.9', '2.9']);
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked).toHaveLength(3);
});

it('stores at once when the field is left', async () => {
  const { asked, keeper, write } = startKeeper();
  write('a');
  void keeper.flush();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.map(({ text }) => text)).toEqual(['a']);
});

it('lets no older text overtake a newer one', async () => {
  const { asked, states, keeper, write } = startKeeper();
  write('old');
  void keeper.flush();
  await vi.advanceTimersByTimeAsync(0);
  write('new');
  void keeper.flush();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.map(({ text }) => text)).toEqual(['old']);
  asked[0]?.answer(success(null));
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.map(({ text }) => text)).toEqual(['old', 'new']);
  expect(states.at(-1)).toBe('saving');
});

it('keeps the text of a failed save for the next one', async () => {
  const { asked, states, keeper, write } = startKeeper();
  write('words');
  void keeper.flush();
  await vi.advanceTimersByTimeAsync(0);
  asked[0]?.answer(failure('disk-full'));
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toBe('failed');
  void keeper.flush();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.map(({ text }) => text)).toEqual(['words', 'words']);
});

it('does not store again what is stored already', async () => {
  const { asked, keeper, write } = startKeeper();
  write('a');
  void keeper.flush();
  await vi.advanceTimersByTimeAsync(0);
  asked[0]?.answer(success(null));
  await keeper.flush();
  expect(asked).toHaveLength(1);
});

it('stores nothing more once the text was sent or thrown away', async () => {
  const { asked, states, keeper, write } = startKeeper();
  write('a');
  const forgotten = keeper.forget();
  await vi.advanceTimersByTimeAsync(1000);
  await forgotten;
  expect(asked).toEqual([]);
  expect(states.at(-1)).toBe('untouched');
});

it('waits for a save under way before it counts as forgotten, and ignores its outcome', async () => {
  const { asked, states, keeper, write } = startKeeper();
  write('a');
  void keeper.flush();
  await vi.advanceTimersByTimeAsync(0);
  let isForgotten = false;
  void keeper.forget().then(() => {
    isForgotten = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(isForgotten).toBe(false);
  asked[0]?.answer(failure('disk-full'));
  await vi.advanceTimersByTimeAsync(0);
  expect(isForgotten).toBe(true);
  expect(states.at(-1)).toBe('untouched');
});
