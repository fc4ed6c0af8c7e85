import type { ConversationId, MessageId } from '../../../shared/ids.ts';
import type { MessagePart } from '../../../shared/model/message.ts';
import type { MessageFlags } from '../mail/imap/message-flags.ts';
import { printOfDeflated } from '../mail/imap/message-print.ts';
import { refreshConversation } from './conversation-summaries.ts';
import { takeFlagsAlong } from './flag-actions.ts';
import { toColumns } from './folder-messages.ts';
import { inTransaction } from './in-transaction.ts';
import { findDeflatedSource } from './messages.ts';
import type { SectionDatabase } from './open-database.ts';
import { removeMessages } from './remove-messages.ts';
import { statement } from './statement.ts';

/** The last place that was lost so far: what is lost later has a higher number. */
export function lastLostPlace(db: SectionDatabase): number {
  const row = statement<{ last: number | null }>(
    db,
    'SELECT max(sequence) AS last FROM lost_place',
  ).get();
  return row?.last ?? 0;
}

/** A message in a folder, by what is known of it without its bytes. */
export type SeenMessage = MessageFlags & {
  readonly uid: number;
  readonly headerMessageId: string | null;
  /** Bytes. */
  readonly size: number;
  /** INTERNALDATE, which a server keeps when it moves or copies (RFC 9051 6.4.7). */
  readonly arrivedAt: number;
  /** RFC 8474: the same for the same bytes alone. Null where the server has none. */
  readonly emailId: string | null;
  /** Of its head and the beginning of its text (message-print.ts). */
  readonly print: string;
  /** Of its head alone. */
  readonly headPrint: string;
};

const byEmailId = `SELECT m.id, m.part, m.conversation_id AS conversationId
  FROM lost_place l JOIN message m ON m.id = l.message_id WHERE m.email_id = :emailId`;
const byLooks = `SELECT m.id, m.part, m.conversation_id AS conversationId
  FROM lost_place l JOIN message m ON m.id = l.message_id
  WHERE m.header_message_id = :headerMessageId AND m.size = :size AND m.arrived_at = :arrivedAt
    AND (m.email_id IS NULL OR :emailId IS NULL)`;

/**
 * Gives messages that lost their place to what is now seen in a folder, where one message and no
 * other can be meant: it was moved there, or its folder was renamed. Everything else is to be
 * downloaded, and known by its bytes. Returns the UIDs that have a message now.
 */
export function placeLost(
  db: SectionDatabase,
  folderId: number,
  seen: readonly SeenMessage[],
): { readonly placed: ReadonlySet<number>; readonly changed: ReadonlySet<ConversationId> } {
  const placed = new Set<number>();
  const changed = new Set<ConversationId>();
  const twins = findTwins(seen);
  inTransaction(db, () => {
    for (const each of seen) {
      const { uid, headerMessageId, emailId } = each;
      if (emailId === null && twins.has(headerMessageId)) continue;
      const found = findLost(db, each);
      const [message] = found;
      if (message === undefined || found.length > 1) continue;
      statement(
        db,
        `INSERT OR IGNORE INTO folder_message
           (folder_id, uid, message_id, seen, answered, flagged, other_flags)
         VALUES (:folderId, :uid, :id, :seen, :answered, :flagged, :otherFlags)`,
      ).run({ ...toColumns(each), folderId, id: message.id });
      takeFlagsAlong(db, message.id, folderId);
      placed.add(uid);
      changed.add(message.conversationId);
    }
    for (const id of changed) refreshConversation(db, id);
  });
  return { placed, changed };
}

/** Message-IDs that more than one has: which of them was lost cannot be told. */
function findTwins(seen: readonly SeenMessage[]): ReadonlySet<string | null> {
  const once = new Set<string | null>();
  const twice = new Set<string | null>();
  for (const { headerMessageId } of seen)
    (once.has(headerMessageId) ? twice : once).add(headerMessageId);
  return twice;
}

function findLost(db: SectionDatabase, seen: SeenMessage): Candidate[] {
  const { headerMessageId, size, arrivedAt, emailId, print, headPrint } = seen;
  const same = emailId === null ? [] : statement<Candidate>(db, byEmailId).all({ emailId });
  if (same.length > 0 || headerMessageId === null) return same;
  return statement<Candidate>(db, byLooks)
    .all({ headerMessageId, size, arrivedAt, emailId })
    .filter(({ id, part }) => {
      const deflated = findDeflatedSource(db, id);
      const seenPrint = part === 'head' ? headPrint : print;
      return deflated !== null && printOfDeflated(deflated) === seenPrint;
    });
}

type Candidate = {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly part: MessagePart;
};

/** So many that whoever else wants the store is heard between. */
const orphansAtOnce = 200;

export type OrphanRemoval = {
  /** Conversations that look different now, or are gone. */
  readonly changed: ReadonlySet<ConversationId>;
  /** Without those that were drafts, which come and go as somebody writes. */
  readonly removed: number;
  /** There may be more of them. */
  readonly isCutShort: boolean;
};

/**
 * Deletes some messages that are in no folder any more, but for those of a conversation with a draft or
 * a reply on its way: staff are at work there; and but for a registration that could not be read, which
 * waits for a person. Only what was lost up to `before` (a `lastLostPlace`), since when every
 * folder was looked at: what was lost later may be in a folder that was looked at earlier.
 */
export function removeOrphans(
  db: SectionDatabase,
  before = lastLostPlace(db),
  limit = orphansAtOnce,
): OrphanRemoval {
  return inTransaction(db, () => {
    statement(
      db,
      `DELETE FROM lost_place WHERE sequence <= ? AND EXISTS (
         SELECT 1 FROM folder_message fm WHERE fm.message_id = lost_place.message_id)`,
    ).run(before);
    // Of what is in that folder no more, and is not on its way from there.
    for (const table of ['move_action', 'flag_action'])
      statement(
        db,
        `DELETE FROM ${table} WHERE NOT EXISTS (SELECT 1 FROM folder_message fm
           WHERE fm.folder_id = ${table}.folder_id AND fm.message_id = ${table}.message_id)
         AND NOT EXISTS (SELECT 1 FROM lost_place l WHERE l.message_id = ${table}.message_id)`,
      ).run();
    const removed = statement<Omit<Candidate, 'part'> & { readonly wasDraft: number }>(
      db,
      `SELECT m.id, conversation_id AS conversationId, was_draft AS wasDraft
       FROM lost_place l JOIN message m ON m.id = l.message_id
       WHERE l.sequence <= ?
         AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.conversation_id = m.conversation_id)
         AND NOT EXISTS (SELECT 1 FROM draft_attachment a
           WHERE a.conversation_id = m.conversation_id AND a.outbox_item_id IS NULL
             AND a.removed_at IS NULL)
         AND NOT EXISTS (SELECT 1 FROM outbox_item o
           WHERE o.conversation_id = m.conversation_id AND o.filed = 0)
         AND NOT EXISTS (SELECT 1 FROM form_mail w
           WHERE w.message_id = m.id AND w.state = 'unread')
       LIMIT ?`,
    ).all(before, limit);
    removeMessages(
      db,
      removed.map(({ id }) => id),
    );
    const changed = new Set(removed.map(({ conversationId }) => conversationId));
    const isCutShort = removed.length === limit;
    const left = isCutShort ? [] : [...findEmptyConversations(db), ...findWaiting(db, before)];
    for (const id of left) changed.add(id);
    for (const id of changed) refreshConversation(db, id);
    return {
      changed,
      removed: removed.filter(({ wasDraft }) => wasDraft === 0).length,
      isCutShort,
    };
  });
}

/** Conversations of what is kept for now: they show that it is in no folder. */
function findWaiting(db: SectionDatabase, before: number): ConversationId[] {
  return statement<{ id: ConversationId }>(
    db,
    `SELECT DISTINCT c.id FROM lost_place l JOIN message m ON m.id = l.message_id
     JOIN conversation c ON c.id = m.conversation_id
     WHERE l.sequence <= ? AND c.inbox_count + c.sent_count > 0`,
  )
    .all(before)
    .map(({ id }) => id);
}

/** Kept for a draft that is gone, or made by a restore for mail that never came. */
function findEmptyConversations(db: SectionDatabase): ConversationId[] {
  return statement<{ id: ConversationId }>(
    db,
    'SELECT id FROM conversation WHERE message_count = 0',
  )
    .all()
    .map(({ id }) => id);
}
