import { setTimeout as pause } from 'node:timers/promises';
import type { RetentionRule, RetentionStatus } from '../../../../shared/model/retention.ts';
import type { Clock } from '../../clock.ts';
import { errorKind } from '../../error-kind.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Log } from '../../log.ts';
import { dueSince, isInEffect, nextRun } from '../../policy/retention.ts';
import { countDueMembers, findDueIds } from '../../store/due-members.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import {
  findRetentionRules,
  findRetentionRun,
  keepRetentionRun,
} from '../../store/retention-rules.ts';
import { repeatWhenWoken } from '../repeat-when-woken.ts';
import { forgetPart } from './forget-part.ts';

type Dependencies = {
  readonly db: SectionDatabase;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly log: Log;
  /** Something was deleted: what is left of it in the file is cleared away. */
  readonly forgotten: () => void;
  readonly statusChanged: (status: RetentionStatus) => void;
};

export type RetentionJob = {
  readonly status: () => RetentionStatus;
  /** Applies the rules once a day from now on, while the app runs. */
  readonly start: () => void;
  /** Applies those that are on now, in the name of whoever is signed in. */
  readonly runNow: () => void;
  /** Ends a run before its end; the next one is a day later. */
  readonly cancel: () => void;
  readonly stop: () => Promise<void>;
};

/** How often it is looked whether a day has passed, in milliseconds. */
const interval = 30 * 60_000;

/** One transaction works for so long, and the engine has so long for others before the next, in ms. */
const sliceMs = 10;
const restMs = 4;

/** Members looked up at once. */
const batch = 100;

/**
 * Forgets what the rules say. Each slice is a transaction with its entries in the chain, so that a
 * kill leaves nothing half done, and a run that was cut short is begun again at the next start.
 */
export function createRetentionJob(deps: Dependencies): RetentionJob {
  const { db, ledger, clock, log } = deps;
  let isByHand = false;
  let isCancelled = false;
  let isStopped = false;
  let current: RetentionStatus = { isRunning: false, done: 0, total: 0, last: null };
  const repeating = repeatWhenWoken({
    work: look,
    failed(error) {
      // A full disk, say: it is tried again.
      log('retention.failed', errorKind(error));
      show({ isRunning: false });
      return interval;
    },
  });

  function show(change: Partial<typeof current>): void {
    current = { ...current, ...change };
    deps.statusChanged(current);
  }

  async function look(): Promise<number> {
    const now = clock.now();
    const all = findRetentionRules(db);
    const hand = isByHand;
    isByHand = false;
    const last = findRetentionRun(db);
    current = { ...current, last };
    const at = nextRun(all, last?.at ?? null, now);
    if (!hand && (at === null || at > now)) return interval;
    const rules = all.filter((rule) => (hand ? rule.onSince !== null : isInEffect(rule, now)));
    await run(rules, now, hand);
    return interval;
  }

  async function run(rules: readonly RetentionRule[], now: number, hand: boolean): Promise<void> {
    isCancelled = false;
    show({ isRunning: true, done: 0, total: 0 });
    // Whole records first: nothing is taken out of what goes anyway.
    const ordered = rules.toSorted(
      (one, other) => Number(other.part === 'record') - Number(one.part === 'record'),
    );
    let total = 0;
    for (const rule of ordered) total += await countDue(rule, now);
    show({ total });
    for (const rule of ordered) await apply(rule, now, hand);
    if (!isStopped) {
      const last = { at: now, count: current.done };
      keepRetentionRun(db, last);
      show({ last });
    }
    show({ isRunning: false });
    if (current.done > 0) deps.forgotten();
  }

  async function countDue(rule: RetentionRule, now: number): Promise<number> {
    const steps = countDueMembers(db, questionOf(rule, now));
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value.total - step.value.held;
      await pause(restMs);
      if (isStopped) return 0;
    }
  }

  async function apply(rule: RetentionRule, now: number, hand: boolean): Promise<void> {
    while (!isStopped && !isCancelled) {
      const forgotten = ledger.write((record) => {
        const by = hand ? ledger.staff() : null;
        let count = 0;
        const end = performance.now() + sliceMs;
        for (const id of findDueIds(db, questionOf(rule, now), batch)) {
          if (forgetPart({ db, record, by, now }, id, rule)) count += 1;
          if (performance.now() > end) break;
        }
        return count;
      });
      if (forgotten === 0) return;
      show({ done: current.done + forgotten });
      await pause(restMs);
    }
  }

  return {
    // Of the database itself: the first look may be yet to come.
    status: () => ({ ...current, last: findRetentionRun(db) }),
    start: repeating.wake,
    runNow() {
      isByHand = true;
      repeating.wake();
    },
    cancel() {
      isCancelled = true;
    },
    async stop() {
      isStopped = true;
      await repeating.stop();
    },
  };
}

function questionOf(rule: RetentionRule, now: number) {
  return { status: rule.status, part: rule.part, dueSince: dueSince(rule, now) };
}
