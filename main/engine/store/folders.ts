import { inTransaction } from './in-transaction.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

export type FolderRole = 'inbox' | 'sent';

/** What is known of a folder from its last sync. 64-bit numbers of the protocol are kept as text. */
export type Folder = {
  readonly id: number;
  readonly role: FolderRole;
  readonly path: string;
  readonly uidValidity: string | null;
  readonly uidNext: number | null;
  readonly highestModseq: string | null;
  /** Milliseconds since the epoch of the last time it was complete. */
  readonly syncedAt: number | null;
};

const columns = `id, role, path, uid_validity AS uidValidity, uid_next AS uidNext,
  highest_modseq AS highestModseq, synced_at AS syncedAt`;

export function findFolder(db: SectionDatabase, role: FolderRole): Folder | null {
  return statement<Folder>(db, `SELECT ${columns} FROM folder WHERE role = ?`).get(role) ?? null;
}

/** The folder that plays a role, at the path where the server has it now; another path, another folder. */
export function keepFolder(db: SectionDatabase, role: FolderRole, path: string): Folder {
  statement(db, 'DELETE FROM folder WHERE role = ? AND path <> ?').run(role, path);
  const row = statement<Folder>(
    db,
    `INSERT INTO folder (role, path) VALUES (?, ?)
     ON CONFLICT (role) DO UPDATE SET path = path RETURNING ${columns}`,
  ).get(role, path);
  if (row === undefined) throw new Error('an upsert returned no row');
  return row;
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
