import type { RecordEntry } from '../../ledger/ledger.ts';
import { findRelease } from '../../store/held-entries.ts';
import { findRequestOfLetter, markOpen } from '../../store/member-requests.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import { aboutRequest } from '../member-requests.ts';

/** The letter with what is held was called back: its request waits again. Inside the transaction of that. */
export function takeBackReleaseOf(
  db: SectionDatabase,
  write: RecordEntry,
  headerMessageId: string,
): void {
  const request = findRequestOfLetter(db, headerMessageId);
  if (request === null) return;
  markOpen(db, request.id);
  const concerns = findRelease(db, request.id);
  if (concerns !== null) write({ kind: 'outcome', detail: { concerns, outcome: 'not-done' } });
  write(aboutRequest('member-request-reopened', request));
}
