import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createLock } from '../../../main/app/lock.ts';

/** A lock that writes down what it does, on a page that stores its drafts as told. */
function setUp({ page = 'stores' as 'stores' | 'hangs' | 'fails', patienceMs = 2000 } = {}) {
  const steps: string[] = [];
  const lock = createLock({
    askForDrafts() {
      steps.push('ask');
      if (page === 'hangs') return;
      setTimeout(() => {
        steps.push('stored');
        lock.draftsStored();
      }, 20);
    },
    async renewEngine() {
      steps.push('engine');
    },
    async renewPage() {
      steps.push('page');
      if (page === 'fails') throw new Error('no page');
    },
    patienceMs,
    log: (event) => steps.push(event),
  });
  return { lock, steps };
}

it('stores what is typed before the engine ends', async () => {
  const { lock, steps } = setUp();
  await lock.now();
  expect(steps).toEqual(['ask', 'stored', 'engine', 'page']);
});

it('does not let a page that hangs keep the keys alive', async () => {
  const { lock, steps } = setUp({ page: 'hangs', patienceMs: 50 });
  await lock.now();
  expect(steps).toEqual(['ask', 'engine', 'page']);
});

it('is one lock, however often it is asked for meanwhile', async () => {
  const { lock, steps } = setUp();
  await Promise.all([lock.now(), lock.now(), wait(10).then(() => lock.now())]);
  expect(steps.filter((step) => step === 'engine')).toHaveLength(1);
  await lock.now();
  expect(steps.filter((step) => step === 'engine')).toHaveLength(2);
});

it('says so when the page cannot be loaded anew, and locks again when asked', async () => {
  const { lock, steps } = setUp({ page: 'fails' });
  await lock.now();
  expect(steps).toContain('engine');
  expect(steps.at(-1)).toBe('lock.failed');
  await lock.now();
  expect(steps.filter((step) => step === 'engine')).toHaveLength(2);
});
