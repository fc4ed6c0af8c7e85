import { randomUUID } from 'node:crypto';
import type { ConversationId } from '../../../shared/ids.ts';
import type { Actor } from '../ledger/ledger.ts';
import { findNewestArrival, findStateEvents, insertEvent } from '../store/conversation-events.ts';
import { refreshConversation } from '../store/conversation-summaries.ts';
import { hasMessages } from '../store/conversations.ts';
import type { SectionDatabase } from '../store/open-database.ts';

/**
 * Staff are done with a conversation by this letter, named by its Message-ID: should it be called
 * back, they are not. Runs in the transaction that queues it.
 */
export function doneWith(
  db: SectionDatabase,
  conversationId: ConversationId,
  { letter, actor, at }: { letter: string; actor: Actor | null; at: number },
): void {
  if (!hasMessages(db, conversationId)) return;
  const body = { status: 'done' as const, after: findNewestArrival(db, conversationId), letter };
  insertEvent(db, conversationId, { id: randomUUID(), type: 'status', body, actor, at });
  refreshConversation(db, conversationId);
}

/** Staff said so of this letter, whatever became of it since. */
export function isDoneWith(
  db: SectionDatabase,
  conversationId: ConversationId,
  letter: string,
): boolean {
  return findStateEvents(db, conversationId).some(
    ({ type, body }) => type === 'status' && body.letter === letter,
  );
}
