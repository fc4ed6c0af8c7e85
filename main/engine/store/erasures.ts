import type { ErasureId, StaffId } from '../../../shared/ids.ts';
import {
  ErasureCertificate,
  type ErasureMark,
  type ErasurePlace,
} from '../../../shared/model/erasure.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

type Row = Omit<ErasureCertificate, 'places'> & { readonly places: string };

const columns = `id AS number, member_id AS memberId, at, staff_name AS staffName, reason, places,
  sequence, (SELECT c.at FROM chain_entry c WHERE c.kind = 'copies-destroyed'
    AND c.sequence > erasure.sequence ORDER BY c.sequence LIMIT 1) AS copiesDestroyedAt,
  (SELECT max(c.at) FROM chain_entry c WHERE c.kind = 'mails-deleted'
    AND c.sequence > erasure.sequence AND c.detail ->> '$.erasure' = erasure.id
    AND NOT EXISTS (SELECT 1 FROM deleted_mail d
      WHERE d.erasure_id = erasure.id AND d.is_gone = 0)) AS mailsDeletedAt`;

/** The number that the next certificate gets: its entry in the chain, which comes first, names it. */
export function nextErasureId(db: SectionDatabase): ErasureId {
  const row = statement<{ next: ErasureId }>(
    db,
    `SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'erasure'), 0) + 1 AS next`,
  ).get();
  return row?.next ?? (1 as ErasureId);
}

export function insertErasure(
  db: SectionDatabase,
  {
    places,
    ...erasure
  }: Omit<ErasureCertificate, 'copiesDestroyedAt' | 'mailsDeletedAt' | 'places'> & {
    readonly places: readonly ErasurePlace[];
    readonly staffId: StaffId | null;
  },
): void {
  statement(
    db,
    `INSERT INTO erasure (id, member_id, at, staff_id, staff_name, reason, places, sequence)
     VALUES (:number, :memberId, :at, :staffId, :staffName, :reason, :places, :sequence)`,
  ).run({ ...erasure, places: JSON.stringify(places) });
}

export function findErasure(db: SectionDatabase, number: ErasureId): ErasureCertificate | null {
  const row = statement<Row>(db, `SELECT ${columns} FROM erasure WHERE id = ?`).get(number);
  return row === undefined ? null : toCertificate(row);
}

/** Newest first. */
export function findErasures(db: SectionDatabase): ErasureCertificate[] {
  return statement<Row>(db, `SELECT ${columns} FROM erasure ORDER BY id DESC`)
    .all()
    .map(toCertificate);
}

function toCertificate({ places, ...row }: Row): ErasureCertificate {
  return ErasureCertificate.parse({ ...row, places: JSON.parse(places) as ErasurePlace[] });
}

export function findTombstoneKey(db: SectionDatabase): Buffer {
  const row = statement<{ key: Buffer }>(db, 'SELECT key FROM tombstone_key').get();
  if (row === undefined) throw new Error('the key of the tombstones is gone');
  return row.key;
}

export function insertTombstone(db: SectionDatabase, mac: Buffer, number: ErasureId): void {
  statement(db, 'INSERT OR IGNORE INTO tombstone (mac, erasure_id) VALUES (?, ?)').run(mac, number);
}

/** Every tombstone with the newest erasure that left it. */
export function findTombstones(db: SectionDatabase): readonly (ErasureMark & { mac: Buffer })[] {
  return statement<ErasureMark & { mac: Buffer }>(
    db,
    `SELECT t.mac, max(e.id) AS number, e.at FROM tombstone t JOIN erasure e ON e.id = t.erasure_id
     GROUP BY t.mac`,
  ).all();
}
