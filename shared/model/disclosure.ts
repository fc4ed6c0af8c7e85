import { z } from 'zod';
import { DisclosureId, GroupCompanyId, MemberId } from '../ids.ts';
import { DisclosableField } from './disclosable-field.ts';
import { SignedBy } from './group-company.ts';

/** As many as one person can look through; the engine puts them together in one go, in some 50 ms. */
export const mostDisclosed = 500;

/** Tells two previews apart: SHA-256 of what would go, as hex. It is not kept. */
export const PreviewDigest = z.string().regex(/^[0-9a-f]{64}$/);

/** Why something must not go. `memberId` and `field` say whose and what, where it is one. */
export const DisclosureRefusal = z.object({
  code: z.enum([
    'company-unknown',
    'company-waiting',
    'company-not-yet',
    'company-ended',
    'no-field',
    'field-not-permitted',
    'no-member',
    'member-gone',
    'member-not-approved',
    'member-no-consent',
    'member-stopped',
  ]),
  memberId: MemberId.optional(),
  field: DisclosableField.optional(),
});
export type DisclosureRefusal = Readonly<z.infer<typeof DisclosureRefusal>>;

/** What would go, row by row, exactly as it stands in the file. */
export const DisclosurePreview = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.object({ memberId: MemberId, cells: z.array(z.string()) })),
  total: z.int(),
  /** Nothing goes while there is one. The rows are those of the others. */
  refusals: z.array(DisclosureRefusal),
  digest: PreviewDigest,
});
export type DisclosurePreview = Readonly<z.infer<typeof DisclosurePreview>>;

export const DisclosureState = z.enum(['asked', 'released', 'declined']);
export type DisclosureState = z.infer<typeof DisclosureState>;

/** A disclosure, with the company as its entry was then. */
export const Disclosure = z.object({
  id: DisclosureId,
  company: z.object({
    id: GroupCompanyId,
    name: z.string(),
    address: z.string(),
    contact: z.string(),
    domain: z.string(),
    legalBasis: z.string(),
    fingerprint: z.string(),
  }),
  fields: z.array(DisclosableField),
  purpose: z.string(),
  state: DisclosureState,
  asked: SignedBy,
  /** Who approved or declined it; null while it waits. */
  settled: SignedBy.nullable(),
  /** Why it was declined; '' otherwise. */
  reason: z.string(),
  /** Of its entry in the ledger; null unless it was released. */
  sequence: z.int().nullable(),
  memberCount: z.int(),
  mayApprove: z.boolean(),
});
export type Disclosure = Readonly<z.infer<typeof Disclosure>>;

/** Whose data went, and the consent that it went by. The name is null once the record is erased. */
export const DisclosedMember = z.object({
  memberId: MemberId,
  name: z.string().nullable(),
  consentVersion: z.string(),
  consentDate: z.string(),
});
export type DisclosedMember = Readonly<z.infer<typeof DisclosedMember>>;
