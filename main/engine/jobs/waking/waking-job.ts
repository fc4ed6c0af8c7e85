import type { ConversationId } from '../../../../shared/ids.ts';
import type { Clock } from '../../clock.ts';
import { errorKind } from '../../error-kind.ts';
import type { Log } from '../../log.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import { findNextWaking, refreshSent, wakeConversations } from '../../store/waking.ts';

type Dependencies = {
  readonly db: SectionDatabase;
  readonly clock: Clock;
  readonly log: Log;
  readonly changed: (conversationIds: ReadonlySet<ConversationId>) => void;
};

export type WakingJob = {
  /** Something may be due, or due at another time than before. Opens what is due now. */
  readonly look: () => void;
  readonly stop: () => void;
};

/** A timer does not run while the computer sleeps: the clock is looked at this often, in milliseconds. */
const longestWait = 60_000;

/** Opens snoozed conversations when their time comes, and those whose reader has not answered by then. */
export function createWakingJob({ db, clock, log, changed }: Dependencies): WakingJob {
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;

  function look(): void {
    if (isStopped) return;
    if (timer !== null) clearTimeout(timer);
    timer = null;
    let wait = longestWait;
    try {
      const opened = new Set([...wakeConversations(db, clock.now()), ...refreshSent(db)]);
      if (opened.size > 0) changed(opened);
      const next = findNextWaking(db);
      // A sync may have brought what has a time: there is always a next look.
      if (next !== null) wait = Math.min(longestWait, Math.max(0, next - clock.now()));
    } catch (error) {
      // A full disk, say: it is tried again.
      log('waking.failed', errorKind(error));
    }
    timer = setTimeout(look, wait);
  }

  return {
    look,
    stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
