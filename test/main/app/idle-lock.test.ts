import { beforeEach, expect, it } from 'vitest';
import { createIdleLock, type IdleLock } from '../../../main/app/idle-lock.ts';

const minute = 60_000;
let now: number;
let idleSeconds: number;
let limit: number;
let locks: number;
let idle: IdleLock;

beforeEach(() => {
  now = Date.parse('2026-11-24T09:00:00Z');
  idleSeconds = 0;
  limit = 10;
  locks = 0;
  idle = createIdleLock({
    idleSeconds: () => idleSeconds,
    now: () => now,
    lockAfterMinutes: () => limit,
    lock: () => {
      locks += 1;
    },
  });
});

/** Time goes by, with a look each five seconds; a system that counts is told nothing of any input. */
function pass(ms: number, systemCounts = true): void {
  for (let passed = 0; passed < ms; passed += 5000) {
    now += 5000;
    if (systemCounts) idleSeconds += 5;
    idle.look();
  }
}

it('locks when nobody has touched the computer for the chosen time, and not before', () => {
  pass(10 * minute - 5000);
  expect(locks).toBe(0);
  pass(5000);
  expect(locks).toBe(1);
});

it('locks once for each time that the desk is left', () => {
  pass(30 * minute);
  expect(locks).toBe(1);
  idleSeconds = 0;
  pass(5 * minute);
  expect(locks).toBe(1);
  pass(5 * minute);
  expect(locks).toBe(2);
});

it('takes a newly chosen time at once', () => {
  pass(2 * minute);
  limit = 1;
  pass(5000);
  expect(locks).toBe(1);
});

it('counts work in another program as somebody who is there', () => {
  for (let times = 0; times < 4; times += 1) {
    pass(9 * minute);
    idleSeconds = 0;
  }
  expect(locks).toBe(0);
});

it('counts from the last input in its own window where the system counts none', () => {
  pass(9 * minute, false);
  idle.sawInput();
  pass(9 * minute, false);
  expect(locks).toBe(0);
  pass(minute, false);
  expect(locks).toBe(1);
});

it('locks when the clock shows that its timer has slept', () => {
  pass(minute);
  idleSeconds = 0;
  now += 10 * minute + 1;
  idle.look();
  expect(locks).toBe(1);
});

it('does not lock after a nap shorter than the chosen time', () => {
  pass(minute);
  idleSeconds = 0;
  now += 9 * minute;
  idle.look();
  expect(locks).toBe(0);
});

it('does not lock when the clock is set back', () => {
  now -= 120 * minute;
  idle.look();
  expect(locks).toBe(0);
});

it('locks in the chosen time all the same when the clock is set back and the system counts none', () => {
  now -= 120 * minute;
  pass(10 * minute + 5000, false);
  expect(locks).toBe(1);
});
