import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createAttemptCounter } from '../../../../main/engine/keyring/attempts.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function counter() {
  const folder = temporaryFolder();
  let time = 1_000_000;
  const start = () => createAttemptCounter(folder, () => time);
  return {
    folder,
    start,
    pass: (ms: number) => {
      time += ms;
    },
    now: () => time,
  };
}

it('lets three slips pass, then waits twice as long each time, up to a quarter of an hour', () => {
  const { start, pass, now } = counter();
  const attempts = start();
  const waits: number[] = [];
  for (let failure = 0; failure < 14; failure += 1) {
    attempts.failed('hana');
    const until = attempts.waitUntil('hana');
    waits.push(until === null ? 0 : until - now());
    pass(waits.at(-1) ?? 0);
    expect(attempts.waitUntil('hana')).toBeNull();
  }
  expect(waits.slice(0, 6)).toEqual([0, 0, 0, 5_000, 10_000, 20_000]);
  expect(waits.at(-1)).toBe(900_000);
});

it('goes on waiting after a restart, for that profile alone', () => {
  const { start, now } = counter();
  const attempts = start();
  for (let failure = 0; failure < 4; failure += 1) attempts.failed('hana');
  expect(start().waitUntil('hana')).toBe(now() + 5_000);
  expect(start().waitUntil('ken')).toBeNull();
});

it('starts anew after the right passphrase', () => {
  const { start } = counter();
  const attempts = start();
  for (let failure = 0; failure < 4; failure += 1) attempts.failed('hana');
  attempts.passed('hana');
  expect(start().waitUntil('hana')).toBeNull();
});

it('waits no longer because a clock was turned back', () => {
  const { start, pass, now } = counter();
  const attempts = start();
  for (let failure = 0; failure < 4; failure += 1) attempts.failed('hana');
  pass(-600_000);
  expect(attempts.waitUntil('hana')).toBe(now() + 5_000);
  pass(5_000);
  expect(attempts.waitUntil('hana')).toBeNull();
});

it('locks nobody out for a file that cannot be read', () => {
  const { folder, start } = counter();
  writeFileSync(join(folder, 'attempts.json'), '{"hana":');
  expect(start().waitUntil('hana')).toBeNull();
});
