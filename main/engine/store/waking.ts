import type { ConversationId } from '../../../shared/ids.ts';
import { refreshConversation } from './conversation-summaries.ts';
import { inTransaction } from './in-transaction.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** When the next conversation opens by itself; null when none does. Milliseconds since the epoch. */
export function findNextWaking(db: SectionDatabase): number | null {
  const row = statement<{ at: number | null }>(
    db,
    'SELECT min(wakes_at) AS at FROM conversation WHERE wakes_at IS NOT NULL',
  ).get();
  return row?.at ?? null;
}

/** Opens the conversations whose time has come, and says which. A clock that ran ahead leaves no mark. */
export function wakeConversations(db: SectionDatabase, now: number): ReadonlySet<ConversationId> {
  return inTransaction(db, () => {
    const woken = statement<{ id: ConversationId }>(
      db,
      'UPDATE conversation SET woken_at = wakes_at WHERE wakes_at <= :now RETURNING id',
    ).all({ now });
    for (const { id } of woken) refreshConversation(db, id);
    return new Set(woken.map(({ id }) => id));
  });
}

/** Has the conversations of replies that were just sent wait for their reader, and says which. */
export function refreshSent(db: SectionDatabase): ReadonlySet<ConversationId> {
  return inTransaction(db, () => {
    const sent = statement<{ id: ConversationId }>(
      db,
      `SELECT DISTINCT o.conversation_id AS id FROM outbox_item o
       JOIN conversation c ON c.id = o.conversation_id
       WHERE o.filed = 0 AND o.state = 'sent' AND c.message_count > 0`,
    ).all();
    for (const { id } of sent) refreshConversation(db, id);
    return new Set(sent.map(({ id }) => id));
  });
}
