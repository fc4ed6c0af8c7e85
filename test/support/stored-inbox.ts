import { inflateRawSync } from 'node:zlib';
import { findDeflatedSource } from '../../main/engine/store/messages.ts';
import type { SectionDatabase } from '../../main/engine/store/open-database.ts';
import type { MessageId } from '../../shared/ids.ts';

/** The store's INBOX as UIDs with raw bytes (as latin1), to be held against doveadm's. */
export function storedInbox(db: SectionDatabase): { uid: number; raw: string }[] {
  const rows = db
    .prepare(
      `SELECT uid, message_id AS id FROM folder_message fm JOIN folder f ON f.id = fm.folder_id
       WHERE f.role = 'inbox' ORDER BY uid`,
    )
    .all() as { uid: number; id: MessageId }[];
  return rows.map(({ uid, id }) => {
    const deflated = findDeflatedSource(db, id);
    if (deflated === null) throw new Error('no source');
    return { uid, raw: inflateRawSync(deflated).toString('latin1') };
  });
}
