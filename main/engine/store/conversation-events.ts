import { createHmac } from 'node:crypto';
import type { ConversationId, NoteId, StaffId } from '../../../shared/ids.ts';
import type { ConversationAct, StateEvent } from '../../../shared/model/conversation-event.ts';
import type { ConversationState } from '../../../shared/model/conversation-state.ts';
import type { Note } from '../../../shared/model/note.ts';
import { type Letter, newestArrival } from '../policy/conversation-state.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** What one person did to one conversation. */
export type NewEvent = ConversationAct & {
  /** A random UUID: the same act on every desktop. */
  readonly id: string;
  readonly actor: { readonly id: StaffId; readonly name: string } | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
};

/** Runs inside the caller's transaction. What follows from it is for `refreshConversation` to say. */
export function insertEvent(
  db: SectionDatabase,
  conversationId: ConversationId,
  { id, type, actor, at, body }: NewEvent,
): void {
  statement(
    db,
    `INSERT INTO conversation_event
       (id, conversation_key, conversation_id, type, staff_id, staff_name, at, body)
     VALUES (:id, :key, :conversationId, :type, :staffId, :staffName, :at, :body)`,
  ).run({
    id,
    key: conversationKey(db, conversationId),
    conversationId,
    type,
    staffId: actor?.id ?? null,
    staffName: actor?.name ?? '',
    at,
    body: JSON.stringify(body),
  });
}

/** What says how a conversation stands, oldest first. */
export function findStateEvents(db: SectionDatabase, id: ConversationId): StateEvent[] {
  return statement<{ type: string; at: number; body: string }>(
    db,
    `SELECT type, at, body FROM conversation_event
     WHERE conversation_id = ? AND type IN ('status', 'letter-undone', 'snoozed', 'reminder')
     ORDER BY at, rowid`,
  )
    .all(id)
    .map((row) => ({ ...row, body: JSON.parse(row.body) }) as StateEvent);
}

/** When the newest letter had arrived that an event of now knows of. */
export function findNewestArrival(db: SectionDatabase, id: ConversationId): number {
  const letters = statement<Pick<Letter, 'direction' | 'automation' | 'arrivedAt' | 'sentAt'>>(
    db,
    `SELECT direction, automation, arrived_at AS arrivedAt, sent_at AS sentAt FROM message
     WHERE conversation_id = ?`,
  ).all(id);
  return newestArrival(letters.map((letter) => ({ ...letter, isAnswered: false, isFiled: false })));
}

export function findState(db: SectionDatabase, id: ConversationId): ConversationState | null {
  const row = statement<ConversationState>(
    db,
    'SELECT status, due, wakes_at AS wakesAt FROM conversation WHERE id = ?',
  ).get(id);
  return row ?? null;
}

/**
 * When to be told that the reader has not answered, null for never; null altogether where nobody has
 * chosen since the reader's newest letter.
 */
export function findChosenReminder(
  db: SectionDatabase,
  id: ConversationId,
): { readonly remindAt: number | null } | null {
  const chosen = findStateEvents(db, id).findLast(({ type }) => type === 'reminder');
  if (chosen?.type !== 'reminder' || findNewestArrival(db, id) > chosen.body.after) return null;
  return { remindAt: chosen.body.remindAt };
}

/** The notes of a conversation as they are now, oldest first. */
export function findNotes(
  db: SectionDatabase,
  conversationId: ConversationId,
  reader: StaffId | null,
): Note[] {
  const rows = statement<{
    id: NoteId;
    staffId: StaffId | null;
    author: string;
    at: number;
    body: string;
    change: string | null;
  }>(
    db,
    `SELECT id, staff_id AS staffId, staff_name AS author, at, body,
       (SELECT json_extract(c.body, '$.text') FROM conversation_event c
         WHERE c.conversation_id = n.conversation_id AND c.type = 'note-changed'
           AND json_extract(c.body, '$.noteId') = n.id
         ORDER BY c.at DESC, c.rowid DESC LIMIT 1) AS change
     FROM conversation_event n WHERE conversation_id = ? AND type = 'note' AND body <> '{}'
     ORDER BY at, rowid`,
  ).all(conversationId);
  return rows.map(({ id, staffId, author, at, body, change }) => ({
    id,
    author,
    at,
    text: change ?? (JSON.parse(body) as { readonly text: string }).text,
    isOwn: staffId !== null && staffId === reader,
    isChanged: change !== null,
  }));
}

/** That it was there stays on record; its words do not. */
export function eraseNote(db: SectionDatabase, conversationId: ConversationId, id: NoteId): void {
  statement(
    db,
    `UPDATE conversation_event SET body = '{}' WHERE conversation_id = :conversationId AND (id = :id
       OR (type = 'note-changed' AND json_extract(body, '$.noteId') = :id))`,
  ).run({ conversationId, id });
}

/** HMAC of the Message-ID that the conversation began with; of its bytes where it had none. */
function conversationKey(db: SectionDatabase, id: ConversationId): string {
  const root = statement<{ root: string }>(
    db,
    `SELECT coalesce(json_extract(reference_ids, '$[0]'), header_message_id, hex(content_hash))
       AS root FROM message WHERE conversation_id = ? ORDER BY sent_at, id LIMIT 1`,
  ).get(id);
  const secret = statement<{ key: Buffer }>(db, 'SELECT key FROM event_key').get();
  if (root === undefined || secret === undefined) throw new Error('an event of no conversation');
  return createHmac('sha256', secret.key).update(root.root).digest('hex');
}
