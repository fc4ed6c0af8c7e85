import type { MemberId, StaffId } from '../../../shared/ids.ts';
import type { DisclosableField } from '../../../shared/model/disclosable-field.ts';
import type { DisclosureRefusal } from '../../../shared/model/disclosure.ts';
import type {
  CompanyDetails,
  CompanyStanding,
  SignedBy,
} from '../../../shared/model/group-company.ts';
import type { MemberRecord } from '../../../shared/model/member.ts';

/** An entry of the register, as far as it decides what may go. */
export type RegisteredCompany = {
  readonly details: Pick<CompanyDetails, 'validFrom' | 'validTo'> & {
    readonly permitted: readonly DisclosableField[];
  };
  readonly entered: Pick<SignedBy, 'id'>;
  readonly approved: Pick<SignedBy, 'id'> | null;
};

/** Registrations alone can be named: a reader's mail has no place in it. */
type AskedMember = {
  readonly id: MemberId;
  /** Null when there is none any more: forgotten, or made one with another. */
  readonly record: Pick<MemberRecord, 'status' | 'consent'> | null;
  /** They asked that nothing of theirs be used (Act on the Protection of Personal Information, Article 35). */
  readonly isStopped: boolean;
};

export type AskedDisclosure = {
  /** Null when the register does not have it: nobody else gets anything. */
  readonly company: RegisteredCompany | null;
  readonly fields: readonly DisclosableField[];
  readonly members: readonly AskedMember[];
  /** The day (`2026-11-27`) where this computer is. */
  readonly today: string;
};

type Person = { readonly id: StaffId; readonly isAdministrator: boolean };

/** What may be done with an entry of the register on a day. Its last day is one of its days. */
export function companyStanding(
  { details, entered, approved }: RegisteredCompany,
  today: string,
): CompanyStanding {
  if (approved === null || approved.id === entered.id) return 'waiting';
  if (today < details.validFrom) return 'not-yet';
  return today > details.validTo ? 'ended' : 'in-force';
}

/** Every reason why this must not go; none when it may. */
export function judgeDisclosure(asked: AskedDisclosure): readonly DisclosureRefusal[] {
  const { company, fields, members, today } = asked;
  return [
    ...judgeCompany(company, today),
    ...judgeFields(company, fields),
    ...(members.length === 0 ? [{ code: 'no-member' } as const] : []),
    ...members.flatMap(judgeMember),
  ];
}

/** Two people, and the second an administrator: who asks or enters does not approve. */
export function mayApprove(first: Pick<SignedBy, 'id'>, second: Person): boolean {
  return second.isAdministrator && second.id !== first.id;
}

function judgeCompany(company: RegisteredCompany | null, today: string): DisclosureRefusal[] {
  if (company === null) return [{ code: 'company-unknown' }];
  const standing = companyStanding(company, today);
  return standing === 'in-force' ? [] : [{ code: `company-${standing}` }];
}

function judgeFields(
  company: RegisteredCompany | null,
  fields: readonly DisclosableField[],
): DisclosureRefusal[] {
  if (fields.length === 0) return [{ code: 'no-field' }];
  const permitted = company?.details.permitted ?? [];
  return fields
    .filter((field) => !permitted.includes(field))
    .map((field) => ({ code: 'field-not-permitted', field }));
}

/** An approved member who agreed to the policy and asked for no stop of use, and nobody else. */
function judgeMember({ id: memberId, record, isStopped }: AskedMember): DisclosureRefusal[] {
  if (record === null) return [{ code: 'member-gone', memberId }];
  if (isStopped) return [{ code: 'member-stopped', memberId }];
  if (record.status !== 'approved') return [{ code: 'member-not-approved', memberId }];
  return record.consent.version === '' ? [{ code: 'member-no-consent', memberId }] : [];
}
