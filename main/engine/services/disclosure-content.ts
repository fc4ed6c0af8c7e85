import { createHash } from 'node:crypto';
import type { CallOutput } from '../../../shared/contract.ts';
import type { GroupCompanyId, MemberId } from '../../../shared/ids.ts';
import { DisclosableField } from '../../../shared/model/disclosable-field.ts';
import type { DisclosureRefusal } from '../../../shared/model/disclosure.ts';
import { dayOf } from '../policy/day.ts';
import { columnsOf, rowOf, toCsv } from '../policy/disclosed-table.ts';
import { judgeDisclosure } from '../policy/disclosure.ts';
import { findCompany, type StoredCompany } from '../store/group-companies.ts';
import { findStopOfUse } from '../store/member-requests.ts';
import { findPresentMember } from '../store/members.ts';
import { aboutMember } from './members.ts';
import type { SectionContext } from './section-context.ts';

export type Selection = {
  readonly companyId: GroupCompanyId;
  readonly fields: readonly DisclosableField[];
  readonly memberIds: readonly MemberId[];
};

export type DisclosureContent = {
  /** Null when the register does not have it. */
  readonly company: StoredCompany | null;
  /** None when all of it may go. */
  readonly refusals: readonly DisclosureRefusal[];
  /** Of those fields that may go, and of those members. */
  readonly fields: readonly DisclosableField[];
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly memberId: MemberId;
    readonly consent: { readonly version: string; readonly date: string };
    readonly cells: readonly string[];
  }[];
  /** The file as it would be. */
  readonly csv: string;
  readonly digest: string;
};

/** What would go of a selection as the records are now, and why something must not. */
export function contentOf(
  { db }: SectionContext,
  selection: Selection,
  now: number,
): DisclosureContent {
  const company = findCompany(db, selection.companyId);
  const chosen = [...new Set(selection.memberIds)];
  const members = chosen.map((id) => ({
    id,
    record: findPresentMember(db, id)?.record ?? null,
    isStopped: findStopOfUse(db, id) !== null,
  }));
  const fields = inOrder(selection.fields);
  const refusals = judgeDisclosure({ company, fields, members, today: dayOf(now) });
  const refused = new Set(refusals.map(({ memberId }) => memberId));
  const isRefused = new Set(refusals.map(({ field }) => field));
  const permitted = company === null ? [] : fields.filter((field) => !isRefused.has(field));
  const language = company?.details.language ?? 'en';
  const rows = members.flatMap(({ id, record }) =>
    record === null || refused.has(id)
      ? []
      : [{ memberId: id, consent: record.consent, cells: rowOf(record, permitted, language) }],
  );
  const columns = columnsOf(permitted, language);
  const csv = toCsv(
    columns,
    rows.map(({ cells }) => cells),
  );
  // Other members may have the same cells: the file alone does not tell whose it is.
  const digest = createHash('sha256')
    .update(JSON.stringify([selection.companyId, company?.version, chosen, csv]))
    .digest('hex');
  return { company, refusals, fields: permitted, columns, rows, csv, digest };
}

/** The consents that it goes by. */
export function consentsOf({ rows }: DisclosureContent) {
  return rows.map(({ memberId, consent }) => ({
    memberId,
    consentVersion: consent.version,
    consentDate: consent.date,
  }));
}

/** A page of it. Each member whose row is shown was looked at, and that is on record. */
export function showPage(
  { ledger }: SectionContext,
  { columns, rows, refusals, digest, fields }: DisclosureContent,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): CallOutput<'disclosure.preview'> {
  const shown = fields.length === 0 ? [] : rows.slice(offset, offset + limit);
  ledger.write((write) => {
    for (const { memberId } of shown)
      write({ ...aboutMember('member-viewed', memberId), detail: { fields: [...fields] } });
  });
  return {
    columns: [...columns],
    rows: shown.map(({ memberId, cells }) => ({ memberId, cells: [...cells] })),
    total: fields.length === 0 ? 0 : rows.length,
    refusals: [...refusals],
    digest,
  };
}

function inOrder(fields: readonly DisclosableField[]): DisclosableField[] {
  return DisclosableField.options.filter((field) => fields.includes(field));
}
