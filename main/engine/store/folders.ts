import type { FolderId } from '../../../shared/ids.ts';
import { type FolderRole, folderRoles } from '../../../shared/model/folder.ts';
import { inTransaction } from './in-transaction.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** What is known of a folder from its last sync. 64-bit numbers of the protocol are kept as text. */
export type Folder = {
  readonly id: FolderId;
  readonly role: FolderRole;
  readonly path: string;
  readonly uidValidity: string | null;
  readonly uidNext: number | null;
  readonly highestModseq: string | null;
  /** Milliseconds since the epoch of the last time it was complete. */
  readonly syncedAt: number | null;
  /** False for one that is to be made. */
  readonly isOnServer: boolean;
};

type Row = Omit<Folder, 'isOnServer'> & { readonly isOnServer: number };

const columns = `id, role, path, uid_validity AS uidValidity, uid_next AS uidNext,
  highest_modseq AS highestModseq, synced_at AS syncedAt, is_on_server AS isOnServer`;

export function findFolder(db: SectionDatabase, role: FolderRole): Folder | null {
  return toFolder(statement<Row>(db, `SELECT ${columns} FROM folder WHERE role = ?`).get(role));
}

export function findFolderById(db: SectionDatabase, id: FolderId): Folder | null {
  return toFolder(statement<Row>(db, `SELECT ${columns} FROM folder WHERE id = ?`).get(id));
}

/** Those that are synced, the ones that staff look at most first. */
export function findSyncedFolders(db: SectionDatabase): Folder[] {
  const folders = statement<Row>(
    db,
    `SELECT ${columns} FROM folder WHERE is_synced = 1 AND is_on_server = 1 ORDER BY path`,
  )
    .all()
    .map((row) => ({ ...row, isOnServer: true }));
  return folders.sort((a, b) => folderRoles.indexOf(a.role) - folderRoles.indexOf(b.role));
}

/** The folder at a path, with its part. */
export function keepFolder(db: SectionDatabase, role: FolderRole, path: string): Folder {
  const row = statement<Row>(
    db,
    `INSERT INTO folder (role, path) VALUES (?, ?)
     ON CONFLICT (path) DO UPDATE SET role = excluded.role RETURNING ${columns}`,
  ).get(role, path);
  const folder = toFolder(row);
  if (folder === null) throw new Error('an upsert returned no row');
  return folder;
}

/** The folder that plays a part; one that is to be made with the next sync where there is none. */
export function planFolder(db: SectionDatabase, role: FolderRole, path: string): Folder {
  statement(
    db,
    `INSERT INTO folder (role, path, is_on_server) VALUES (:role, :path, 0)
     ON CONFLICT (path) DO UPDATE SET role = excluded.role, is_synced = 1, choice = NULL
     ON CONFLICT (role) WHERE role <> 'other' DO UPDATE SET is_synced = 1, choice = NULL`,
  ).run({ role, path });
  const folder = findFolder(db, role);
  if (folder === null) throw new Error('an upsert left no row');
  return folder;
}

/** The server has made it, perhaps below a prefix of its own. */
export function saveFolderMade(db: SectionDatabase, id: FolderId, path: string): void {
  statement(db, 'UPDATE folder SET is_on_server = 1, path = ? WHERE id = ?').run(path, id);
}

function toFolder(row: Row | undefined): Folder | null {
  return row === undefined ? null : { ...row, isOnServer: row.isOnServer === 1 };
}

/** The server is to be told something of it. */
export function hasWork(db: SectionDatabase, id: FolderId): boolean {
  const row = statement<{ any: number }>(
    db,
    `SELECT EXISTS (SELECT 1 FROM flag_action WHERE folder_id = :id AND is_kept = 0)
       OR EXISTS (SELECT 1 FROM move_action WHERE folder_id = :id)
       OR EXISTS (SELECT 1 FROM deletion_place WHERE folder_id = :id) AS any`,
  ).get({ id });
  return row?.any === 1;
}

/**
 * Forgets every place that messages have, with the read marks that wait for them: the section has
 * another account now. The messages that the new one has are matched by content.
 */
export function forgetFolders(db: SectionDatabase): void {
  statement(db, 'DELETE FROM folder').run();
}

/**
 * RFC 9051 2.3.1.1: UIDs are void when UIDVALIDITY changes. The messages stay: they are matched
 * again by content as the folder is read anew, and keep their conversations, drafts and replies.
 */
export function resetFolder(db: SectionDatabase, folderId: number, uidValidity: string): void {
  inTransaction(db, () => {
    for (const table of ['folder_message', 'deletion_place'])
      statement(db, `DELETE FROM ${table} WHERE folder_id = ?`).run(folderId);
    statement(
      db,
      `UPDATE folder SET uid_validity = ?, uid_next = NULL, highest_modseq = NULL, synced_at = NULL
       WHERE id = ?`,
    ).run(uidValidity, folderId);
  });
}

export function saveHighestModseq(
  db: SectionDatabase,
  folderId: number,
  highestModseq: string | null,
): void {
  statement(db, 'UPDATE folder SET highest_modseq = ? WHERE id = ?').run(highestModseq, folderId);
}

/** With the next look everything in it is compared, not just what changed. */
export function readAnew(db: SectionDatabase, folderId: number): void {
  saveHighestModseq(db, folderId, null);
}

export function saveFolderComplete(
  db: SectionDatabase,
  folderId: number,
  uidNext: number,
  now: number,
): void {
  statement(db, 'UPDATE folder SET uid_next = ?, synced_at = ? WHERE id = ?').run(
    uidNext,
    now,
    folderId,
  );
}

/** When the folder that waited longest was last complete; null before the first time. */
export function findLastSyncedAt(db: SectionDatabase): number | null {
  const row = statement<{ at: number | null; folders: number }>(
    db,
    'SELECT min(synced_at) AS at, count(synced_at) AS folders FROM folder',
  ).get();
  return row === undefined || row.folders === 0 ? null : row.at;
}
