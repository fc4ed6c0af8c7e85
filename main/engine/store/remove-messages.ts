import type { MessageId } from '../../../shared/ids.ts';
import { findHonorificsOf, forgetHonorific } from './honorifics.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/**
 * Deletes messages that have no place in a folder, and how readers are addressed who have no letter
 * left. Inside the caller's transaction, which then refreshes their conversations.
 */
export function removeMessages(db: SectionDatabase, ids: readonly MessageId[]): void {
  const honorifics = new Set(ids.flatMap((id) => findHonorificsOf(db, id)));
  for (const id of ids) removeMessage(db, id);
  for (const address of honorifics) forgetHonorific(db, address);
}

/** With our own record of sending it, and the ids that no other message of the conversation names. */
function removeMessage(db: SectionDatabase, id: MessageId): void {
  statement(
    db,
    `DELETE FROM outbox_item WHERE filed = 1
     AND header_message_id = (SELECT header_message_id FROM message WHERE id = ?)`,
  ).run(id);
  statement(
    db,
    `WITH gone AS (SELECT conversation_id, header_message_id, reference_ids FROM message
       WHERE id = :id),
     kept AS (SELECT m.header_message_id, m.reference_ids FROM message m, gone
       WHERE m.conversation_id = gone.conversation_id AND m.id <> :id)
     DELETE FROM thread_reference WHERE header_message_id IN (
       SELECT header_message_id FROM gone
       UNION SELECT value FROM gone, json_each(gone.reference_ids)
       EXCEPT SELECT header_message_id FROM kept
       EXCEPT SELECT value FROM kept, json_each(kept.reference_ids)
       EXCEPT SELECT o.header_message_id FROM outbox_item o, gone
         WHERE o.conversation_id = gone.conversation_id)`,
  ).run({ id });
  statement(db, 'DELETE FROM message_search WHERE rowid = ?').run(id);
  statement(db, 'DELETE FROM message WHERE id = ?').run(id);
}
