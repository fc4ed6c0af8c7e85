import { expect, it } from 'vitest';
import { createCrashLimit } from '../../../main/app/crash-limit.ts';

it('allows a few restarts in a short time, then no more', () => {
  const crashes = createCrashLimit({ limit: 2, withinMs: 1000 });
  expect([crashes.allows(0), crashes.allows(10), crashes.allows(20)]).toEqual([true, true, false]);
});

it('forgets crashes of long ago', () => {
  const crashes = createCrashLimit({ limit: 1, withinMs: 1000 });
  expect([crashes.allows(0), crashes.allows(1000), crashes.allows(1500)]).toEqual([
    true,
    true,
    false,
  ]);
});
