import { type DraftPlace, markDraftRecorded } from '../store/drafts.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import type { RecordEntry } from './ledger.ts';

/** One entry for each draft, until it is sent or discarded, not one for each time that it is stored. */
export function recordDraftChange(
  db: SectionDatabase,
  record: RecordEntry,
  place: DraftPlace,
): void {
  if (!markDraftRecorded(db, place)) return;
  record({ kind: 'draft-changed', conversationId: place.conversationId });
}
