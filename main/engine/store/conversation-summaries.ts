import type { ConversationId } from '../../../shared/ids.ts';
import type { Automation } from '../../../shared/model/message.ts';
import type { Participant } from '../../../shared/model/participant.ts';
import { isTag } from '../mail/imap/tag-keyword.ts';
import { foldState, type Letter } from '../policy/conversation-state.ts';
import { findStateEvents } from './conversation-events.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';
import { listUnderTags } from './tags.ts';

type Row = {
  readonly subject: string;
  readonly snippet: string;
  readonly direction: 'in' | 'out';
  readonly name: string;
  readonly address: string;
  readonly recipients: string;
  readonly sentAt: number;
  readonly hasAttachment: number;
  readonly inInbox: number;
  readonly unread: number;
  readonly inSent: number;
  readonly isLive: number;
  readonly isHidden: number;
  readonly isFlagged: number;
  readonly automation: Automation;
  readonly arrivedAt: number;
  readonly isAnswered: number;
  /** Of all its places, a blank between them. */
  readonly otherFlags: string;
};

/** As `message_place` has it, which SQLite would work out for all messages to join it like this. */
const role = `iif(instr(fm.other_flags, '\\Deleted') > 0, 'trash', f.role)`;

/** More people than this are not named in a list row. */
const namedParticipants = 4;

/**
 * Recounts what lists show of a conversation from its messages, and deletes one that has nothing
 * left in it. Drafts, junk and what is in the trash count where there is nothing else. Runs inside the
 * caller's transaction.
 */
export function refreshConversation(db: SectionDatabase, id: ConversationId): void {
  const all = statement<Row>(
    db,
    `SELECT subject, snippet, direction, from_name AS name, from_address AS address, recipients,
       sent_at AS sentAt, instr(attachments, '"inline":false') > 0 AS hasAttachment,
       coalesce(max(${role} = 'inbox'), 0) AS inInbox,
       coalesce(max(${role} = 'inbox' AND fm.seen = 0), 0) AS unread,
       coalesce(max(${role} = 'sent'), 0) AS inSent,
       coalesce(max(${role} IN ('inbox', 'sent')), 1) AS isLive,
       coalesce(min(${role} IN ('drafts', 'junk', 'trash')), 0) AS isHidden,
       coalesce(max(fm.flagged), 0) AS isFlagged,
       automation, arrived_at AS arrivedAt, coalesce(max(fm.answered), 0) AS isAnswered,
       coalesce(group_concat(fm.other_flags, ' '), '') AS otherFlags
     FROM message m
     LEFT JOIN folder_message fm ON fm.message_id = m.id
     LEFT JOIN move_action a ON a.folder_id = fm.folder_id AND a.message_id = fm.message_id
     LEFT JOIN folder f ON f.id = coalesce(a.target_id, fm.folder_id)
     WHERE m.conversation_id = ? GROUP BY m.id ORDER BY sent_at DESC, m.id DESC`,
  ).all(id);
  const kept = all.filter(({ isHidden }) => isHidden === 0);
  const rows = kept.length > 0 ? kept : all;
  const newest = rows[0];
  const oldest = rows.at(-1);
  if (newest === undefined || oldest === undefined) {
    removeIfEmpty(db, id);
    return;
  }
  const { status, due, wakesAt } = stateOf(db, id, rows);
  statement(
    db,
    `UPDATE conversation SET subject = ?, snippet = ?, participants = ?, newest_at = ?,
       message_count = ?, inbox_count = ?, unread_count = ?, sent_count = ?, has_attachment = ?,
       answered = ?, status = ?, due = ?, wakes_at = ?, live = ?, hidden = ?, flagged = ?
     WHERE id = ?`,
  ).run(
    bareSubject(oldest.subject),
    newest.snippet,
    JSON.stringify(participantsOf(rows)),
    newest.sentAt,
    rows.length,
    count(rows, 'inInbox'),
    count(rows, 'unread'),
    count(rows, 'inSent'),
    count(rows, 'hasAttachment') > 0 ? 1 : 0,
    newest.direction === 'out' || newest.isAnswered === 1 ? 1 : 0,
    status,
    due,
    wakesAt,
    count(rows, 'isLive') > 0 ? 1 : 0,
    kept.length > 0 ? 0 : 1,
    count(rows, 'isFlagged') > 0 ? 1 : 0,
    id,
  );
  listInFolders(db, id, newest.sentAt);
  listUnderTags(db, id, newest.sentAt, tagsOf(rows));
}

/** INBOX and Sent have columns of their own. */
function listInFolders(db: SectionDatabase, id: ConversationId, newestAt: number): void {
  statement(db, 'DELETE FROM conversation_folder WHERE conversation_id = ?').run(id);
  statement(
    db,
    `INSERT INTO conversation_folder (folder_id, newest_at, conversation_id)
     SELECT DISTINCT p.folder_id, :newestAt, :id FROM message m
     JOIN message_place p ON p.message_id = m.id
     WHERE m.conversation_id = :id AND p.role NOT IN ('inbox', 'sent') AND p.folder_id IS NOT NULL`,
  ).run({ id, newestAt });
}

function stateOf(db: SectionDatabase, id: ConversationId, rows: readonly Row[]) {
  const letters: Letter[] = rows.map((row) => ({
    ...row,
    isAnswered: row.isAnswered === 1,
    isFiled: row.isLive === 0,
  }));
  const sent = findSentUncopied(db, id).map((createdAt): Letter => {
    return {
      direction: 'out',
      automation: 'no',
      arrivedAt: createdAt,
      sentAt: createdAt,
      isAnswered: false,
      isFiled: false,
    };
  });
  const woken = statement<{ at: number }>(
    db,
    'SELECT woken_at AS at FROM conversation WHERE id = ?',
  ).get(id);
  return foldState([...letters, ...sent], findStateEvents(db, id), woken?.at ?? 0);
}

/** When replies were written that the server has taken and whose copy is not here yet. */
function findSentUncopied(db: SectionDatabase, id: ConversationId): number[] {
  return statement<{ at: number }>(
    db,
    `SELECT created_at AS at FROM outbox_item o
     WHERE conversation_id = ? AND kind = 'reply' AND state = 'sent' AND EXISTS (
       SELECT 1 FROM outbox_recipient r
       WHERE r.outbox_item_id = o.id AND r.role = 'to' AND r.state = 'accepted') AND NOT EXISTS (
       SELECT 1 FROM message m WHERE m.header_message_id = o.header_message_id)`,
  )
    .all(id)
    .map(({ at }) => at);
}

function tagsOf(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.flatMap(({ otherFlags }) => otherFlags.split(' ')))].filter(
    (flag) => flag !== '' && isTag(flag),
  );
}

function count(
  rows: readonly Row[],
  key: 'inInbox' | 'unread' | 'inSent' | 'hasAttachment' | 'isLive' | 'isFlagged',
): number {
  return rows.reduce((sum, row) => sum + row[key], 0);
}

/** The subject without reply and forward marks, as one line of the list. */
function bareSubject(subject: string): string {
  return subject.replace(/^(?:\s*(?:re|fwd?|返信|転送)(?:\[\d{1,3}\])?\s*[:：])+\s*/i, '').trim();
}

function participantsOf(rows: readonly Row[]): readonly Participant[] {
  const people = new Map<string, Participant>();
  for (const row of rows) {
    const named =
      row.direction === 'in'
        ? [{ name: row.name, address: row.address }]
        : (JSON.parse(row.recipients) as { readonly to: readonly Participant[] }).to;
    for (const person of named) {
      const key = person.address.toLowerCase();
      if (!people.has(key)) people.set(key, person);
    }
    if (people.size >= namedParticipants) break;
  }
  return [...people.values()].slice(0, namedParticipants);
}

function removeIfEmpty(db: SectionDatabase, id: ConversationId): void {
  const needed = statement(
    db,
    `SELECT 1 FROM draft WHERE conversation_id = :id
     UNION ALL SELECT 1 FROM draft_attachment WHERE conversation_id = :id
       AND outbox_item_id IS NULL AND removed_at IS NULL
     UNION ALL SELECT 1 FROM outbox_item WHERE conversation_id = :id AND filed = 0`,
  ).get({ id });
  if (needed !== undefined) {
    statement(
      db,
      `UPDATE conversation SET message_count = 0, inbox_count = 0, unread_count = 0, sent_count = 0,
         live = 0, hidden = 0 WHERE id = ?`,
    ).run(id);
    statement(db, 'DELETE FROM conversation_folder WHERE conversation_id = ?').run(id);
    listUnderTags(db, id, 0, []);
    return;
  }
  statement(db, 'DELETE FROM outbox_item WHERE conversation_id = ?').run(id);
  statement(db, 'DELETE FROM thread_reference WHERE conversation_id = ?').run(id);
  statement(db, 'DELETE FROM conversation WHERE id = ?').run(id);
}
