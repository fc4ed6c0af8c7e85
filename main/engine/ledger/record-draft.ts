import type { ConversationId } from '../../../shared/ids.ts';
import { addDraftEditor } from '../store/drafts.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import type { Ledger, RecordEntry } from './ledger.ts';

/**
 * One entry for each person who works on a draft, until it is sent or discarded, not one for each
 * time that it is stored: that is each second.
 */
export function recordDraftChange(
  db: SectionDatabase,
  ledger: Ledger,
  record: RecordEntry,
  conversationId: ConversationId,
): void {
  if (!addDraftEditor(db, conversationId, ledger.staff()?.id ?? '')) return;
  record({ kind: 'draft-changed', conversationId });
}
