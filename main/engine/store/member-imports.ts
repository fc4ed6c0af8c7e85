import { MemberId, type StaffId } from '../../../shared/ids.ts';
import { MemberRecord } from '../../../shared/model/member.ts';
import { ChangeBody, SomeFields } from '../../../shared/model/member-change.ts';
import { ImportMapping, type MemberImport } from '../../../shared/model/member-import.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

export type ImportId = MemberImport['id'];

/** A member as an import is going to write it: a new one, or what changes of a known one. */
export type PreparedRow =
  | { readonly memberId: null; readonly record: MemberRecord }
  | { readonly memberId: MemberId; readonly before: SomeFields; readonly after: SomeFields };

export type StoredImport = Omit<MemberImport, 'state'> & {
  readonly state: MemberImport['state'] | 'preparing';
  readonly staffId: StaffId | null;
};

const columns = `id, at, staff_id AS staffId, staff_name AS staffName, file_name AS fileName, reason,
  state, prepared, added, changed, skipped, taken_back AS takenBack, left_alone AS left`;

type NewImport = Pick<MemberImport, 'at' | 'staffName' | 'fileName' | 'reason'> & {
  readonly staffId: StaffId | null;
};

export function insertImport(db: SectionDatabase, started: NewImport): ImportId {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO member_import (at, staff_id, staff_name, file_name, reason, state)
     VALUES (:at, :staffId, :staffName, :fileName, :reason, 'preparing')`,
  ).run(started);
  return Number(lastInsertRowid);
}

export function findImport(db: SectionDatabase, id: ImportId): StoredImport | null {
  const sql = `SELECT ${columns} FROM member_import WHERE id = ?`;
  return statement<StoredImport>(db, sql).get(id) ?? null;
}

/** Those that began since then, and those that are not through; the newest first. */
export function findImports(db: SectionDatabase, since: number): StoredImport[] {
  return statement<StoredImport>(
    db,
    `SELECT ${columns} FROM member_import
     WHERE at >= ? OR state NOT IN ('done', 'undone') ORDER BY id DESC`,
  ).all(since);
}

/** What an import is going to write is put down: so many rows. */
export function setImportPrepared(db: SectionDatabase, id: ImportId, rows: number): void {
  statement(db, `UPDATE member_import SET state = 'writing', prepared = ? WHERE id = ?`).run(
    rows,
    id,
  );
}

export function setImportState(
  db: SectionDatabase,
  id: ImportId,
  state: MemberImport['state'],
): void {
  statement(db, 'UPDATE member_import SET state = ? WHERE id = ?').run(state, id);
}

export type ImportFigures = Pick<
  MemberImport,
  'added' | 'changed' | 'skipped' | 'takenBack' | 'left'
>;

/** Adds to what an import has done so far. */
export function countImport(db: SectionDatabase, id: ImportId, figures: ImportFigures): void {
  statement(
    db,
    `UPDATE member_import SET added = added + :added, changed = changed + :changed,
       skipped = skipped + :skipped, taken_back = taken_back + :takenBack,
       left_alone = left_alone + :left WHERE id = :id`,
  ).run({ ...figures, id });
}

export function deleteImport(db: SectionDatabase, id: ImportId): void {
  statement(db, 'DELETE FROM member_import WHERE id = ?').run(id);
}

export function insertPreparedRow(
  db: SectionDatabase,
  id: ImportId,
  position: number,
  row: PreparedRow,
): void {
  statement(db, 'INSERT INTO member_import_row (import_id, position, body) VALUES (?, ?, ?)').run(
    id,
    position,
    JSON.stringify(row),
  );
}

export function findPreparedRows(
  db: SectionDatabase,
  id: ImportId,
  limit: number,
): { readonly position: number; readonly row: PreparedRow }[] {
  const rows = statement<{ position: number; body: string }>(
    db,
    `SELECT position, body FROM member_import_row WHERE import_id = ?
     ORDER BY position LIMIT ?`,
  ).all(id, limit);
  return rows.map(({ position, body }) => ({ position, row: readPrepared(JSON.parse(body)) }));
}

function readPrepared(body: {
  memberId: unknown;
  record?: unknown;
  before?: unknown;
  after?: unknown;
}): PreparedRow {
  if (body.memberId === null) return { memberId: null, record: MemberRecord.parse(body.record) };
  return {
    memberId: MemberId.parse(body.memberId),
    before: SomeFields.parse(body.before),
    after: SomeFields.parse(body.after),
  };
}

/** As far as this position. */
export function deletePreparedRows(db: SectionDatabase, id: ImportId, last: number): void {
  statement(db, 'DELETE FROM member_import_row WHERE import_id = ? AND position <= ?').run(
    id,
    last,
  );
}

/** Some of them; false when there are none. */
export function deleteSomePreparedRows(db: SectionDatabase, id: ImportId, limit: number): boolean {
  const { changes } = statement(
    db,
    `DELETE FROM member_import_row WHERE import_id = :id AND position IN (
       SELECT position FROM member_import_row WHERE import_id = :id ORDER BY position LIMIT :limit)`,
  ).run({ id, limit });
  return changes > 0;
}

/** `sequence` is that of the change. */
export function insertImportChange(db: SectionDatabase, id: ImportId, sequence: number): void {
  statement(db, 'INSERT INTO member_import_change (sequence, import_id) VALUES (?, ?)').run(
    sequence,
    id,
  );
}

export type ImportChange = {
  readonly sequence: number;
  readonly memberId: MemberId;
  readonly body: ChangeBody;
};

/** Changes of an import that were not taken back yet, the last ones first. */
export function findImportChanges(
  db: SectionDatabase,
  id: ImportId,
  limit: number,
): ImportChange[] {
  const rows = statement<Omit<ImportChange, 'body'> & { body: string }>(
    db,
    `SELECT c.sequence, c.member_id AS memberId, c.body
     FROM member_import_change i JOIN member_change c ON c.sequence = i.sequence
     WHERE i.import_id = ? ORDER BY i.sequence DESC LIMIT ?`,
  ).all(id, limit);
  return rows.map(({ body, ...row }) => ({ ...row, body: ChangeBody.parse(JSON.parse(body)) }));
}

/** From this one on; those of members who are gone went with them. */
export function deleteImportChanges(db: SectionDatabase, id: ImportId, first: number): void {
  statement(db, 'DELETE FROM member_import_change WHERE import_id = ? AND sequence >= ?').run(
    id,
    first,
  );
}

/** How often a member was changed, with the change that added it. */
export function countMemberChanges(db: SectionDatabase, memberId: MemberId): number {
  const sql = 'SELECT count(*) AS total FROM member_change WHERE member_id = ?';
  return statement<{ total: number }>(db, sql).get(memberId)?.total ?? 0;
}

/** `header` is a digest of the header row. */
export function findMapping(db: SectionDatabase, header: Buffer): ImportMapping | null {
  const sql = 'SELECT mapping FROM member_import_mapping WHERE header = ?';
  const found = statement<{ mapping: string }>(db, sql).get(header);
  if (found === undefined) return null;
  // A field of a later version may be in it.
  return ImportMapping.safeParse(JSON.parse(found.mapping)).data ?? null;
}

export function keepMapping(db: SectionDatabase, header: Buffer, mapping: ImportMapping): void {
  statement(
    db,
    `INSERT INTO member_import_mapping (header, mapping) VALUES (?, ?)
     ON CONFLICT (header) DO UPDATE SET mapping = excluded.mapping`,
  ).run(header, JSON.stringify(mapping));
}
