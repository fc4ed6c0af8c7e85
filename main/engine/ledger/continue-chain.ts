import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { silentLog } from '../log.ts';
import { eraseAgain } from '../store/restore/erasures.ts';
import type { ContinueChain } from '../store/restore/prepare-restore.ts';
import { openLedger } from './ledger.ts';

/**
 * Goes on from the older chain of a restored database with an entry that names the head of the
 * present one, and erases again whoever the backup brought back. The new head waits under the name of the restored file and takes its place with it,
 * so that no kill leaves one without the other.
 */
export const continueChain: ContinueChain = (
  restored,
  { presentHead, newHead },
  { sectionId, file, by, at },
  erasures,
) => {
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
  ledger.write((record) => {
    for (const erasure of erasures) {
      const { reason } = erasure;
      eraseAgain(restored, erasure, (memberId, number) =>
        record({
          ...{ kind: 'member-erased', target: String(memberId), detail: { erasure: number } },
          ...(memberId === erasure.memberId ? { reason } : {}),
        }),
      );
    }
  });
};
