import { z } from 'zod';
import { DisclosureId, type GroupCompanyId, MemberId } from '../../../shared/ids.ts';
import { DisclosableField } from '../../../shared/model/disclosable-field.ts';
import type { Disclosure } from '../../../shared/model/disclosure.ts';
import { CompanyDetails, SignedBy, type Signer } from '../../../shared/model/group-company.ts';
import { memberName } from '../../../shared/model/member-name.ts';
import { groupOf } from './merge-group.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

export type StoredDisclosure = Omit<Disclosure, 'mayApprove'>;

/** The disclosures of a company, of a member, or all of them. */
export type Whose = {
  readonly companyId: GroupCompanyId | null;
  readonly memberId: MemberId | null;
};

export type DisclosedRow = {
  readonly memberId: MemberId;
  /** Null when there is no record any more. */
  readonly name: string | null;
  readonly consentVersion: string;
  readonly consentDate: string;
};

type Row = Omit<StoredDisclosure, 'company' | 'fields' | 'asked' | 'settled'> & {
  readonly companyId: GroupCompanyId;
  readonly details: string;
  readonly fingerprint: string;
  readonly fields: string;
  readonly askedBy: string;
  readonly askedName: string;
  readonly askedAt: number;
  readonly settledBy: string | null;
  readonly settledName: string | null;
  readonly settledAt: number | null;
};

const select = `SELECT d.id, v.company_id AS companyId, v.details, v.fingerprint, d.fields, d.purpose,
  d.state, d.asked_by AS askedBy, d.asked_name AS askedName, d.asked_at AS askedAt,
  d.settled_by AS settledBy, d.settled_name AS settledName, d.settled_at AS settledAt, d.reason,
  d.sequence,
  (SELECT count(*) FROM disclosure_member m WHERE m.disclosure_id = d.id) AS memberCount
  FROM disclosure d JOIN group_company_version v ON v.id = d.version_id`;

/** Newest first. */
export function findDisclosures(db: SectionDatabase, whose: Whose): StoredDisclosure[] {
  return statement<Row>(
    db,
    `${select} WHERE (:companyId IS NULL OR v.company_id = :companyId)
       AND (:memberId IS NULL OR EXISTS (
         SELECT 1 FROM disclosure_member m WHERE m.disclosure_id = d.id
           AND m.member_id IN ${groupOf(':memberId')}))
     ORDER BY d.id DESC`,
  )
    .all(whose)
    .map(toDisclosure);
}

export function findDisclosure(db: SectionDatabase, id: DisclosureId): StoredDisclosure | null {
  const row = statement<Row>(db, `${select} WHERE d.id = ?`).get(id);
  return row === undefined ? null : toDisclosure(row);
}

/** Of whom it is, in the order that they were chosen in. */
export function findDisclosedMembers(db: SectionDatabase, id: DisclosureId): DisclosedRow[] {
  type Names = Parameters<typeof memberName>[0];
  type Found = Omit<DisclosedRow, 'name'> & { readonly isThere: 0 | 1 } & Names;
  return statement<Found>(
    db,
    `SELECT d.member_id AS memberId, d.consent_version AS consentVersion,
       d.consent_date AS consentDate, m.id IS NOT NULL AS isThere, m.family_name AS familyName,
       m.given_name AS givenName, m.name_order AS nameOrder
     FROM disclosure_member d LEFT JOIN member m ON m.id = d.member_id
     WHERE d.disclosure_id = ? ORDER BY d.position`,
  )
    .all(id)
    .map(({ isThere, familyName, givenName, nameOrder, ...row }) => ({
      ...row,
      memberId: MemberId.parse(row.memberId),
      name: isThere === 0 ? null : memberName({ familyName, givenName, nameOrder }),
    }));
}

type NewDisclosure = Pick<StoredDisclosure, 'fields' | 'purpose'> & {
  /** Of the company's entry. */
  readonly version: number;
  readonly members: readonly Omit<DisclosedRow, 'name'>[];
};

export function insertDisclosure(
  db: SectionDatabase,
  { version, fields, purpose, members }: NewDisclosure,
  by: Signer,
  at: number,
): DisclosureId {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO disclosure (version_id, fields, purpose, state, asked_by, asked_name, asked_at)
     VALUES (?, ?, ?, 'asked', ?, ?, ?)`,
  ).run(version, JSON.stringify(fields), purpose, by.id, by.name, at);
  const id = DisclosureId.parse(Number(lastInsertRowid));
  const member = statement(db, 'INSERT INTO disclosure_member VALUES (?, ?, ?, ?, ?)');
  for (const [position, { memberId, consentVersion, consentDate }] of members.entries())
    member.run(id, position, memberId, consentVersion, consentDate);
  return id;
}

type Release = {
  readonly sequence: number;
  /** Of the company's entry that it went by, and the consents. */
  readonly version: number;
  readonly members: NewDisclosure['members'];
};

export function markReleased(
  db: SectionDatabase,
  id: DisclosureId,
  { version, sequence, members }: Release,
  by: Signer,
  at: number,
): void {
  const consent = statement(
    db,
    `UPDATE disclosure_member SET consent_version = ?, consent_date = ?
     WHERE disclosure_id = ? AND member_id = ?`,
  );
  for (const { memberId, consentVersion, consentDate } of members)
    consent.run(consentVersion, consentDate, id, memberId);
  statement(
    db,
    `UPDATE disclosure SET state = 'released', version_id = ?, sequence = ?, settled_by = ?,
       settled_name = ?, settled_at = ? WHERE id = ?`,
  ).run(version, sequence, by.id, by.name, at, id);
}

/** The file could not be written: it waits as before. */
export function markAsked(db: SectionDatabase, id: DisclosureId): void {
  statement(
    db,
    `UPDATE disclosure SET state = 'asked', sequence = NULL, settled_by = NULL,
       settled_name = NULL, settled_at = NULL WHERE id = ?`,
  ).run(id);
}

export function markDeclined(
  db: SectionDatabase,
  id: DisclosureId,
  reason: string,
  by: Signer,
  at: number,
): void {
  statement(
    db,
    `UPDATE disclosure SET state = 'declined', reason = ?, settled_by = ?, settled_name = ?,
       settled_at = ? WHERE id = ?`,
  ).run(reason, by.id, by.name, at, id);
}

/** Whether an entry tells of a print of disclosures of which nothing else is told yet. */
export function isOpenDisclosurePrint(db: SectionDatabase, sequence: number): boolean {
  const row = statement(
    db,
    `SELECT 1 FROM chain_entry WHERE sequence = :sequence AND kind = 'print'
       AND json_extract(detail, '$.paper') IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM chain_entry o WHERE o.sequence > :sequence AND o.kind = 'outcome'
           AND json_extract(o.detail, '$.concerns') = :sequence)`,
  ).get({ sequence });
  return row !== undefined;
}

function toDisclosure(row: Row): StoredDisclosure {
  const { companyId, details, fingerprint, fields, askedBy, askedName, askedAt, ...rest } = row;
  const { settledBy, settledName, settledAt, ...kept } = rest;
  const { name, address, contact, domain, legalBasis } = CompanyDetails.parse(JSON.parse(details));
  return {
    ...kept,
    company: { id: companyId, name, address, contact, domain, legalBasis, fingerprint },
    fields: z.array(DisclosableField).parse(JSON.parse(fields)),
    asked: SignedBy.parse({ id: askedBy, name: askedName, at: askedAt }),
    settled:
      settledBy === null
        ? null
        : SignedBy.parse({ id: settledBy, name: settledName, at: settledAt }),
  };
}
