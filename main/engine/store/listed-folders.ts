import type { ConversationId, FolderId } from '../../../shared/ids.ts';
import type { FolderRole } from '../../../shared/model/folder.ts';
import { refreshConversation } from './conversation-summaries.ts';
import { resetFolder } from './folders.ts';
import { inTransaction } from './in-transaction.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** A folder as the server lists it now. */
export type ListedFolder = {
  readonly path: string;
  readonly role: FolderRole;
  readonly delimiter: string | null;
  /** Synced unless staff chose otherwise. */
  readonly isWanted: boolean;
  /** Null where the server does not say without opening it. */
  readonly uidValidity: string | null;
};

type Row = {
  readonly id: FolderId;
  readonly path: string;
  readonly role: FolderRole;
  readonly uidValidity: string | null;
  readonly isOnServer: number;
};

/**
 * Takes the server's word on which folders there are and what each is for. One that is gone while a
 * new one has its UIDVALIDITY was renamed: it keeps what staff did in it, and its messages are matched
 * again. Those that are gone, or not wanted any more, lose their messages with `forgetPlaces`.
 */
export function keepListedFolders(db: SectionDatabase, listed: readonly ListedFolder[]): void {
  inTransaction(db, () => {
    followRenames(db, listed);
    readAnewWhereRoleChanges(db, listed);
    moveToListed(db, listed);
    const paths = JSON.stringify(listed.map(({ path }) => path));
    statement(
      db,
      `UPDATE folder SET is_synced = 0, is_on_server = 0, choice = NULL WHERE is_on_server = 1
         AND path NOT IN (SELECT value FROM json_each(?))`,
    ).run(paths);
    // Two may have changed places.
    statement(db, `UPDATE folder SET role = 'other' WHERE is_on_server = 1`).run();
    for (const { path, role, delimiter, isWanted } of listed)
      statement(
        db,
        `INSERT INTO folder (role, path, delimiter, is_synced)
         VALUES (:role, :path, :delimiter, :isWanted)
         ON CONFLICT (path) DO UPDATE SET role = excluded.role, delimiter = excluded.delimiter,
           is_synced = coalesce(choice, excluded.is_synced), is_on_server = 1`,
      ).run({ path, role, delimiter, isWanted: isWanted ? 1 : 0 });
  });
}

function findRows(db: SectionDatabase): Row[] {
  return statement<Row>(
    db,
    `SELECT id, path, role, uid_validity AS uidValidity, is_on_server AS isOnServer FROM folder`,
  ).all();
}

function followRenames(db: SectionDatabase, listed: readonly ListedFolder[]): void {
  const rows = findRows(db);
  const known = new Set(rows.map(({ path }) => path));
  const there = new Set(listed.map(({ path }) => path));
  const fresh = listed.filter(({ path }) => !known.has(path));
  for (const { id, uidValidity, path } of rows) {
    if (there.has(path) || uidValidity === null) continue;
    const same = fresh.filter((folder) => folder.uidValidity === uidValidity);
    const rivals = rows.filter((row) => row.uidValidity === uidValidity && !there.has(row.path));
    const [renamed] = same;
    if (renamed === undefined || same.length > 1 || rivals.length > 1) continue;
    statement(db, 'UPDATE folder SET path = ? WHERE id = ?').run(renamed.path, id);
    resetFolder(db, id, uidValidity);
  }
}

/** What is seen of a message depends on what its folder is for: it is placed again. */
function readAnewWhereRoleChanges(db: SectionDatabase, listed: readonly ListedFolder[]): void {
  const roles = new Map(listed.map(({ path, role }) => [path, role]));
  for (const { id, path, role, uidValidity } of findRows(db))
    if (uidValidity !== null && roles.has(path) && roles.get(path) !== role)
      resetFolder(db, id, uidValidity);
}

/** A folder that was to be made here, and that somebody made elsewhere under another name. */
function moveToListed(db: SectionDatabase, listed: readonly ListedFolder[]): void {
  for (const { id, role, path, isOnServer } of findRows(db)) {
    const made = listed.find((folder) => folder.role === role);
    if (isOnServer === 1 || role === 'other' || made === undefined || made.path === path) continue;
    statement(db, `UPDATE folder SET role = 'other', is_synced = 0 WHERE id = ?`).run(id);
    statement(
      db,
      `INSERT INTO folder (role, path) VALUES (?, ?)
       ON CONFLICT (path) DO UPDATE SET role = excluded.role`,
    ).run(role, made.path);
    statement(
      db,
      `UPDATE move_action SET target_id = (SELECT id FROM folder WHERE path = ?)
       WHERE target_id = ?`,
    ).run(made.path, id);
    const target = statement<{ id: FolderId }>(db, 'SELECT id FROM folder WHERE path = ?');
    const targetId = target.get(made.path)?.id;
    if (targetId !== undefined) refreshMovedTo(db, targetId);
  }
}

function refreshMovedTo(db: SectionDatabase, id: FolderId): void {
  for (const conversationId of findMovedTo(db, id)) refreshConversation(db, conversationId);
}

/** Conversations with a message that is to be moved to a folder. */
function findMovedTo(db: SectionDatabase, id: FolderId): ConversationId[] {
  return statement<{ id: ConversationId }>(
    db,
    `SELECT DISTINCT m.conversation_id AS id FROM move_action a JOIN message m ON m.id = a.message_id
     WHERE a.target_id = ?`,
  )
    .all(id)
    .map((row) => row.id);
}

/** Takes staff's word on whether a folder is synced. */
export function chooseFolder(db: SectionDatabase, id: FolderId, isSynced: boolean): void {
  statement(
    db,
    `UPDATE folder SET choice = :choice, is_synced = :choice WHERE id = :id AND role <> 'inbox'`,
  ).run({ id, choice: isSynced ? 1 : 0 });
}

/**
 * Forgets some places in folders that are not synced: so many at a time that whoever else wants the
 * store is heard between. A folder that the server does not have goes altogether then, and what was to
 * be moved there stays where it is. Null when nothing is left to do.
 */
export function forgetPlaces(
  db: SectionDatabase,
  limit: number,
): ReadonlySet<ConversationId> | null {
  return inTransaction(db, () => {
    const places = statement<{ folderId: FolderId; uid: number; conversationId: ConversationId }>(
      db,
      `SELECT fm.folder_id AS folderId, fm.uid, m.conversation_id AS conversationId
       FROM folder f JOIN folder_message fm ON fm.folder_id = f.id
       JOIN message m ON m.id = fm.message_id WHERE f.is_synced = 0 LIMIT ?`,
    ).all(limit);
    if (places.length === 0) return forgetFolders(db);
    for (const { folderId, uid } of places)
      statement(db, 'DELETE FROM folder_message WHERE folder_id = ? AND uid = ?').run(
        folderId,
        uid,
      );
    const changed = new Set(places.map(({ conversationId }) => conversationId));
    for (const id of changed) refreshConversation(db, id);
    return changed;
  });
}

/** Those without a place that are not synced. */
function forgetFolders(db: SectionDatabase): ReadonlySet<ConversationId> | null {
  const gone = statement<{ id: FolderId }>(
    db,
    'SELECT id FROM folder WHERE is_synced = 0 AND is_on_server = 0',
  ).all();
  const changed = new Set(gone.flatMap(({ id }) => findMovedTo(db, id)));
  for (const { id } of gone) statement(db, 'DELETE FROM folder WHERE id = ?').run(id);
  statement(
    db,
    `UPDATE folder SET uid_validity = NULL, uid_next = NULL, highest_modseq = NULL, synced_at = NULL
     WHERE is_synced = 0 AND uid_validity IS NOT NULL`,
  ).run();
  for (const id of changed) refreshConversation(db, id);
  return changed.size === 0 ? null : changed;
}
