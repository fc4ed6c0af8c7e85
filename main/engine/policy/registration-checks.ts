import { foldText } from '../../../shared/fold-text.ts';
import type { MemberId } from '../../../shared/ids.ts';
import {
  blankMember,
  type MemberFault,
  type MemberRecord,
  type PostalAddress,
} from '../../../shared/model/member.ts';
import type { RegistrationWarning } from '../../../shared/model/registration.ts';
import { checkMember } from './check-member.ts';
import { isDisposable, meantDomain } from './email-domain.ts';
import { checkPostalPlace } from './postal-places.ts';
import { countriesOfTelephone } from './telephone.ts';

/** What a registration is judged by. */
export type CheckedFields = Pick<
  MemberRecord,
  | 'familyName'
  | 'givenName'
  | 'familyKana'
  | 'givenKana'
  | 'consent'
  | 'emails'
  | 'phones'
  | 'addresses'
>;

/** Whose records hold an email address, folded, or a telephone number of this registration. */
export type HeldElsewhere = {
  readonly emails: readonly { readonly memberId: MemberId; readonly folded: string }[];
  readonly phones: readonly { readonly memberId: MemberId; readonly number: string }[];
};

const needed = ['emails', 'phones', 'addresses'] as const;

/** All that staff should know of a registration before they decide, in the order of its fields. */
export function registrationChecks(
  id: MemberId,
  fields: CheckedFields,
  held: HeldElsewhere,
): readonly RegistrationWarning[] {
  const { consent, emails } = fields;
  const { faults } = checkMember({ ...blankMember, ...fields });
  return [
    ...faults.map(ofFault),
    ...needed
      .filter((field) => fields[field].length === 0)
      .map((field) => ({ field, code: 'missing' as const })),
    ...(consent.version === '' ? [{ field: 'consent' as const, code: 'missing' as const }] : []),
    ...emails.flatMap(checkDomain),
    ...duplicates(id, fields, held),
    ...countriesApart(fields),
    ...fields.addresses.flatMap(checkPlace),
  ];
}

function ofFault({ field, index, code }: MemberFault): RegistrationWarning {
  return {
    field,
    ...(index === undefined ? {} : { index }),
    code: code === 'needed' ? 'missing' : code,
  };
}

function checkDomain(address: string, index: number): RegistrationWarning[] {
  const meant = meantDomain(address);
  // Slips of the big providers are often bought by those who lend addresses: the slip is what helps.
  if (meant !== null) return [{ field: 'emails', index, code: 'mistyped', meant }];
  return isDisposable(address) ? [{ field: 'emails', index, code: 'disposable' }] : [];
}

function duplicates(
  id: MemberId,
  { emails, phones }: CheckedFields,
  held: HeldElsewhere,
): RegistrationWarning[] {
  const others = (rows: readonly { readonly memberId: MemberId }[]) => [
    ...new Set(rows.map(({ memberId }) => memberId).filter((memberId) => memberId !== id)),
  ];
  const found = [
    ...emails.map((address, index) => ({
      field: 'emails' as const,
      index,
      members: others(held.emails.filter(({ folded }) => folded === foldText(address))),
    })),
    ...phones.map((number, index) => ({
      field: 'phones' as const,
      index,
      members: others(held.phones.filter((one) => one.number === number)),
    })),
  ];
  return found
    .filter(({ members }) => members.length > 0)
    .map((one) => ({ ...one, code: 'duplicate' as const }));
}

function checkPlace(address: PostalAddress, index: number): RegistrationWarning[] {
  const found = checkPostalPlace(address);
  return found === null ? [] : [{ field: 'addresses', index, code: `code-${found}` }];
}

/** A number of no country that the member has an address in. */
function countriesApart({ phones, addresses }: CheckedFields): RegistrationWarning[] {
  const countries = addresses.map(({ country }) => country);
  if (countries.length === 0) return [];
  return phones.flatMap((number, index): RegistrationWarning[] => {
    const ofNumber = countriesOfTelephone(number);
    const agrees = ofNumber.length === 0 || countries.some((one) => ofNumber.includes(one));
    return agrees ? [] : [{ field: 'phones', index, code: 'other-country' }];
  });
}
