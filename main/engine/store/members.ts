import { foldText } from '../../../shared/fold-text.ts';
import { MemberId } from '../../../shared/ids.ts';
import {
  type CustomField,
  type MemberRecord,
  type PostalAddress,
  ShownFields,
} from '../../../shared/model/member.ts';
import { keptFields } from './kept-fields.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

export type StoredMember = {
  readonly record: MemberRecord;
  /** Null for a record in its own right. */
  readonly mergedInto: MemberId | null;
  /** In milliseconds since the epoch. */
  readonly addedAt: number;
  readonly changedAt: number;
};

/** What a record is found by: made from its names, not part of it. */
export type MemberWords = { readonly sortKey: string; readonly words: string };

const columns = `status, family_name AS familyName, given_name AS givenName,
  family_kana AS familyKana, given_kana AS givenKana, name_order AS nameOrder, honorific, language,
  plan, notes, consent_version AS version, consent_date AS date, consent_source AS source, tailoring`;

type Row = Omit<ShownFields, 'consent'> &
  ShownFields['consent'] &
  Pick<StoredMember, 'mergedInto' | 'addedAt' | 'changedAt'>;

export function hasMember(db: SectionDatabase, id: MemberId): boolean {
  return statement(db, 'SELECT 1 FROM member WHERE id = ?').get(id) !== undefined;
}

export function findMember(db: SectionDatabase, id: MemberId): StoredMember | null {
  const row = statement<Row>(
    db,
    `SELECT ${columns}, merged_into AS mergedInto, added_at AS addedAt, changed_at AS changedAt
     FROM member WHERE id = ?`,
  ).get(id);
  if (row === undefined) return null;
  const { version, date, source, mergedInto, addedAt, changedAt, ...rest } = row;
  const shown = ShownFields.parse({ ...rest, consent: { version, date, source } });
  return { record: { ...shown, ...findHidden(db, id) }, mergedInto, addedAt, changedAt };
}

/** Null also for one that was merged into another. */
export function findPresentMember(db: SectionDatabase, id: MemberId): StoredMember | null {
  const found = findMember(db, id);
  return found?.mergedInto === null ? found : null;
}

/** Those that were merged into this one. */
export function findReplacedBy(db: SectionDatabase, id: MemberId): readonly MemberId[] {
  return statement<{ id: MemberId }>(db, 'SELECT id FROM member WHERE merged_into = ?')
    .all(id)
    .map((row) => row.id);
}

function findHidden(db: SectionDatabase, id: MemberId) {
  const emails = statement<{ address: string }>(
    db,
    'SELECT address FROM member_email WHERE member_id = ? ORDER BY position',
  );
  const phones = statement<{ number: string }>(
    db,
    'SELECT number FROM member_phone WHERE member_id = ? ORDER BY position',
  );
  const addresses = statement<PostalAddress>(
    db,
    `SELECT country, postal_code AS postalCode, region, city, street, building
     FROM member_address WHERE member_id = ? ORDER BY position`,
  );
  const custom = statement<CustomField>(
    db,
    'SELECT label, text FROM member_custom WHERE member_id = ? ORDER BY position',
  );
  return {
    emails: emails.all(id).map(({ address }) => address),
    phones: phones.all(id).map(({ number }) => number),
    addresses: addresses.all(id),
    custom: custom.all(id),
  };
}

/** Whose address it is, in whatever case and width it is written; `folded` is as `foldText` makes it. */
export function findMembersByEmail(db: SectionDatabase, folded: string): MemberId[] {
  const sql = 'SELECT DISTINCT member_id AS id FROM member_email WHERE folded = ?';
  const rows = statement<{ id: number }>(db, sql).all(folded);
  return rows.map(({ id }) => MemberId.parse(id));
}

export function insertMember(
  db: SectionDatabase,
  record: MemberRecord,
  words: MemberWords,
  at: number,
): MemberId {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO member (status, family_name, given_name, family_kana, given_kana, name_order,
       honorific, language, plan, notes, consent_version, consent_date, consent_source, tailoring,
       sort_key, words, added_at, changed_at, status_since, kept_fields)
     VALUES (:status, :familyName, :givenName, :familyKana, :givenKana, :nameOrder, :honorific,
       :language, :plan, :notes, :version, :date, :source, :tailoring, :sortKey, :words, :at, :at,
       :at, :kept)`,
  ).run({ ...parameters(record, words, at), kept: keptFields(record) });
  const id = MemberId.parse(Number(lastInsertRowid));
  insertParts(db, id, record);
  return id;
}

export function updateMember(
  db: SectionDatabase,
  id: MemberId,
  record: MemberRecord,
  words: MemberWords,
  at: number,
): void {
  statement(
    db,
    `UPDATE member SET status = :status, family_name = :familyName, given_name = :givenName,
       family_kana = :familyKana, given_kana = :givenKana, name_order = :nameOrder,
       honorific = :honorific, language = :language, plan = :plan, notes = :notes,
       consent_version = :version, consent_date = :date, consent_source = :source,
       tailoring = :tailoring, sort_key = :sortKey, words = :words, changed_at = :at
     WHERE id = :id`,
  ).run({ ...parameters(record, words, at), id });
  for (const table of partTables) statement(db, `DELETE FROM ${table} WHERE member_id = ?`).run(id);
  insertParts(db, id, record);
}

/** With everything of it, its changes too. */
export function deleteMember(db: SectionDatabase, id: MemberId): void {
  statement(db, 'DELETE FROM member WHERE id = ?').run(id);
}

/**
 * With whatever was merged into it: that is the same person, and nobody would find it any more. Tells of
 * each record as it goes.
 */
export function deletePerson(
  db: SectionDatabase,
  id: MemberId,
  deleted: (id: MemberId) => void,
): void {
  for (const replaced of findReplacedBy(db, id)) deletePerson(db, replaced, deleted);
  deleteMember(db, id);
  deleted(id);
}

const partTables = ['member_email', 'member_phone', 'member_address', 'member_custom'] as const;

function parameters(record: MemberRecord, { sortKey, words }: MemberWords, at: number) {
  const { consent, emails: _, phones: __, addresses: ___, custom: ____, ...rest } = record;
  return { ...rest, ...consent, sortKey, words, at };
}

function insertParts(
  db: SectionDatabase,
  id: MemberId,
  { emails, phones, addresses, custom }: MemberRecord,
): void {
  const email = statement(db, 'INSERT INTO member_email VALUES (?, ?, ?, ?)');
  for (const [position, address] of emails.entries())
    email.run(id, position, address, foldText(address));
  const phone = statement(db, 'INSERT INTO member_phone VALUES (?, ?, ?)');
  for (const [position, number] of phones.entries()) phone.run(id, position, number);
  const address = statement(db, 'INSERT INTO member_address VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  for (const [position, one] of addresses.entries()) {
    const { country, postalCode, region, city, street, building } = one;
    address.run(id, position, country, postalCode, region, city, street, building);
  }
  const field = statement(db, 'INSERT INTO member_custom VALUES (?, ?, ?, ?)');
  for (const [position, { label, text }] of custom.entries()) field.run(id, position, label, text);
}
