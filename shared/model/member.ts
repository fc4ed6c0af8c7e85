import { z } from 'zod';
import { MemberId } from '../ids.ts';
import { countryCodes } from './country.ts';
import { Honorific } from './honorific.ts';
import { Locale } from './preferences.ts';

/** Of a registration until it is approved or not; `lapsed` is a member who is none any more. */
export const MemberStatus = z.enum([
  'new',
  'needs-info',
  'approved',
  'rejected',
  'expired',
  'lapsed',
]);
export type MemberStatus = z.infer<typeof MemberStatus>;

export const NameOrder = z.enum(['family-first', 'given-first']);
export type NameOrder = z.infer<typeof NameOrder>;

/** What the member said to a site that fits itself to its reader; nothing of what they look at there. */
export const Tailoring = z.enum(['yes', 'no', 'unknown']);
export type Tailoring = z.infer<typeof Tailoring>;

const line = (longest: number) => z.string().trim().max(longest);

/** In the parts that addresses have everywhere; `address-lines.ts` writes it as its country does. */
export const PostalAddress = z.object({
  country: z.enum(countryCodes),
  postalCode: line(20),
  /** Prefecture, state or province. */
  region: line(100),
  city: line(100),
  street: line(200),
  building: line(200),
});
export type PostalAddress = Readonly<z.infer<typeof PostalAddress>>;

/** Where a Japanese postal code is: 東京都, 千代田区, 霞が関. */
export const PostalPlace = PostalAddress.pick({ region: true, city: true, street: true });
export type PostalPlace = Readonly<z.infer<typeof PostalPlace>>;

export const CustomField = z.object({ label: line(100), text: line(2000) });
export type CustomField = Readonly<z.infer<typeof CustomField>>;

/** What everybody with the section sees at once. */
const shown = {
  status: MemberStatus,
  familyName: line(100),
  givenName: line(100),
  familyKana: line(100),
  givenKana: line(100),
  nameOrder: NameOrder,
  /** Null until somebody chooses: it is never guessed. */
  honorific: Honorific.nullable(),
  language: Locale,
  plan: line(200),
  notes: z.string().max(10_000),
  /** To which text of the policy, on which day (`2026-11-27`), and how it is known; '' for none. */
  consent: z.object({ version: line(100), date: line(10), source: line(200) }),
  tailoring: Tailoring,
};

/** What is looked at one field at a time, on record. */
const hidden = {
  emails: z.array(line(320)).max(20),
  /** E.164 once it is checked. */
  phones: z.array(line(50)).max(20),
  addresses: z.array(PostalAddress).max(10),
  custom: z.array(CustomField).max(50),
};

/** Everything that is known of a member, as typed or as kept. */
export const MemberRecord = z.object({ ...shown, ...hidden });
export type MemberRecord = Readonly<z.infer<typeof MemberRecord>>;

export const ShownFields = z.object(shown);
export type ShownFields = Readonly<z.infer<typeof ShownFields>>;

export const MemberField = z.enum([
  ...(Object.keys(shown) as (keyof typeof shown)[]),
  ...(Object.keys(hidden) as (keyof typeof hidden)[]),
]);
export type MemberField = keyof MemberRecord;

export const hiddenFields = ['phones', 'emails', 'addresses', 'custom'] as const;
export const HiddenField = z.enum(hiddenFields);
export type HiddenField = z.infer<typeof HiddenField>;

/** What is copied out of a record: a hidden field, or something of what everybody sees of it. */
export const CopiedField = z.enum([...hiddenFields, 'shown']);
export type CopiedField = z.infer<typeof CopiedField>;

export function isHiddenField(field: string): field is HiddenField {
  return HiddenField.safeParse(field).success;
}

/** What one hidden field holds; phones as they are written where they are. */
export const HiddenValues = z.object(hidden).partial();
export type HiddenValues = Readonly<z.infer<typeof HiddenValues>>;

/** A row of the list. */
export const MemberSummary = z.object({
  id: MemberId,
  ...z.object(shown).pick({
    status: true,
    familyName: true,
    givenName: true,
    familyKana: true,
    givenKana: true,
    nameOrder: true,
  }).shape,
});
export type MemberSummary = Readonly<z.infer<typeof MemberSummary>>;

/** An open record: of the hidden fields only how many values they have. */
export const MemberCard = z.object({
  id: MemberId,
  shown: ShownFields,
  counts: z.record(HiddenField, z.int().nonnegative()),
  /** The record that it was merged into; null for one in its own right. */
  mergedInto: MemberId.nullable(),
  /** When it was added and last changed, in milliseconds since the epoch. */
  addedAt: z.number(),
  changedAt: z.number(),
});
export type MemberCard = Readonly<z.infer<typeof MemberCard>>;

/** What is wrong with a field; `index` is which of several, `part` which part of it. */
export const MemberFault = z.object({
  field: MemberField,
  index: z.int().nonnegative().optional(),
  part: z.string().optional(),
  code: z.enum(['needed', 'kana', 'email', 'phone', 'postal-code', 'date', 'twice']),
});
export type MemberFault = Readonly<z.infer<typeof MemberFault>>;

export const blankAddress: PostalAddress = {
  country: 'JP',
  postalCode: '',
  region: '',
  city: '',
  street: '',
  building: '',
};

/** What a record begins as. */
export const blankMember: MemberRecord = {
  status: 'new',
  familyName: '',
  givenName: '',
  familyKana: '',
  givenKana: '',
  nameOrder: 'family-first',
  honorific: null,
  language: 'ja',
  plan: '',
  notes: '',
  consent: { version: '', date: '', source: '' },
  tailoring: 'unknown',
  emails: [],
  phones: [],
  addresses: [],
  custom: [],
};
