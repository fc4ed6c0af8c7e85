import { randomUUID } from 'node:crypto';
import type { OutboxItem } from '../../../../shared/model/outbox-item.ts';
import type { Actor } from '../../ledger/ledger.ts';
import { findStateEvents, insertEvent } from '../../store/conversation-events.ts';
import { refreshConversation } from '../../store/conversation-summaries.ts';
import { hasMessages } from '../../store/conversations.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import { findUndeliveredId } from '../../store/outbox-recipients.ts';

/**
 * A letter that failed and is sent again answers after all: the conversation that was done with it is
 * so once more, unless staff said otherwise since or the reader wrote. Runs inside the caller's
 * transaction.
 */
export function redoDone(
  db: SectionDatabase,
  { id, conversationId }: Pick<OutboxItem, 'id' | 'conversationId'>,
  { actor, at }: { readonly actor: Actor | null; readonly at: number },
): void {
  const letter = findUndeliveredId(db, id);
  if (letter === null || !hasMessages(db, conversationId)) return;
  const events = findStateEvents(db, conversationId);
  const undone = events.findLastIndex(
    ({ type, body }) => type === 'letter-undone' && body.letter === letter,
  );
  if (undone === -1) return;
  const hasSpoken = events
    .slice(undone + 1)
    .some(({ type }) => type === 'status' || type === 'snoozed');
  const said = events.findLast(({ type, body }) => type === 'status' && body.letter === letter);
  if (hasSpoken || said?.type !== 'status') return;
  // As it was said: it knows of no letter that came since.
  insertEvent(db, conversationId, { id: randomUUID(), type: 'status', body: said.body, actor, at });
  refreshConversation(db, conversationId);
}
