import { setImmediate } from 'node:timers/promises';
import { removeOrphans } from '../../store/lost-places.ts';
import { settleDeletions } from '../../store/mail-deletions.ts';
import type { SyncContext } from './sync-context.ts';

/**
 * What the server no longer has in any folder goes here too, if it was lost before every folder was
 * looked at: by nobody's hand here, and on record. How many, not whose: the ledger never forgets.
 */
export async function removeLost(context: SyncContext, before: number): Promise<void> {
  const { db, ledger, changed, deleted } = context;
  for (;;) {
    const removal = ledger.write((record) => {
      const orphans = removeOrphans(db, before);
      if (orphans.removed > 0)
        record({ kind: 'messages-removed', by: null, detail: { count: orphans.removed } });
      return orphans;
    });
    if (removal.changed.size > 0) {
      changed(removal.changed);
      deleted();
    }
    if (!removal.isCutShort) return;
    await setImmediate();
  }
}

/** What staff had deleted for good is on record once the server has none of it. */
export function recordDeleted({ db, ledger, changed }: SyncContext): void {
  const finished = ledger.write((record) => {
    const settled = settleDeletions(db);
    for (const { number, count } of settled)
      record({ kind: 'mails-deleted', by: null, detail: { erasure: number, count } });
    return settled;
  });
  if (finished.length > 0) changed(new Set());
}
