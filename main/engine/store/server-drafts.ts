import { createHmac } from 'node:crypto';
import type { ConversationId, MessageId, StaffId } from '../../../shared/ids.ts';
import { isOfferedTo } from './edited-drafts.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** A reply that is being written, as far as a copy of it goes. */
export type DraftToCopy = {
  readonly conversationId: ConversationId;
  readonly staffId: StaffId | '';
  readonly messageId: MessageId | null;
  readonly text: string;
  readonly html: string | null;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
};

/** A copy in the account's Drafts; its place is null while it is not known whether it got there. */
export type ServerDraft = {
  readonly headerMessageId: string;
  readonly uidValidity: string | null;
  readonly uid: number | null;
};

const copy = `header_message_id AS headerMessageId, uid_validity AS uidValidity, uid`;

/**
 * Replies whose words are not in Drafts as they are now. A note is never among them, nor what somebody
 * is to choose about first: beside a newer text of another program's ours would only confuse.
 */
export function findDraftsToCopy(db: SectionDatabase): DraftToCopy[] {
  return statement<DraftToCopy>(
    db,
    `SELECT conversation_id AS conversationId, staff_id AS staffId, message_id AS messageId, text,
       html, saved_at AS savedAt
     FROM draft d WHERE kind = 'reply' AND NOT EXISTS (
       SELECT 1 FROM server_draft s WHERE s.conversation_id = d.conversation_id
         AND s.staff_id = d.staff_id AND s.saved_at = d.saved_at)
       AND NOT EXISTS (SELECT 1 FROM edited_draft e WHERE e.conversation_id = d.conversation_id
         AND ${isOfferedTo('d.staff_id')})`,
  ).all();
}

/** Copies of replies that were sent or discarded, and those that a newer one took the place of. */
export function findStaleCopies(db: SectionDatabase): ServerDraft[] {
  return statement<ServerDraft>(
    db,
    `SELECT ${copy} FROM server_draft s WHERE uid IS NOT NULL AND (
       NOT EXISTS (SELECT 1 FROM draft d WHERE d.kind = 'reply'
         AND d.conversation_id = s.conversation_id AND d.staff_id = s.staff_id)
       OR EXISTS (SELECT 1 FROM server_draft n WHERE n.conversation_id = s.conversation_id
         AND n.staff_id = s.staff_id AND n.uid IS NOT NULL AND n.rowid > s.rowid))`,
  ).all();
}

export function findAllCopies(db: SectionDatabase): ServerDraft[] {
  return statement<ServerDraft>(db, `SELECT ${copy} FROM server_draft WHERE uid IS NOT NULL`).all();
}

/** The app ended while these were on their way. */
export function findUncertainCopies(db: SectionDatabase): ServerDraft[] {
  return statement<ServerDraft>(db, `SELECT ${copy} FROM server_draft WHERE uid IS NULL`).all();
}

/** Where a copy is, or was, and whose reply it is one of. */
export type PlacedCopy = ServerDraft & {
  readonly conversationId: ConversationId;
  readonly staffId: StaffId | '';
};

export function findPlacedCopies(db: SectionDatabase): PlacedCopy[] {
  return statement<PlacedCopy>(
    db,
    `SELECT ${copy}, conversation_id AS conversationId, staff_id AS staffId FROM server_draft`,
  ).all();
}

export function hasCopy(db: SectionDatabase, conversationId: ConversationId): boolean {
  const found = statement(db, 'SELECT 1 FROM server_draft WHERE conversation_id = ?');
  return found.get(conversationId) !== undefined;
}

/** Somebody's reply in a conversation of which there is a copy. */
export type CopiedReply = Pick<DraftToCopy, 'conversationId' | 'staffId' | 'text'> & {
  readonly messageId: MessageId;
  /** The Message-ID of what it answers; null where that had none. */
  readonly answered: string | null;
};

/** Where a reply of one person is copied, those of the others are known too. */
export function findCopiedReplies(db: SectionDatabase): CopiedReply[] {
  return statement<CopiedReply>(
    db,
    `SELECT d.conversation_id AS conversationId, staff_id AS staffId, text, m.id AS messageId,
       header_message_id AS answered
     FROM draft d JOIN message m ON m.id = d.message_id
     WHERE kind = 'reply' AND EXISTS (
       SELECT 1 FROM server_draft s WHERE s.conversation_id = d.conversation_id)`,
  ).all();
}

/** The name of a person's reply to a message, which tells nobody whose and to what. */
export function draftToken(
  db: SectionDatabase,
  { answered, staffId }: { readonly answered: string; readonly staffId: StaffId | '' },
): string {
  const secret = statement<{ key: Buffer }>(db, 'SELECT key FROM event_key').get();
  if (secret === undefined) throw new Error('a section without a key for its events');
  return createHmac('sha256', secret.key).update(`draft ${staffId} ${answered}`).digest('hex');
}

/** Before it is handed to the server: what may be there is looked for by its Message-ID. */
export function beginCopy(
  db: SectionDatabase,
  headerMessageId: string,
  draft: DraftToCopy,
  digest: string,
): void {
  const { conversationId, staffId, savedAt } = draft;
  statement(
    db,
    `INSERT OR IGNORE INTO copied_words (conversation_id, staff_id, digest)
     SELECT id, ?, ? FROM conversation WHERE id = ?`,
  ).run(staffId, digest, conversationId);
  statement(
    db,
    `INSERT INTO server_draft (header_message_id, conversation_id, staff_id, saved_at)
     VALUES (?, ?, ?, ?)`,
  ).run(headerMessageId, conversationId, staffId, savedAt);
}

export function endCopy(
  db: SectionDatabase,
  headerMessageId: string,
  place: { readonly uidValidity: string; readonly uid: number },
): void {
  statement(
    db,
    'UPDATE server_draft SET uid_validity = ?, uid = ? WHERE header_message_id = ?',
  ).run(place.uidValidity, place.uid, headerMessageId);
}

export function removeCopy(db: SectionDatabase, headerMessageId: string): void {
  statement(db, 'DELETE FROM server_draft WHERE header_message_id = ?').run(headerMessageId);
}

/** Whether a copy of a person's reply ever said this. */
export function wasCopied(
  db: SectionDatabase,
  { conversationId, staffId }: Pick<DraftToCopy, 'conversationId' | 'staffId'>,
  digest: string,
): boolean {
  const found = statement(
    db,
    `SELECT 1 FROM copied_words
     WHERE conversation_id = ? AND (staff_id = ? OR ? = '') AND digest = ?`,
  ).get(conversationId, staffId, staffId, digest);
  return found !== undefined;
}

/** What copies said of replies that were sent or discarded. Returns how many were forgotten. */
export function forgetCopiedWords(db: SectionDatabase): number {
  return statement(
    db,
    `DELETE FROM copied_words WHERE NOT EXISTS (SELECT 1 FROM draft d WHERE d.kind = 'reply'
       AND d.conversation_id = copied_words.conversation_id AND d.staff_id = copied_words.staff_id)`,
  ).run().changes;
}
