import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { openLedger } from '../ledger/ledger.ts';
import { silentLog } from '../log.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import type { RestoreEntry } from '../store-thread/store-task.ts';

/**
 * Goes on from the older chain of a restored database with an entry that names the head of the
 * present one. The new head waits under the name of the restored file and takes its place with it,
 * so that no kill leaves one without the other.
 */
export function continueChain(
  restored: SectionDatabase,
  presentHead: string,
  newHead: string,
  { sectionId, file, by, at }: RestoreEntry,
): void {
  rmSync(newHead, { force: true });
  if (existsSync(presentHead)) copyFileSync(presentHead, newHead);
  const ledger = openLedger({
    sectionId,
    db: restored,
    head: newHead,
    staff: () => by,
    clock: { now: () => at },
    // It finds the head of a newer chain here, as it should.
    log: silentLog,
  });
  ledger.restored(file);
}
