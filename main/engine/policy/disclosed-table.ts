import { addressLines } from '../../../shared/address-lines.ts';
import { assertNever } from '../../../shared/assert-never.ts';
import type { DisclosableField } from '../../../shared/model/disclosable-field.ts';
import { honorificWords } from '../../../shared/model/honorific.ts';
import type { MemberRecord, PostalAddress } from '../../../shared/model/member.ts';
import type { Locale } from '../../../shared/model/preferences.ts';
import { showTelephone } from './telephone.ts';

type Heads = Readonly<Record<DisclosableField, string>>;

const heads: Readonly<Record<Locale, Heads>> = {
  en: {
    familyName: 'Family name',
    givenName: 'Given name',
    familyKana: 'Furigana of the family name',
    givenKana: 'Furigana of the given name',
    honorific: 'Form of address',
    language: 'Language',
    plan: 'Plan',
    emails: 'Email',
    phones: 'Telephone',
    addresses: 'Address',
    custom: 'Other details',
  },
  ja: {
    familyName: '姓',
    givenName: '名',
    familyKana: '姓のふりがな',
    givenKana: '名のふりがな',
    honorific: '敬称',
    language: '言語',
    plan: 'プラン',
    emails: 'メールアドレス',
    phones: '電話番号',
    addresses: '住所',
    custom: 'その他の項目',
  },
};

/** Between the values of a field that has several. */
const separator = '; ';

/** What a spreadsheet takes for the beginning of a formula, in either width (OWASP, CSV Injection). */
const formula = /^\s*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;

export function columnsOf(fields: readonly DisclosableField[], language: Locale): string[] {
  return fields.map((field) => heads[language][field]);
}

/** A member's row, exactly as the file has it, of these fields and no other. */
export function rowOf(
  record: MemberRecord,
  fields: readonly DisclosableField[],
  language: Locale,
): string[] {
  return fields.map((field) => neutralised(cellOf(record, field, language)));
}

/** RFC 4180, UTF-8 with a byte order mark, without which spreadsheets take Japanese for something else. */
export function toCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
  return `\uFEFF${[columns, ...rows].map(line).join('')}`;
}

/** An apostrophe makes it a text to every spreadsheet. */
function neutralised(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

function cellOf(record: MemberRecord, field: DisclosableField, language: Locale): string {
  switch (field) {
    case 'familyName':
    case 'givenName':
    case 'familyKana':
    case 'givenKana':
    case 'language':
    case 'plan':
      return record[field];
    case 'honorific':
      return record.honorific === null ? '' : honorificWords(record.honorific);
    case 'emails':
      return record.emails.join(separator);
    case 'phones':
      return record.phones.map(showTelephone).join(separator);
    case 'addresses':
      return record.addresses.map((address) => addressLine(address, language)).join(separator);
    case 'custom':
      return record.custom.map(({ label, text }) => `${label}: ${text}`).join(separator);
    default:
      return assertNever(field);
  }
}

/** In one line, in its country's order; the country where it is not the agency's own. */
function addressLine(address: PostalAddress, language: Locale): string {
  if (address.country === 'JP') return addressLines(address).join(' ');
  const country = new Intl.DisplayNames([language], { type: 'region' }).of(address.country);
  return [...addressLines(address), country].join(', ');
}
