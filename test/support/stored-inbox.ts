import { inflateRawSync } from 'node:zlib';
import { findDeflatedSource } from '../../main/engine/store/messages.ts';
import type { SectionDatabase } from '../../main/engine/store/open-database.ts';
import type { MessageId } from '../../shared/ids.ts';

type StoredMessage = {
  readonly uid: number;
  /** As IMAP calls them, in order. */
  readonly flags: readonly string[];
  /** As latin1. */
  readonly raw: string;
};

/** What the store has of a folder, to be held against doveadm's. */
export function storedFolder(db: SectionDatabase, path: string): StoredMessage[] {
  const rows = db
    .prepare(
      `SELECT uid, message_id AS id, concat_ws(' ', iif(seen, '\\Seen', NULL),
         iif(answered, '\\Answered', NULL), iif(flagged, '\\Flagged', NULL),
         nullif(other_flags, '')) AS flags
       FROM folder_message fm JOIN folder f ON f.id = fm.folder_id WHERE f.path = ? ORDER BY uid`,
    )
    .all(path) as { uid: number; id: MessageId; flags: string }[];
  return rows.map(({ uid, id, flags }) => {
    const deflated = findDeflatedSource(db, id);
    if (deflated === null) throw new Error('no source');
    const raw = inflateRawSync(deflated).toString('latin1');
    return {
      uid,
      flags: flags
        .split(' ')
        .filter((flag) => flag !== '')
        .sort(),
      raw,
    };
  });
}

/** The store's INBOX as UIDs with raw bytes. */
export function storedInbox(db: SectionDatabase): { uid: number; raw: string }[] {
  return storedFolder(db, 'INBOX').map(({ uid, raw }) => ({ uid, raw }));
}
