import type { ErasureId, MemberId, StaffId } from '../../../../shared/ids.ts';
import type { ErasurePlace } from '../../../../shared/model/erasure.ts';
import { findErasedPerson } from '../erased-person.ts';
import { deleteDraftsTo } from '../erasure-places.ts';
import { insertErasure, insertTombstone, nextErasureId } from '../erasures.ts';
import { deleteMailsByHash } from '../mail-deletions.ts';
import { deleteMemberHold } from '../member-holds.ts';
import { deleteMember } from '../members.ts';
import type { SectionDatabase } from '../open-database.ts';
import { statement } from '../statement.ts';
import { findSharedEnd, isSameMember } from './shared-chain.ts';

type ErasureRow = {
  readonly number: ErasureId;
  readonly memberId: MemberId;
  readonly at: number;
  readonly staffId: StaffId | null;
  readonly staffName: string;
  readonly reason: string;
  readonly places: string;
};

/** A person who was erased after a backup was made, and is in it still, or is to be kept out of it. */
export type LaterErasure = Omit<ErasureRow, 'places'> & {
  readonly places: readonly ErasurePlace[];
  /** Their records in the backup: none when they came after it. */
  readonly records: readonly MemberId[];
  readonly tombstones: readonly Buffer[];
  /** Content hashes of letters that were deleted with them, from here and from the server. */
  readonly mails: readonly Buffer[];
};

/** What the present database knows of people who asked to be forgotten and the backup does not. */
export function findLaterErasures(
  current: SectionDatabase,
  restored: SectionDatabase,
): LaterErasure[] {
  const sharedEnd = findSharedEnd(current, restored);
  return statement<ErasureRow>(
    current,
    `SELECT id AS number, member_id AS memberId, at, staff_id AS staffId, staff_name AS staffName, reason, places
     FROM erasure WHERE sequence > ? ORDER BY id`,
  )
    .all(sharedEnd)
    .filter((erasure) => !hasErasure(restored, erasure))
    .map((erasure) => ({
      ...erasure,
      places: JSON.parse(erasure.places) as ErasurePlace[],
      records: findErased(current, erasure.number, sharedEnd).filter((id) =>
        isSameMember(restored, id, sharedEnd),
      ),
      tombstones: findMacs(current, erasure.number),
      mails: findDeletedMails(current, erasure.number),
    }));
}

/** After an earlier restore an erasure has another place in the chain, and is the same one. */
function hasErasure(db: SectionDatabase, { memberId, at }: ErasureRow): boolean {
  const sql = 'SELECT 1 FROM erasure WHERE member_id = ? AND at = ?';
  return statement(db, sql).get(memberId, at) !== undefined;
}

/** The records that one erasure took, of each of which the chain has an entry. */
function findErased(db: SectionDatabase, id: ErasureId, after: number): MemberId[] {
  return statement<{ id: MemberId }>(
    db,
    `SELECT CAST(target AS INTEGER) AS id FROM chain_entry
     WHERE sequence > :after AND kind = 'member-erased' AND detail ->> '$.erasure' = :id
     ORDER BY sequence`,
  )
    .all({ id, after })
    .map((row) => row.id);
}

function findMacs(db: SectionDatabase, id: ErasureId): Buffer[] {
  return statement<{ mac: Buffer }>(db, 'SELECT mac FROM tombstone WHERE erasure_id = ?')
    .all(id)
    .map(({ mac }) => mac);
}

function findDeletedMails(db: SectionDatabase, id: ErasureId): Buffer[] {
  return statement<{ hash: Buffer }>(
    db,
    'SELECT content_hash AS hash FROM deleted_mail WHERE erasure_id = ?',
  )
    .all(id)
    .map(({ hash }) => hash);
}

/** What comes along was made with it. */
export function takeTombstoneKeyAlong(current: SectionDatabase, restored: SectionDatabase): void {
  const row = statement<{ key: Buffer }>(current, 'SELECT key FROM tombstone_key').get();
  if (row !== undefined) statement(restored, 'UPDATE tombstone_key SET key = ?').run(row.key);
}

/**
 * Erases once more whom a backup brought back, whatever hold they had in it. The certificate is the one
 * that they were given, with another place in the chain; its number too, unless the backup gave that
 * number to another. `record` writes the entry of one record and gives its place.
 */
export function eraseAgain(
  db: SectionDatabase,
  { records, tombstones, mails, ...erasure }: LaterErasure,
  record: (memberId: MemberId, number: ErasureId) => number,
): void {
  const isTaken =
    statement(db, 'SELECT 1 FROM erasure WHERE id = ?').get(erasure.number) !== undefined;
  const number = isTaken ? nextErasureId(db) : erasure.number;
  const { memberId } = erasure;
  deleteDraftsTo(db, findErasedPerson(db, records));
  for (const id of records) {
    deleteMemberHold(db, id);
    // Whoever is not theirs any more was told apart from them since.
    statement(db, 'UPDATE member SET merged_into = NULL WHERE merged_into = ?').run(id);
  }
  for (const id of records) deleteMember(db, id);
  for (const id of records) if (id !== memberId) record(id, number);
  insertErasure(db, { ...erasure, number, sequence: record(memberId, number) });
  for (const mac of tombstones) insertTombstone(db, mac, number);
  deleteMailsByHash(db, mails, number);
}
