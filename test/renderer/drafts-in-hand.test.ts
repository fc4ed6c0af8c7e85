import { expect, it } from 'vitest';
import { flushDrafts, takeInHand } from '../../renderer/drafts-in-hand.ts';

it('waits until every draft in hand is stored', async () => {
  const stored: string[] = [];
  const store = (name: string) => async () => {
    await Promise.resolve();
    stored.push(name);
  };
  const letGo = [takeInHand(store('a')), takeInHand(store('b'))];
  await flushDrafts();
  expect(stored).toEqual(['a', 'b']);
  for (const each of letGo) each();
  await flushDrafts();
  expect(stored).toEqual(['a', 'b']);
});

it('keeps a draft that was taken in hand again before it was let go', async () => {
  let flushes = 0;
  const flush = async () => {
    flushes += 1;
  };
  const first = takeInHand(flush);
  const second = takeInHand(flush);
  first();
  await flushDrafts();
  second();
  expect(flushes).toBe(1);
});
