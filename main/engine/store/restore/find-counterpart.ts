import type { ConversationId, MessageId } from '../../../../shared/ids.ts';
import { threadMessage } from '../conversation-threading.ts';
import type { SectionDatabase } from '../open-database.ts';
import { statement } from '../statement.ts';

type Place = { readonly conversationId: ConversationId; readonly messageId: MessageId };

/** The same message, by its content, in another database of the section; rows' ids are its own there. */
export function findSameMessage(
  from: SectionDatabase,
  to: SectionDatabase,
  messageId: MessageId,
): Place | null {
  const content = statement<{ date: number | null; hash: Buffer }>(
    from,
    'SELECT header_date AS date, content_hash AS hash FROM message WHERE id = ?',
  ).get(messageId);
  if (content === undefined) return null;
  return (
    statement<Place>(
      to,
      `SELECT conversation_id AS conversationId, id AS messageId FROM message
       WHERE header_date IS :date AND content_hash = :hash`,
    ).get(content) ?? null
  );
}

/** Whether `findConversation` would find one, or make one that its mail comes to. */
export function hasConversation(
  from: SectionDatabase,
  to: SectionDatabase,
  id: ConversationId,
): boolean {
  return findByContent(from, to, id) !== null || referencesOf(from, id).length > 0;
}

/**
 * The same conversation in another database of the section: the one that has one of its messages, or
 * the one that its Message-IDs belong to. Where there is none yet it is made, and its mail will find
 * it by those ids. Null when it has neither.
 */
export function findConversation(
  from: SectionDatabase,
  to: SectionDatabase,
  id: ConversationId,
): ConversationId | null {
  const references = referencesOf(from, id);
  const known = findByContent(from, to, id);
  if (known !== null) return known;
  return references.length === 0 ? null : threadMessage(to, null, references).conversationId;
}

function findByContent(
  from: SectionDatabase,
  to: SectionDatabase,
  id: ConversationId,
): ConversationId | null {
  const messages = statement<{ id: MessageId }>(
    from,
    'SELECT id FROM message WHERE conversation_id = ? ORDER BY sent_at, id',
  ).all(id);
  for (const message of messages) {
    const place = findSameMessage(from, to, message.id);
    if (place !== null) return place.conversationId;
  }
  return null;
}

function referencesOf(db: SectionDatabase, id: ConversationId): string[] {
  return statement<{ id: string }>(
    db,
    'SELECT header_message_id AS id FROM thread_reference WHERE conversation_id = ?',
  )
    .all(id)
    .map((row) => row.id);
}
