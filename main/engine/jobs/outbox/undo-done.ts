import { randomUUID } from 'node:crypto';
import type { OutboxItem } from '../../../../shared/model/outbox-item.ts';
import type { Actor } from '../../ledger/ledger.ts';
import { findStateEvents, insertEvent } from '../../store/conversation-events.ts';
import { refreshConversation } from '../../store/conversation-summaries.ts';
import { hasMessages } from '../../store/conversations.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import { findUndeliveredId } from '../../store/outbox-recipients.ts';

/**
 * A letter that does not reach its reader answers nothing: the conversation that was done with it
 * stands as it did before, unless staff said otherwise since. Runs inside the caller's transaction.
 */
export function undoDone(
  db: SectionDatabase,
  { id, conversationId }: Pick<OutboxItem, 'id' | 'conversationId'>,
  { actor, at }: { readonly actor: Actor | null; readonly at: number },
): void {
  const letter = findUndeliveredId(db, id);
  if (letter === null || !hasMessages(db, conversationId)) return;
  const isDoneWith = findStateEvents(db, conversationId).some(
    ({ type, body }) => type === 'status' && body.letter === letter,
  );
  if (!isDoneWith) return;
  insertEvent(db, conversationId, {
    id: randomUUID(),
    type: 'letter-undone',
    body: { letter },
    actor,
    at,
  });
  refreshConversation(db, conversationId);
}
