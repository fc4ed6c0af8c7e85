import type { ConversationId } from '../../../../shared/ids.ts';
import { refreshConversation } from '../conversation-summaries.ts';
import { hasMessages } from '../conversations.ts';
import type { SectionDatabase } from '../open-database.ts';
import { statement } from '../statement.ts';
import { findConversation } from './find-counterpart.ts';

type StoredEvent = {
  readonly id: string;
  readonly key: string;
  readonly conversationId: ConversationId;
  readonly type: string;
  readonly staffId: string | null;
  readonly staffName: string;
  readonly at: number;
  readonly body: string;
};

/**
 * Brings along what staff did since the backup, and takes out of it the words of notes that were
 * removed since. Events of the present database are keyed with its own secret, which goes on.
 */
export function takeEventsAlong(current: SectionDatabase, restored: SectionDatabase): void {
  const touched = new Set<ConversationId>();
  const events = statement<StoredEvent>(
    current,
    `SELECT id, conversation_key AS key, conversation_id AS conversationId, type,
       staff_id AS staffId, staff_name AS staffName, at, body
     FROM conversation_event ORDER BY rowid`,
  ).all();
  for (const event of events) {
    if (event.body === '{}') {
      statement(restored, `UPDATE conversation_event SET body = '{}' WHERE id = ?`).run(event.id);
    }
    if (hasEvent(restored, event.id)) continue;
    const conversationId = findConversation(current, restored, event.conversationId);
    if (conversationId === null) continue;
    statement(
      restored,
      `INSERT INTO conversation_event
         (id, conversation_key, conversation_id, type, staff_id, staff_name, at, body)
       VALUES (:id, :key, :conversationId, :type, :staffId, :staffName, :at, :body)`,
    ).run({ ...event, conversationId });
    touched.add(conversationId);
  }
  const secret = statement<{ key: Buffer }>(current, 'SELECT key FROM event_key').get();
  if (secret !== undefined) statement(restored, 'UPDATE event_key SET key = ?').run(secret.key);
  // One whose mail is yet to come from the server stays as it is until then.
  for (const id of touched) if (hasMessages(restored, id)) refreshConversation(restored, id);
}

function hasEvent(db: SectionDatabase, id: string): boolean {
  return statement(db, 'SELECT 1 FROM conversation_event WHERE id = ?').get(id) !== undefined;
}
