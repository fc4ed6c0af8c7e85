import { countStoredUids } from '../../store/folder-messages.ts';
import type { Folder } from '../../store/folders.ts';
import { findDeletionUids } from '../../store/mail-deletions.ts';
import type { SectionDatabase } from '../../store/open-database.ts';

/** A folder as SELECT or STATUS tells it. */
export type FolderCounts = {
  readonly exists: number;
  readonly uidNext: number;
  /** Null where the server keeps no count of changes (RFC 7162). */
  readonly highestModseq: string | null;
};

/**
 * UIDs only grow and are never used again (RFC 9051 2.3.1.1): the same UIDNEXT and the same count
 * mean the same messages, and the same HIGHESTMODSEQ means the same flags, of which nothing is known
 * where there is none.
 */
export function isAsKept(
  db: SectionDatabase,
  folder: Folder,
  { exists, uidNext, highestModseq }: FolderCounts,
): boolean {
  return (
    highestModseq === folder.highestModseq &&
    uidNext === folder.uidNext &&
    exists === countStoredUids(db, folder.id) + findDeletionUids(db, folder.id).length
  );
}
