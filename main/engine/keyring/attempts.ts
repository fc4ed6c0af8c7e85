import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { removeUnfinished, writeFileDurably } from '../write-file-durably.ts';

const Attempts = z.record(
  z.string(),
  z.object({ failures: z.int().positive(), lastAt: z.number() }),
);
type Attempts = z.infer<typeof Attempts>;

/** Wrong passphrases that cost nothing but their scrypt: fingers slip. */
const freeFailures = 3;
const firstWaitMs = 5_000;
const longestWaitMs = 15 * 60_000;

export type AttemptCounter = {
  /** When the next try of this profile (or of the recovery sheet) is looked at, in ms since the epoch; null for now. */
  readonly waitUntil: (who: string) => number | null;
  readonly failed: (who: string) => void;
  readonly passed: (who: string) => void;
};

/**
 * Slows guessing at this desk: from the fourth wrong passphrase on each wait is twice the last, from
 * 5 seconds to 15 minutes. Kept in a file, so that a restart does not end it. Whoever copies the
 * files away is slowed by scrypt alone.
 */
export function createAttemptCounter(folder: string, now: () => number): AttemptCounter {
  const path = join(folder, 'attempts.json');
  removeUnfinished(path);
  let attempts = read(path);

  function change(who: string, next: Attempts[string] | null): void {
    const { [who]: _, ...others } = attempts;
    attempts = next === null ? others : { ...others, [who]: next };
    writeFileDurably(path, JSON.stringify(attempts));
  }

  return {
    waitUntil(who) {
      const { failures, lastAt } = attempts[who] ?? { failures: 0, lastAt: 0 };
      // A clock that was turned back: the wait counts from now, once.
      if (lastAt > now()) change(who, { failures, lastAt: now() });
      if (failures <= freeFailures) return null;
      const wait = Math.min(firstWaitMs * 2 ** (failures - freeFailures - 1), longestWaitMs);
      const until = Math.min(lastAt, now()) + wait;
      return until > now() ? until : null;
    },
    failed(who) {
      change(who, { failures: (attempts[who]?.failures ?? 0) + 1, lastAt: now() });
    },
    passed(who) {
      if (attempts[who] !== undefined) change(who, null);
    },
  };
}

/** A file that cannot be read counts as none: nobody is to be locked out by a full disk. */
function read(path: string): Attempts {
  if (!existsSync(path)) return {};
  try {
    return Attempts.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return {};
    throw error;
  }
}
