import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFleetingClipboard } from '../../../main/app/fleeting-clipboard.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function clipboard() {
  const held = { text: '' };
  const fleeting = createFleetingClipboard({
    writeText: (text) => {
      held.text = text;
    },
    readText: () => held.text,
    clear: () => {
      held.text = '';
    },
  });
  return { held, put: fleeting.put };
}

it('takes a text away after a minute', async () => {
  const { held, put } = clipboard();
  await put('090-1234-5678');
  await vi.advanceTimersByTimeAsync(59_000);
  expect(held.text).toBe('090-1234-5678');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(held.text).toBe('');
});

it('leaves what somebody copied since', async () => {
  const { held, put } = clipboard();
  await put('090-1234-5678');
  held.text = 'a headline';
  await vi.advanceTimersByTimeAsync(60_000);
  expect(held.text).toBe('a headline');
});

it('counts the minute from the last copy', async () => {
  const { held, put } = clipboard();
  await put('090-1234-5678');
  await vi.advanceTimersByTimeAsync(40_000);
  await put('090-1234-5678');
  await vi.advanceTimersByTimeAsync(40_000);
  expect(held.text).toBe('090-1234-5678');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(held.text).toBe('');
});
