import type { FolderReport, MailReport } from '../../../shared/model/mail-report.ts';
import type { MessageFlags } from '../mail/imap/message-flags.ts';
import { listFolders } from './folder-list.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** The folders that are synced, by part and then by name. */
export function reportFolders(db: SectionDatabase): FolderReport[] {
  const facts = statement<{ messages: number; syncedAt: number | null }>(
    db,
    'SELECT message_count AS messages, synced_at AS syncedAt FROM folder WHERE id = ?',
  );
  return listFolders(db)
    .filter(({ isSynced }) => isSynced)
    .map(({ id, role, names }) => {
      const { messages = 0, syncedAt = null } = facts.get(id) ?? {};
      return { id, role, names, messages, syncedAt };
    });
}

/** What the server has not been told, in messages. */
export function countQueue(db: SectionDatabase): Omit<MailReport['queue'], 'letters'> {
  const row = statement<Omit<MailReport['queue'], 'letters'>>(
    db,
    `SELECT (SELECT count(DISTINCT message_id) FROM flag_action WHERE is_kept = 0) AS marks,
       (SELECT count(DISTINCT message_id) FROM move_action) AS moves,
       (SELECT count(*) FROM deletion_place) AS deletions`,
  ).get();
  return row ?? { marks: 0, moves: 0, deletions: 0 };
}

/** A message's place, to be held against the server's. */
export type CheckedPlace = MessageFlags & {
  readonly uid: number;
  /** SHA-256; null where only a part of it is here. */
  readonly contentHash: Buffer | null;
  /** Marks of ours that the server does not know. */
  readonly isMarked: boolean;
};

/** Places of a folder above a UID, ascending. */
export function findPlacesAfter(
  db: SectionDatabase,
  folderId: number,
  after: number,
  limit: number,
): CheckedPlace[] {
  type Row = Omit<CheckedPlace, 'seen' | 'answered' | 'flagged' | 'isMarked'> &
    Record<'seen' | 'answered' | 'flagged' | 'isMarked', number>;
  return statement<Row>(
    db,
    `SELECT fm.uid, fm.seen, fm.answered, fm.flagged, fm.other_flags AS otherFlags,
       iif(m.part = 'whole', m.content_hash, NULL) AS contentHash, EXISTS (SELECT 1 FROM flag_action a
         WHERE a.folder_id = fm.folder_id AND a.message_id = fm.message_id) AS isMarked
     FROM folder_message fm JOIN message m ON m.id = fm.message_id
     WHERE fm.folder_id = ? AND fm.uid > ? ORDER BY fm.uid LIMIT ?`,
  )
    .all(folderId, after, limit)
    .map(({ seen, answered, flagged, isMarked, ...row }) => ({
      ...row,
      ...{ seen: seen === 1, answered: answered === 1, flagged: flagged === 1 },
      isMarked: isMarked === 1,
    }));
}

/** Bytes of the section's file. */
export function storeSize(db: SectionDatabase): number {
  const pragma = (name: string) => Number(db.pragma(name, { simple: true }));
  return pragma('page_count') * pragma('page_size');
}
