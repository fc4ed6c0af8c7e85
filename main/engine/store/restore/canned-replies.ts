import type { CannedReply } from '../../../../shared/model/canned-reply.ts';
import type { Honorific } from '../../../../shared/model/honorific.ts';
import { findCannedReplies, insertCannedVersion, type NewVersion } from '../canned-replies.ts';
import { hasLetterOf, saveHonorific } from '../honorifics.ts';
import type { SectionDatabase } from '../open-database.ts';
import { statement } from '../statement.ts';

/**
 * Brings every canned reply of the present database along, as it is now, with its versions. One that
 * only the backup has stays: whoever goes back to a backup may want just that.
 */
export function takeCannedRepliesAlong(current: SectionDatabase, restored: SectionDatabase): void {
  for (const reply of findCannedReplies(current)) putWhole(restored, reply);
  const known = new Set(
    statement<{ id: string }>(restored, 'SELECT id FROM canned_version')
      .all()
      .map(({ id }) => id),
  );
  for (const version of allVersions(current)) {
    if (!known.has(version.id)) insertCannedVersion(restored, version);
  }
}

/** Of readers who have a letter in the backup: of others nothing would ever be forgotten. */
export function takeHonorificsAlong(current: SectionDatabase, restored: SectionDatabase): void {
  const chosen = statement<{ address: string; honorific: Honorific }>(
    current,
    'SELECT address, honorific FROM honorific',
  ).all();
  for (const { address, honorific } of chosen) {
    if (hasLetterOf(restored, address)) saveHonorific(restored, address, honorific);
  }
}

function putWhole(db: SectionDatabase, reply: CannedReply): void {
  statement(
    db,
    `INSERT INTO canned_reply (id, name, key, language, text, uses, used_at, deleted_at)
     VALUES (:id, :name, :key, :language, :text, :uses, :usedAt, :deletedAt)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, key = excluded.key,
       language = excluded.language, text = excluded.text, uses = excluded.uses,
       used_at = excluded.used_at, deleted_at = excluded.deleted_at`,
  ).run(reply);
}

function allVersions(db: SectionDatabase): NewVersion[] {
  return statement<NewVersion>(
    db,
    `SELECT id, canned_reply_id AS cannedReplyId, at, staff_id AS staffId,
       staff_name AS staffName, name, key, language, text FROM canned_version ORDER BY rowid`,
  ).all();
}
