import { ConversationId } from '../../../shared/ids.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** Enough for any real thread; a longer list is an attack, of which both ends are kept. */
const maximumReferences = 100;

export type ThreadingOutcome = {
  readonly conversationId: ConversationId;
  /** Conversations that turned out to be part of this one, and are gone. */
  readonly absorbed: readonly ConversationId[];
};

/**
 * The conversation of a message, by its own Message-ID and all that it refers to: two messages that
 * share any id are in one conversation, in whatever order they arrive. A message that connects
 * several conversations merges them into the oldest. Runs inside the caller's transaction.
 */
export function threadMessage(
  db: SectionDatabase,
  headerMessageId: string | null,
  references: readonly string[],
): ThreadingOutcome {
  const ids = boundedIds(headerMessageId, references);
  const known = new Set<ConversationId>();
  for (const id of ids) {
    const row = statement<{ conversationId: ConversationId }>(
      db,
      'SELECT conversation_id AS conversationId FROM thread_reference WHERE header_message_id = ?',
    ).get(id);
    if (row !== undefined) known.add(row.conversationId);
  }
  const [oldest, ...absorbed] = [...known].sort((a, b) => a - b);
  const conversationId = oldest ?? insertConversation(db);
  for (const other of absorbed) absorb(db, conversationId, other);
  for (const id of ids) {
    statement(
      db,
      'INSERT OR IGNORE INTO thread_reference (header_message_id, conversation_id) VALUES (?, ?)',
    ).run(id, conversationId);
  }
  return { conversationId, absorbed };
}

function boundedIds(headerMessageId: string | null, references: readonly string[]): Set<string> {
  const half = maximumReferences / 2;
  const kept =
    references.length <= maximumReferences
      ? references
      : [...references.slice(0, half), ...references.slice(-half)];
  return new Set(headerMessageId === null ? kept : [headerMessageId, ...kept]);
}

/** Under an id that no entry of the chain knows: it would name another reader there. */
function insertConversation(db: SectionDatabase): ConversationId {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO conversation (id) SELECT 1 + max(
       coalesce((SELECT max(id) FROM conversation), 0),
       coalesce((SELECT max(conversation_id) FROM chain_entry
         WHERE conversation_id IS NOT NULL), 0))`,
  ).run();
  return ConversationId.parse(Number(lastInsertRowid));
}

function absorb(db: SectionDatabase, into: ConversationId, from: ConversationId): void {
  statement(db, 'UPDATE message SET conversation_id = ? WHERE conversation_id = ?').run(into, from);
  statement(db, 'UPDATE thread_reference SET conversation_id = ? WHERE conversation_id = ?').run(
    into,
    from,
  );
  statement(db, 'UPDATE outbox_item SET conversation_id = ? WHERE conversation_id = ?').run(
    into,
    from,
  );
  statement(db, 'UPDATE draft_attachment SET conversation_id = ? WHERE conversation_id = ?').run(
    into,
    from,
  );
  statement(db, 'UPDATE conversation_event SET conversation_id = ? WHERE conversation_id = ?').run(
    into,
    from,
  );
  // Two drafts become one text: the copies of both are of before.
  statement(
    db,
    `UPDATE server_draft SET saved_at = 0, conversation_id = iif(conversation_id = :from, :into,
       conversation_id) WHERE conversation_id IN (:into, :from)`,
  ).run({ from, into });
  statement(db, 'UPDATE edited_draft SET conversation_id = ? WHERE conversation_id = ?').run(
    into,
    from,
  );
  statement(
    db,
    'UPDATE OR IGNORE copied_words SET conversation_id = ? WHERE conversation_id = ?',
  ).run(into, from);
  statement(
    db,
    `UPDATE conversation SET woken_at = max(woken_at,
       (SELECT woken_at FROM conversation WHERE id = :from)) WHERE id = :into`,
  ).run({ from, into });
  // Two drafts of one person become one text: what staff typed is never dropped. Written to two
  // messages, it answers neither alone.
  statement(
    db,
    `INSERT INTO draft (conversation_id, staff_id, staff_name, kind, message_id, text, html, cc, bcc,
       quote, saved_at, is_recorded)
     SELECT ?, staff_id, staff_name, kind, message_id, text, html, cc, bcc, quote, saved_at,
       is_recorded
     FROM draft WHERE conversation_id = ?
     ON CONFLICT (conversation_id, staff_id, kind) DO UPDATE
     SET message_id = iif(message_id IS excluded.message_id, message_id, NULL),
       text = text || char(10, 10) || excluded.text,
       quote = iif(message_id IS excluded.message_id, coalesce(quote, excluded.quote), NULL),
       html = iif(html IS NULL OR excluded.html IS NULL, NULL, html || excluded.html),
       saved_at = max(saved_at, excluded.saved_at)`,
  ).run(into, from);
  statement(db, 'DELETE FROM draft WHERE conversation_id = ?').run(from);
  statement(db, 'UPDATE merged_conversation SET into_id = ? WHERE into_id = ?').run(into, from);
  // Entries of the chain stay as they are, and tell of it under its old id.
  statement(
    db,
    `INSERT INTO merged_conversation (id, into_id) SELECT :from, :into
     WHERE EXISTS (SELECT 1 FROM chain_entry WHERE conversation_id = :from)`,
  ).run({ from, into });
  statement(db, 'DELETE FROM conversation WHERE id = ?').run(from);
}
