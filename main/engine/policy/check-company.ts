import type { CompanyDetails, CompanyFault } from '../../../shared/model/group-company.ts';
import { fingerprintEndLength } from '../../../shared/model/group-company.ts';
import { companyDomain } from './company-domain.ts';
import { isDay } from './day.ts';

const needed = [
  'name',
  'address',
  'contact',
  'domain',
  'publicKey',
  'purpose',
  'legalBasis',
] as const;

/** Puts an entry of the register into the form that it is kept in, and says what is wrong with it. */
export function checkCompany(typed: CompanyDetails): {
  readonly details: CompanyDetails;
  readonly faults: readonly CompanyFault[];
} {
  const faults: CompanyFault[] = needed
    .filter((field) => typed[field] === '')
    .map((field) => ({ field, code: 'needed' }));
  const domain = typed.domain === '' ? '' : companyDomain(typed.domain);
  if (domain === null) faults.push({ field: 'domain', code: 'domain' });
  if (typed.permitted.length === 0) faults.push({ field: 'permitted', code: 'needed' });
  for (const field of ['validFrom', 'validTo'] as const) {
    if (typed[field] === '') faults.push({ field, code: 'needed' });
    else if (!isDay(typed[field])) faults.push({ field, code: 'date' });
  }
  if (typed.validFrom !== '' && typed.validTo !== '' && typed.validTo < typed.validFrom)
    faults.push({ field: 'validTo', code: 'order' });
  return { details: { ...typed, domain: domain ?? typed.domain }, faults };
}

/** Whether what somebody typed is how a fingerprint ends, in whatever case, width and groups. */
export function endsFingerprint(typed: string, fingerprint: string): boolean {
  const end = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  return end.length >= fingerprintEndLength && fingerprint.endsWith(end);
}
