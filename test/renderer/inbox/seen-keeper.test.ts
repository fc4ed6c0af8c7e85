import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSeenKeeper } from '../../../renderer/inbox/seen-keeper.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import { conversationId } from './conversation.ts';

const id = conversationId(1);

function startKeeper(answer: Result<null> = success(null)) {
  const marked: boolean[] = [];
  const failures: string[] = [];
  const window = { hasFocus: true };
  const keeper = createSeenKeeper({
    mark: async (_, seen) => {
      marked.push(seen);
      return answer;
    },
    hasFocus: () => window.hasFocus,
    onFailure: ({ code }) => failures.push(code),
  });
  return { keeper, marked, failures, window };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('marks what is open as read after a moment, once', async () => {
  const { keeper, marked } = startKeeper();
  keeper.show({ id, unread: 'one' });
  await vi.advanceTimersByTimeAsync(599);
  expect(marked).toEqual([]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(marked).toEqual([true]);
});

it('marks nothing that was only passed over', async () => {
  const { keeper, marked } = startKeeper();
  keeper.show({ id, unread: 'one' });
  await vi.advanceTimersByTimeAsync(400);
  keeper.show({ id: conversationId(2), unread: null });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(marked).toEqual([]);
});

it('leaves mail unread that comes in while nobody is there, until somebody is', async () => {
  const { keeper, marked, window } = startKeeper();
  keeper.show({ id, unread: null });
  window.hasFocus = false;
  keeper.show({ id, unread: 'one' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(marked).toEqual([]);
  window.hasFocus = true;
  await vi.advanceTimersByTimeAsync(800);
  expect(marked).toEqual([true]);
});

it('counts only time on end: a glance at the window is not reading', async () => {
  const { keeper, marked, window } = startKeeper();
  keeper.show({ id, unread: 'one' });
  for (let glance = 0; glance < 5; glance += 1) {
    window.hasFocus = true;
    await vi.advanceTimersByTimeAsync(400);
    window.hasFocus = false;
    await vi.advanceTimersByTimeAsync(400);
  }
  expect(marked).toEqual([]);
});

it('marks more mail in the open conversation as read too', async () => {
  const { keeper, marked } = startKeeper();
  keeper.show({ id, unread: 'one' });
  await vi.advanceTimersByTimeAsync(1_000);
  keeper.show({ id, unread: null });
  keeper.show({ id, unread: 'two' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(marked).toEqual([true, true]);
});

it('keeps what was marked unread by hand, until it is opened again', async () => {
  const { keeper, marked } = startKeeper();
  keeper.show({ id, unread: null });
  keeper.toggle();
  keeper.show({ id, unread: 'one' });
  keeper.show({ id, unread: 'one and two' });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(marked).toEqual([false]);
  keeper.show(null);
  keeper.show({ id, unread: 'one and two' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(marked).toEqual([false, true]);
});

it('turns unread into read by hand, and read into unread', () => {
  const { keeper, marked } = startKeeper();
  keeper.show({ id, unread: 'one' });
  keeper.toggle();
  keeper.show({ id, unread: null });
  keeper.toggle();
  expect(marked).toEqual([true, false]);
});

it('does nothing by hand while nobody knows what is read', () => {
  const { keeper, marked } = startKeeper();
  keeper.toggle();
  keeper.show({ id, unread: undefined });
  keeper.toggle();
  expect(marked).toEqual([]);
});

it('says so when marking fails, by itself or by hand', async () => {
  const { keeper, failures } = startKeeper(failure('disk-full'));
  keeper.show({ id, unread: 'one' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(failures).toEqual(['disk-full']);
  keeper.toggle();
  await vi.advanceTimersByTimeAsync(0);
  expect(failures).toEqual(['disk-full', 'disk-full']);
});

it('says nothing of a failure when the screen is gone', async () => {
  const { keeper, failures } = startKeeper(failure('locked'));
  keeper.show({ id, unread: 'one' });
  keeper.toggle();
  keeper.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(failures).toEqual([]);
});

it('turns what was asked for before it was known, once it is, and only while that is open', async () => {
  const { keeper, marked } = startKeeper();
  keeper.show({ id, unread: undefined });
  keeper.toggle();
  expect(marked).toEqual([]);
  keeper.show({ id, unread: 'one' });
  expect(marked).toEqual([true]);
  keeper.show({ id, unread: undefined });
  keeper.toggle();
  keeper.show({ id: conversationId(2), unread: null });
  keeper.show({ id, unread: null });
  expect(marked).toEqual([true]);
});
