import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';

/** A call that was kept from the network: its name and its time, never where it wanted to go. */
type Refusal = {
  /** Such as `net.connect`, or `mime-worker net.connect`. */
  readonly what: string;
  /** Milliseconds since 1970. */
  readonly at: number;
};

export type Refusals = {
  readonly record: (
    what: string,
    thread?: 'engine' | 'csv-worker' | 'mime-worker' | 'store-worker',
  ) => void;
  /** The newest last. */
  readonly list: () => readonly Refusal[];
};

/** A library that tries again and again must not fill the memory. */
const mostKept = 200;

export function createRefusals({
  now,
  log,
}: {
  readonly now: Clock['now'];
  readonly log: Log;
}): Refusals {
  let kept: readonly Refusal[] = [];
  return {
    record(what, thread = 'engine') {
      kept = [...kept, { what, at: now() }].slice(-mostKept);
      log('egress.refused', { thread });
    },
    list: () => kept,
  };
}

/** The code of what is thrown instead of reaching the network. */
export const egressRefusedCode = 'FUMIBAKO_EGRESS_REFUSED';

export function egressRefused(what: string): Error {
  return Object.assign(new Error(`${what}: the network is reached through egress alone`), {
    code: egressRefusedCode,
  });
}
