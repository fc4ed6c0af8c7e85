import { foldText } from '../../../shared/fold-text.ts';
import type {
  CustomField,
  MemberFault,
  MemberField,
  MemberRecord,
  PostalAddress,
} from '../../../shared/model/member.ts';
import { isDay } from './day.ts';
import { readPostalCode } from './postal-code.ts';
import { readTelephone } from './telephone.ts';

export type CheckedMember = {
  /** As it is to be kept: widths and forms made one, what was left blank taken out. */
  readonly record: MemberRecord;
  /** Nothing is kept while there is one. */
  readonly faults: readonly MemberFault[];
};

const kanaOnly = /^[\p{sc=Hiragana}\p{sc=Katakana}ー・゠\s]*$/u;
const emailForm = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]+$/;

/** Puts a record as typed into the form that it is kept in, and says what is wrong with it. */
export function checkMember(typed: MemberRecord): CheckedMember {
  const faults: MemberFault[] = [];
  const names = checkNames(typed, faults);
  const emails = checkEach(typed.emails, 'emails', readEmail, faults);
  const phones = checkEach(typed.phones, 'phones', readTelephone, faults);
  const addresses = checkAddresses(typed.addresses, faults);
  const consent = checkConsent(typed.consent, faults);
  const custom = checkCustom(typed.custom, faults);
  return {
    record: { ...typed, ...names, emails, phones, addresses, consent, custom },
    faults,
  };
}

function checkNames(typed: MemberRecord, faults: MemberFault[]) {
  if (typed.familyName === '' && typed.givenName === '')
    faults.push({ field: 'familyName', code: 'needed' });
  const readKana = (field: 'familyKana' | 'givenKana') => {
    const kana = typed[field].normalize('NFKC');
    if (!kanaOnly.test(kana)) faults.push({ field, code: 'kana' });
    return kana;
  };
  return { familyKana: readKana('familyKana'), givenKana: readKana('givenKana') };
}

function readEmail(typed: string): string | null {
  const address = typed.normalize('NFKC');
  return emailForm.test(address) ? address : null;
}

/** The values of a field that has several; blank ones are left out, and none may be there twice. */
function checkEach(
  typed: readonly string[],
  field: 'emails' | 'phones',
  read: (value: string) => string | null,
  faults: MemberFault[],
): string[] {
  const values: string[] = [];
  for (const [index, value] of typed.entries()) {
    if (value === '') continue;
    const found = read(value);
    const isKnown = values.some((other) => foldText(other) === foldText(found ?? ''));
    if (found === null) faults.push({ field, index, code: field === 'emails' ? 'email' : 'phone' });
    else if (isKnown) faults.push({ field, index, code: 'twice' });
    else values.push(found);
  }
  return values;
}

function checkAddresses(typed: readonly PostalAddress[], faults: MemberFault[]): PostalAddress[] {
  const field: MemberField = 'addresses';
  const kept: PostalAddress[] = [];
  for (const [index, address] of typed.entries()) {
    const { country, ...parts } = address;
    if (Object.values(parts).every((part) => part === '')) continue;
    const postalCode = readPostalCode(address.postalCode, country);
    if (postalCode === null) faults.push({ field, index, part: 'postalCode', code: 'postal-code' });
    if (address.city === '') faults.push({ field, index, part: 'city', code: 'needed' });
    kept.push({ ...address, postalCode: postalCode ?? address.postalCode });
  }
  return kept;
}

/** All three or none: a consent to no text, of no day or from nowhere is none. */
function checkConsent(typed: MemberRecord['consent'], faults: MemberFault[]) {
  const parts = Object.entries(typed);
  if (parts.some(([, value]) => value !== ''))
    for (const [part, value] of parts)
      if (value === '') faults.push({ field: 'consent', part, code: 'needed' });
  if (typed.date !== '' && !isDay(typed.date))
    faults.push({ field: 'consent', part: 'date', code: 'date' });
  return typed;
}

function checkCustom(typed: readonly CustomField[], faults: MemberFault[]): CustomField[] {
  const kept: CustomField[] = [];
  for (const [index, { label, text }] of typed.entries()) {
    if (label === '' && text === '') continue;
    if (label === '') faults.push({ field: 'custom', index, part: 'label', code: 'needed' });
    kept.push({ label, text });
  }
  return kept;
}
