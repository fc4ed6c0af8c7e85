import { GroupCompanyId } from '../../../shared/ids.ts';
import {
  CompanyDetails,
  type GroupCompany,
  SignedBy,
  type Signer,
} from '../../../shared/model/group-company.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** A version of an entry; the newest of a company is the one that counts. */
export type StoredCompany = Pick<
  GroupCompany,
  'id' | 'version' | 'details' | 'fingerprint' | 'entered' | 'approved'
>;

type Row = {
  readonly id: number;
  readonly version: number;
  readonly details: string;
  readonly fingerprint: string;
  readonly enteredBy: string;
  readonly enteredName: string;
  readonly enteredAt: number;
  readonly approvedBy: string | null;
  readonly approvedName: string | null;
  readonly approvedAt: number | null;
};

const columns = `company_id AS id, id AS version, details, fingerprint, entered_by AS enteredBy,
  entered_name AS enteredName, entered_at AS enteredAt, approved_by AS approvedBy,
  approved_name AS approvedName, approved_at AS approvedAt`;
const newest =
  'id = (SELECT max(v.id) FROM group_company_version v WHERE v.company_id = c.company_id)';

/** The newest version of each. */
export function findCompanies(db: SectionDatabase): StoredCompany[] {
  return statement<Row>(
    db,
    `SELECT ${columns} FROM group_company_version c WHERE ${newest} ORDER BY company_id`,
  )
    .all()
    .map(toCompany);
}

/** Its newest version; null when there is no such company. */
export function findCompany(db: SectionDatabase, id: GroupCompanyId): StoredCompany | null {
  const row = statement<Row>(
    db,
    `SELECT ${columns} FROM group_company_version c WHERE company_id = ? AND ${newest}`,
  ).get(id);
  return row === undefined ? null : toCompany(row);
}

export function insertCompany(db: SectionDatabase): GroupCompanyId {
  const { lastInsertRowid } = statement(db, 'INSERT INTO group_company DEFAULT VALUES').run();
  return GroupCompanyId.parse(Number(lastInsertRowid));
}

export function insertCompanyVersion(
  db: SectionDatabase,
  id: GroupCompanyId,
  { details, fingerprint }: Pick<StoredCompany, 'details' | 'fingerprint'>,
  by: Signer,
  at: number,
): void {
  statement(
    db,
    `INSERT INTO group_company_version
       (company_id, details, fingerprint, entered_by, entered_name, entered_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(id, JSON.stringify(details), fingerprint, by.id, by.name, at);
}

export function approveCompanyVersion(
  db: SectionDatabase,
  version: number,
  by: Signer,
  at: number,
): void {
  statement(
    db,
    `UPDATE group_company_version SET approved_by = ?, approved_name = ?, approved_at = ?
     WHERE id = ?`,
  ).run(by.id, by.name, at, version);
}

function toCompany(row: Row): StoredCompany {
  const { id, version, fingerprint, enteredBy, enteredName, enteredAt } = row;
  return {
    id: GroupCompanyId.parse(id),
    version,
    fingerprint,
    details: CompanyDetails.parse(JSON.parse(row.details)),
    entered: SignedBy.parse({ id: enteredBy, name: enteredName, at: enteredAt }),
    approved:
      row.approvedBy === null
        ? null
        : SignedBy.parse({ id: row.approvedBy, name: row.approvedName, at: row.approvedAt }),
  };
}
