import type { LeftOutcome } from '../../../../shared/model/chain-entry.ts';
import type { OutboxItem } from '../../../../shared/model/outbox-item.ts';
import type { Actor, RecordEntry } from '../../ledger/ledger.ts';
import { findMailEntry } from '../../store/chain-entries.ts';
import type { SectionDatabase } from '../../store/open-database.ts';

/**
 * What became of a reply that was handed to a server, as an entry of its own: the one of the sending
 * stays as it was. `by` is who decided it; nobody did when a server answered, or did not.
 */
export function recordOutcome(
  db: SectionDatabase,
  record: RecordEntry,
  item: Pick<OutboxItem, 'id' | 'recipient' | 'conversationId'>,
  outcome: LeftOutcome,
  by: Actor | null = null,
): void {
  const concerns = findMailEntry(db, item.id);
  record({
    kind: 'outcome',
    by,
    target: item.recipient,
    conversationId: item.conversationId,
    outboxItemId: item.id,
    detail: { outcome, ...(concerns === null ? {} : { concerns }) },
  });
}
