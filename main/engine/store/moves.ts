import type { ConversationId, FolderId, MessageId } from '../../../shared/ids.ts';
import type { ListView } from '../../../shared/model/conversation.ts';
import type { MovedMessage } from '../../../shared/model/folder.ts';
import { refreshConversation } from './conversation-summaries.ts';
import { takeFlagsAlong } from './flag-actions.ts';
import { inTransaction } from './in-transaction.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** Where the messages of a conversation are that staff mean, by what they look at. */
function whereSeen(view: ListView): string {
  if (view.startsWith('folder:')) return 'p.folder_id = :folderId';
  if (view === 'sent') return `p.role = 'sent'`;
  if (view === 'inbox' || view === 'unread') return `p.role = 'inbox'`;
  // What we sent stays with what we sent.
  return `p.role NOT IN ('sent', 'drafts', 'junk', 'trash')`;
}

/** Messages of a conversation that would move from what staff look at to a folder. */
export function findMoving(
  db: SectionDatabase,
  conversationId: ConversationId,
  view: ListView,
  to: FolderId,
): MovedMessage[] {
  const folderId = view.startsWith('folder:') ? Number(view.slice('folder:'.length)) : null;
  return statement<MovedMessage>(
    db,
    `SELECT DISTINCT p.message_id AS messageId, p.folder_id AS "from", :to AS "to"
     FROM message m JOIN message_place p ON p.message_id = m.id
     WHERE m.conversation_id = :conversationId AND ${whereSeen(view)} AND p.folder_id <> :to`,
  ).all({ conversationId, to, ...(folderId !== null && { folderId }) });
}

/**
 * Moves messages here at once, and notes for each what the server is to be told. What is not where it
 * is said to be stays where it is. Returns the conversations that changed.
 */
export function moveMessages(
  db: SectionDatabase,
  moves: readonly MovedMessage[],
): ReadonlySet<ConversationId> {
  const changed = new Set<ConversationId>();
  inTransaction(db, () => {
    for (const { messageId, from, to } of moves) {
      const places = statement<{ serverFolderId: FolderId; conversationId: ConversationId }>(
        db,
        `SELECT DISTINCT p.server_folder_id AS serverFolderId, m.conversation_id AS conversationId
         FROM message_place p JOIN message m ON m.id = p.message_id
         WHERE p.message_id = ? AND p.folder_id = ?`,
      ).all(messageId, from);
      // On its way there, and not seen there yet: it goes on as soon as it is.
      if (places.length === 0 && isLost(db, messageId)) planMove(db, { messageId, from, to });
      for (const { serverFolderId, conversationId } of places) {
        changed.add(conversationId);
        planMove(db, { messageId, from: serverFolderId, to });
        statement(db, 'DELETE FROM move_action WHERE folder_id = target_id AND message_id = ?').run(
          messageId,
        );
      }
    }
    for (const id of changed) refreshConversation(db, id);
  });
  return changed;
}

function planMove(db: SectionDatabase, { messageId, from, to }: MovedMessage): void {
  statement(
    db,
    `INSERT INTO move_action (folder_id, message_id, target_id) VALUES (?, ?, ?)
     ON CONFLICT (folder_id, message_id) DO UPDATE SET target_id = excluded.target_id,
       begun_uid_next = iif(target_id = excluded.target_id, begun_uid_next, NULL)`,
  ).run(from, messageId, to);
}

function isLost(db: SectionDatabase, messageId: MessageId): boolean {
  const row = statement(db, 'SELECT 1 FROM lost_place WHERE message_id = ?').get(messageId);
  return row !== undefined;
}

/** A move that the server has not been told of. */
export type MoveAction = {
  readonly messageId: MessageId;
  readonly uid: number;
  readonly targetId: FolderId;
  readonly headerMessageId: string | null;
  /** Bytes. */
  readonly size: number;
  /** A copy may be in the target, from here on. */
  readonly begunAt: BeginningOfNew | null;
};

/** What a folder has from this UID on is new. */
export type BeginningOfNew = { readonly uidValidity: string; readonly uidNext: number };

export function findMoveActions(db: SectionDatabase, folderId: FolderId): MoveAction[] {
  type Row = Omit<MoveAction, 'begunAt'> & { uidNext: number | null; uidValidity: string | null };
  return statement<Row>(
    db,
    `SELECT a.message_id AS messageId, fm.uid, a.target_id AS targetId, a.begun_uid_next AS uidNext,
       a.begun_uid_validity AS uidValidity,
       m.header_message_id AS headerMessageId, m.size
     FROM move_action a
     JOIN folder_message fm ON fm.folder_id = a.folder_id AND fm.message_id = a.message_id
     JOIN message m ON m.id = a.message_id WHERE a.folder_id = ? ORDER BY fm.uid`,
  )
    .all(folderId)
    .map(({ uidNext, uidValidity, ...row }) => ({
      ...row,
      begunAt: uidNext === null || uidValidity === null ? null : { uidNext, uidValidity },
    }));
}

/** Before the server is asked for copies: should nobody hear its answer, they are looked for. */
export function beginMoves(
  db: SectionDatabase,
  folderId: FolderId,
  moves: readonly MoveAction[],
  { uidNext, uidValidity }: BeginningOfNew,
): void {
  inTransaction(db, () => {
    for (const { messageId } of moves)
      statement(
        db,
        `UPDATE move_action SET begun_uid_next = ?, begun_uid_validity = ?
         WHERE folder_id = ? AND message_id = ?`,
      ).run(uidNext, uidValidity, folderId, messageId);
  });
}

export type FinishedMove = MoveAction & {
  /** In the target; null where the server does not say. */
  readonly newUid: number | null;
  /** The server could not take it away and has it marked \Deleted. */
  readonly isMarked: boolean;
};

/**
 * The server has moved these. One that staff sent elsewhere or took back meanwhile goes on from where
 * it is now. Returns the conversations that they are in.
 */
export function finishMoves(
  db: SectionDatabase,
  folderId: FolderId,
  moves: readonly FinishedMove[],
): ReadonlySet<ConversationId> {
  const changed = new Set<ConversationId>();
  // A message may be in a folder twice.
  const targets = new Map(moves.map(({ messageId, targetId }) => [messageId, targetId]));
  inTransaction(db, () => {
    for (const move of moves) finishPlace(db, folderId, move);
    for (const [messageId, targetId] of targets)
      changed.add(finishMessage(db, { messageId, from: folderId, to: targetId }));
    for (const id of changed) refreshConversation(db, id);
  });
  return changed;
}

function finishPlace(
  db: SectionDatabase,
  folderId: FolderId,
  { messageId, uid, targetId, newUid, isMarked }: FinishedMove,
): void {
  if (newUid !== null)
    statement(
      db,
      `INSERT OR IGNORE INTO folder_message
         (folder_id, uid, message_id, seen, answered, flagged, other_flags)
       SELECT :targetId, :newUid, message_id, seen, answered, flagged, other_flags
       FROM folder_message WHERE folder_id = :folderId AND uid = :uid`,
    ).run({ folderId, uid, targetId, newUid });
  if (isMarked)
    statement(
      db,
      `UPDATE folder_message SET other_flags = trim('\\Deleted ' || other_flags)
       WHERE folder_id = ? AND uid = ? AND instr(other_flags, '\\Deleted') = 0`,
    ).run(folderId, uid);
  else
    statement(db, 'DELETE FROM folder_message WHERE folder_id = ? AND uid = ?').run(folderId, uid);
  takeFlagsAlong(db, messageId, targetId);
}

function finishMessage(db: SectionDatabase, { messageId, from, to }: MovedMessage): ConversationId {
  const row = statement<{ conversationId: ConversationId; goal: FolderId | null; left: number }>(
    db,
    `SELECT conversation_id AS conversationId, a.target_id AS goal, EXISTS (
       SELECT 1 FROM folder_message fm WHERE fm.message_id = m.id AND fm.folder_id = :from
         AND instr(fm.other_flags, '\\Deleted') = 0) AS left
     FROM message m LEFT JOIN move_action a ON a.message_id = m.id AND a.folder_id = :from
     WHERE m.id = :messageId`,
  ).get({ messageId, from });
  if (row === undefined) throw new Error('a move of no message');
  const { conversationId, left } = row;
  // None: taken back while the server was at it.
  const goal = row.goal ?? from;
  // What is there once more has to go as well, by the same action.
  if (row.goal !== null && left === 1) return conversationId;
  statement(db, 'DELETE FROM move_action WHERE folder_id = ? AND message_id = ?').run(
    from,
    messageId,
  );
  if (goal !== to) planMove(db, { messageId, from: to, to: goal });
  return conversationId;
}
