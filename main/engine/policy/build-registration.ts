import { foldText } from '../../../shared/fold-text.ts';
import type { FormField } from '../../../shared/model/form-mail.ts';
import {
  blankAddress,
  blankMember,
  type MemberRecord,
  type PostalAddress,
} from '../../../shared/model/member.ts';
import type { Locale } from '../../../shared/model/preferences.ts';
import type { FormTarget } from '../../../shared/model/registration-form.ts';
import { readCountry, readPostalLine } from './postal-line.ts';

export type BuiltRegistration = {
  /** As typed: not checked yet. */
  readonly record: MemberRecord;
  /** By field of the record, which of the form's fields are in it, in the order of its values. */
  readonly sources: ReadonlyMap<string, readonly number[]>;
  /** Fields of an address that was not to be taken apart. */
  readonly unfit: readonly number[];
};

const ofAddress: readonly FormTarget[] = [
  'address',
  'country',
  'postalCode',
  'region',
  'city',
  'street',
  'building',
];

/** A new registration of what a form mail says. What does not fit is kept under its label. */
export function buildRegistration(
  fields: readonly FormField[],
  language: Locale,
): BuiltRegistration {
  const sources = new Map<string, number[]>();
  const from = (field: keyof MemberRecord, index: number) =>
    sources.set(field, [...(sources.get(field) ?? []), index]);
  const all = (target: FormTarget) =>
    fields
      .map((field, index) => ({ ...field, index }))
      .filter((field) => field.target === target && field.fits && field.value !== '');
  const one = (target: FormTarget, field: keyof MemberRecord): string => {
    const [first] = all(target);
    if (first === undefined) return '';
    from(field, first.index);
    return first.value.replace(/\s+/g, ' ');
  };
  const several = (target: FormTarget, field: 'emails' | 'phones') => {
    const values: string[] = [];
    for (const { value, index } of all(target)) {
      // Asked for twice on many forms.
      if (values.some((other) => foldText(other) === foldText(value))) continue;
      values.push(value);
      from(field, index);
    }
    return values;
  };
  const nameOrder = language === 'ja' ? 'family-first' : 'given-first';
  const [family, given] = split(one('name', 'familyName'), nameOrder);
  const [familyReading, givenReading] = split(one('kana', 'familyKana'), nameOrder);
  const address = readAddress(all);
  for (const index of address?.indices ?? []) from('addresses', index);
  const notes = all('notes');
  for (const { index } of notes) from('notes', index);
  const kept = fields
    .map((field, index) => ({ ...field, index }))
    .filter(({ target, fits, value }) => {
      const isKept = target === null || target === 'custom' || !fits;
      return isKept && value !== '';
    });
  for (const { index } of kept) from('custom', index);
  const record: MemberRecord = {
    ...{ ...blankMember, language, nameOrder },
    familyName: one('familyName', 'familyName') || family,
    givenName: one('givenName', 'givenName') || given,
    familyKana: one('familyKana', 'familyKana') || familyReading,
    givenKana: one('givenKana', 'givenKana') || givenReading,
    emails: several('email', 'emails'),
    phones: several('phone', 'phones'),
    addresses: address?.address ? [address.address] : [],
    plan: one('plan', 'plan'),
    notes: notes.map(({ value }) => value).join('\n\n'),
    custom: kept.map(({ label, value }) => ({ label: label.slice(0, 100), text: value })),
  };
  const unfit = address !== null && address.address === null ? address.indices : [];
  return { record, sources, unfit };
}

/** A name of two words is taken apart; of others nobody knows where, and the whole stands first. */
function split(name: string, order: MemberRecord['nameOrder']): [family: string, given: string] {
  const words = name.trim().split(/\s+/);
  const [first = '', second] = words;
  if (second === undefined || words.length > 2) return [name, ''];
  return order === 'family-first' ? [first, second] : [second, first];
}

type Filled = (target: FormTarget) => readonly { readonly value: string; readonly index: number }[];

/** Null where the form has none; an address of null where what it says was not to be taken apart. */
function readAddress(
  all: Filled,
): { readonly address: PostalAddress | null; readonly indices: readonly number[] } | null {
  const indices = ofAddress.flatMap((target) => all(target).map(({ index }) => index));
  if (indices.length === 0) return null;
  const value = (target: FormTarget) =>
    all(target)
      .map((field) => field.value.replace(/\s+/g, ' '))
      .join(' ');
  const line = all('address')[0]?.value ?? '';
  const named = value('country');
  const country = named === '' ? null : readCountry(named);
  if (named !== '' && country === null) return { address: null, indices };
  const whole = named === '' ? line : `${line}, ${named}`;
  const inLine = line === '' ? null : readPostalLine(whole);
  if (line !== '' && inLine === null) return { address: null, indices };
  const base = inLine ?? blankAddress;
  const parts = ['postalCode', 'region', 'city', 'street', 'building'] as const;
  const given = Object.fromEntries(parts.map((part) => [part, value(part) || base[part]])) as Omit<
    PostalAddress,
    'country'
  >;
  return { address: { ...given, country: country ?? base.country }, indices };
}
