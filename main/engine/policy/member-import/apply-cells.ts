import { assertNever } from '../../../../shared/assert-never.ts';
import { foldText } from '../../../../shared/fold-text.ts';
import {
  blankAddress,
  type CustomField,
  type MemberField,
  type MemberRecord,
  type NameOrder,
  type PostalAddress,
} from '../../../../shared/model/member.ts';
import type { ImportField, RowReason } from '../../../../shared/model/member-import.ts';
import { readTelephone } from '../telephone.ts';
import {
  readCountry,
  readDay,
  readHonorific,
  readLanguage,
  readNameOrder,
  readStatus,
  readTailoring,
} from './choices.ts';
import { orderOfNames, splitName } from './split-name.ts';

/** How the columns of a file are read. */
export type Columns = {
  readonly header: readonly string[];
  readonly mapping: readonly ImportField[];
};

type Draft = { -readonly [F in MemberField]: MemberRecord[F] };

/**
 * A record with what a row says of it. A blank cell says nothing, and an address or a number is added
 * to those that are there: an import never takes anything out. The address is the member's first one.
 */
export function applyCells(
  before: MemberRecord,
  cells: readonly string[],
  { header, mapping }: Columns,
): { readonly record: MemberRecord; readonly reasons: readonly RowReason[] } {
  const record: Draft = { ...before };
  const reasons: RowReason[] = [];
  const address = { ...(before.addresses[0] ?? blankAddress) };
  let hasAddress = false;
  let said: NameOrder | null = null;
  const whole = { name: '', kana: '' };

  function choose<F extends MemberField>(field: F, value: MemberRecord[F] | null): void {
    if (value === null) reasons.push({ field, code: 'choice', line: null });
    else record[field] = value;
  }

  function take(field: ImportField, text: string, name: string): void {
    switch (field) {
      case 'ignore':
      case 'key':
        return;
      case 'familyName':
      case 'givenName':
      case 'familyKana':
      case 'givenKana':
      case 'plan':
      case 'notes':
        record[field] = text;
        return;
      case 'nameFamilyFirst':
      case 'nameGivenFirst':
        whole.name = text;
        return;
      case 'fullKana':
        whole.kana = text;
        return;
      case 'email':
        record.emails = withEmail(record.emails, text);
        return;
      case 'phone':
        record.phones = withPhone(record.phones, text);
        return;
      case 'postalCode':
      case 'region':
      case 'city':
      case 'street':
      case 'building':
        address[field] = text;
        hasAddress = true;
        return;
      case 'country': {
        const country = readCountry(text);
        if (country === null) reasons.push({ field: 'addresses', code: 'choice', line: null });
        else address.country = country;
        return;
      }
      case 'status':
        choose(field, readStatus(text));
        return;
      case 'nameOrder':
        said = readNameOrder(text);
        choose(field, said);
        return;
      case 'honorific':
        choose(field, readHonorific(text));
        return;
      case 'language':
        choose(field, readLanguage(text));
        return;
      case 'tailoring':
        choose(field, readTailoring(text));
        return;
      case 'consentVersion':
        record.consent = { ...record.consent, version: text };
        return;
      case 'consentDate':
        record.consent = { ...record.consent, date: readDay(text) };
        return;
      case 'consentSource':
        record.consent = { ...record.consent, source: text };
        return;
      case 'custom':
        record.custom = withCustom(record.custom, { label: name, text });
        return;
      default:
        assertNever(field);
    }
  }

  for (const [index, field] of mapping.entries()) {
    const text = (cells[index] ?? '').trim();
    if (text !== '') take(field, text, header[index] ?? '');
  }
  // Once the whole row is read: another column may say the order.
  const order = orderOfNames(mapping, said);
  if (whole.name !== '') {
    const parts = splitName(whole.name, order);
    if (parts === null) reasons.push({ field: null, code: 'name-split', line: null });
    // As it is, for the preview to say whose row this is.
    Object.assign(record, parts ?? { familyName: whole.name, givenName: '' });
    // A new member is shown as the file has the name.
    if (before.familyName === '' && before.givenName === '') record.nameOrder = order;
  }
  if (whole.kana !== '') {
    const parts = splitName(whole.kana, order);
    if (parts === null) reasons.push({ field: null, code: 'kana-split', line: null });
    else Object.assign(record, { familyKana: parts.familyName, givenKana: parts.givenName });
  }
  // A country alone is no address, but it may correct that of one.
  if (hasAddress || before.addresses.length > 0)
    record.addresses = withAddress(before.addresses, address);
  return { record, reasons };
}

function withEmail(emails: readonly string[], email: string): string[] {
  const isThere = emails.some((one) => foldText(one) === foldText(email));
  return isThere ? [...emails] : [...emails, email];
}

function withPhone(phones: readonly string[], typed: string): string[] {
  const phone = readTelephone(typed) ?? typed;
  return phones.includes(phone) ? [...phones] : [...phones, phone];
}

function withAddress(addresses: readonly PostalAddress[], first: PostalAddress): PostalAddress[] {
  return [first, ...addresses.slice(1)];
}

function withCustom(custom: readonly CustomField[], field: CustomField): CustomField[] {
  const isThere = custom.some(({ label }) => label === field.label);
  if (!isThere) return [...custom, field];
  return custom.map((one) => (one.label === field.label ? field : one));
}
