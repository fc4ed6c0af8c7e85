import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import { readCompanyKey } from '../disclosure/company-key.ts';
import type { NewEntry } from '../ledger/ledger.ts';
import { checkCompany, endsFingerprint } from '../policy/check-company.ts';
import { dayOf } from '../policy/day.ts';
import { companyStanding, mayApprove } from '../policy/disclosure.ts';
import {
  approveCompanyVersion,
  findCompanies,
  findCompany,
  insertCompany,
  insertCompanyVersion,
  type StoredCompany,
} from '../store/group-companies.ts';
import { notFound, type SectionContext } from './section-context.ts';

/** When it is, in milliseconds since the epoch, and whether an administrator is signed in. */
export type Desk = { readonly now: number; readonly isAdministrator: boolean };

export function listCompanies(
  { db, ledger }: SectionContext,
  { now, isAdministrator }: Desk,
): Result<CallOutput<'company.list'>> {
  const staff = ledger.staff();
  return success(
    findCompanies(db).map((company) => ({
      ...company,
      standing: companyStanding(company, dayOf(now)),
      mayApprove:
        company.approved === null &&
        staff !== null &&
        mayApprove(company.entered, { id: staff.id, isAdministrator }),
    })),
  );
}

export async function readKey(
  { publicKey }: CallInput<'company.readKey'>,
  now: number,
): Promise<Result<CallOutput<'company.readKey'>>> {
  const reading = await readCompanyKey(publicKey, now);
  return success(reading.outcome === 'read' ? { ...reading, names: [...reading.names] } : reading);
}

/** Enters a company or another version of it, which waits for somebody else's approval. */
export async function saveCompany(
  section: SectionContext,
  { companyId, details: typed, fingerprintEnd }: CallInput<'company.save'>,
  { now, isAdministrator }: Desk,
): Promise<Result<CallOutput<'company.save'>>> {
  const { db, ledger } = section;
  const staff = ledger.staff();
  if (staff === null || !isAdministrator) return failure('administrator-needed');
  if (companyId !== null && findCompany(db, companyId) === null) return notFound;
  const { details, faults } = checkCompany(typed);
  const key = details.publicKey === '' ? null : await readCompanyKey(details.publicKey, now);
  const all = [...faults];
  if (key?.outcome === 'faulty') all.push({ field: 'publicKey', code: key.code });
  if (key?.outcome === 'read' && !endsFingerprint(fingerprintEnd, key.fingerprint))
    all.push({ field: 'fingerprint', code: 'fingerprint' });
  if (all.length > 0 || key?.outcome !== 'read') return success({ outcome: 'faulty', faults: all });
  const { fingerprint } = key;
  const id = ledger.write((write) => {
    const known = companyId ?? insertCompany(db);
    insertCompanyVersion(db, known, { details, fingerprint }, staff, now);
    write(aboutCompany('company-entered', { details, fingerprint }));
    return known;
  });
  return success({ outcome: 'saved', companyId: id });
}

/** By another administrator than the one who entered it, of the version that they looked at. */
export function approveCompany(
  { db, ledger }: SectionContext,
  { companyId, version, fingerprintEnd }: CallInput<'company.approve'>,
  { now, isAdministrator }: Desk,
): Result<null> {
  const staff = ledger.staff();
  if (staff === null || !isAdministrator) return failure('administrator-needed');
  const company = findCompany(db, companyId);
  if (company === null) return notFound;
  if (company.version !== version || company.approved !== null)
    return failure('disclosure-changed');
  if (!mayApprove(company.entered, { id: staff.id, isAdministrator }))
    return failure('second-person-needed');
  if (!endsFingerprint(fingerprintEnd, company.fingerprint)) return failure('fingerprint-differs');
  ledger.write((write) => {
    approveCompanyVersion(db, version, staff, now);
    write(aboutCompany('company-approved', company));
  });
  return success(null);
}

/** By name and domain, and with the key that its files are for. */
export function aboutCompany(
  kind: NewEntry['kind'],
  { details, fingerprint }: Pick<StoredCompany, 'details' | 'fingerprint'>,
): NewEntry & { readonly detail: NonNullable<NewEntry['detail']> } {
  return { kind, target: `${details.name} (${details.domain})`, detail: { fingerprint } };
}
