import type { ConversationId, MessageId, StaffId } from '../../../shared/ids.ts';
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

/** Replies whose words are not in Drafts as they are now. A note is never among them. */
export function findDraftsToCopy(db: SectionDatabase): DraftToCopy[] {
  return statement<DraftToCopy>(
    db,
    `SELECT conversation_id AS conversationId, staff_id AS staffId, message_id AS messageId, text,
       html, saved_at AS savedAt
     FROM draft d WHERE kind = 'reply' AND NOT EXISTS (
       SELECT 1 FROM server_draft s WHERE s.conversation_id = d.conversation_id
         AND s.staff_id = d.staff_id AND s.saved_at = d.saved_at)`,
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

/** Before it is handed to the server: what may be there is looked for by its Message-ID. */
export function beginCopy(db: SectionDatabase, headerMessageId: string, draft: DraftToCopy): void {
  const { conversationId, staffId, savedAt } = draft;
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
