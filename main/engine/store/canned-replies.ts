import type { CannedReplyId, StaffId } from '../../../shared/ids.ts';
import type {
  CannedContent,
  CannedReply,
  CannedVersion,
} from '../../../shared/model/canned-reply.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

const columns = 'id, name, key, language, text, uses, used_at AS usedAt, deleted_at AS deletedAt';

/** Every canned reply of the section, deleted ones too, by name. */
export function findCannedReplies(db: SectionDatabase): CannedReply[] {
  return statement<CannedReply>(
    db,
    `SELECT ${columns} FROM canned_reply ORDER BY name COLLATE NOCASE, id`,
  ).all();
}

export function findCannedReply(db: SectionDatabase, id: CannedReplyId): CannedReply | null {
  const found = statement<CannedReply>(db, `SELECT ${columns} FROM canned_reply WHERE id = ?`);
  return found.get(id) ?? null;
}

/** Writes what it says, and leaves how often it was used; a new id makes a new one. */
export function putCannedReply(
  db: SectionDatabase,
  id: CannedReplyId,
  { name, key, language, text }: CannedContent,
): void {
  statement(
    db,
    `INSERT INTO canned_reply (id, name, key, language, text)
     VALUES (:id, :name, :key, :language, :text)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, key = excluded.key,
       language = excluded.language, text = excluded.text, deleted_at = NULL`,
  ).run({ id, name, key, language, text });
}

/** What it says from now on, and who says so. */
export type NewVersion = CannedContent & {
  readonly id: string;
  readonly cannedReplyId: CannedReplyId;
  readonly at: number;
  readonly staffId: StaffId | null;
  readonly staffName: string;
};

export function insertCannedVersion(db: SectionDatabase, version: NewVersion): void {
  statement(
    db,
    `INSERT INTO canned_version
       (id, canned_reply_id, at, staff_id, staff_name, name, key, language, text)
     VALUES (:id, :cannedReplyId, :at, :staffId, :staffName, :name, :key, :language, :text)`,
  ).run({
    id: version.id,
    cannedReplyId: version.cannedReplyId,
    at: version.at,
    staffId: version.staffId,
    staffName: version.staffName,
    name: version.name,
    key: version.key,
    language: version.language,
    text: version.text,
  });
}

/** Newest first. */
export function findCannedVersions(db: SectionDatabase, id: CannedReplyId): CannedVersion[] {
  return statement<CannedVersion>(
    db,
    `SELECT at, staff_name AS staffName, name, key, language, text FROM canned_version
     WHERE canned_reply_id = ? ORDER BY at DESC, rowid DESC`,
  ).all(id);
}

/** Null brings it back. False when there is none to change. */
export function markCannedReplyDeleted(
  db: SectionDatabase,
  id: CannedReplyId,
  deletedAt: number | null,
): boolean {
  const { changes } = statement(
    db,
    `UPDATE canned_reply SET deleted_at = :deletedAt
     WHERE id = :id AND (deleted_at IS NULL) <> (:deletedAt IS NULL)`,
  ).run({ id, deletedAt });
  return changes > 0;
}

/** With its versions. False unless it was deleted before. */
export function eraseCannedReply(db: SectionDatabase, id: CannedReplyId): boolean {
  const { changes } = statement(
    db,
    'DELETE FROM canned_reply WHERE id = ? AND deleted_at IS NOT NULL',
  ).run(id);
  return changes > 0;
}

/** False when there is no such reply. */
export function countUse(db: SectionDatabase, id: CannedReplyId, now: number): boolean {
  const { changes } = statement(
    db,
    'UPDATE canned_reply SET uses = uses + 1, used_at = ? WHERE id = ?',
  ).run(now, id);
  return changes > 0;
}
