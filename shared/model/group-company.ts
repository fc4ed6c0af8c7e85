import { z } from 'zod';
import { GroupCompanyId, StaffId } from '../ids.ts';
import { DisclosableField } from './disclosable-field.ts';
import { Locale } from './preferences.ts';

const line = (longest: number) => z.string().trim().max(longest);

/** A company of the group as it is entered: who it is, and what it may have, why and how long. */
export const CompanyDetails = z.object({
  name: line(200),
  address: line(300),
  /** Who answers for it there, and how they are reached. */
  contact: line(300),
  domain: line(255),
  /** OpenPGP (RFC 9580), armored. */
  publicKey: z.string().trim().max(100_000),
  permitted: z.array(DisclosableField).max(DisclosableField.options.length),
  purpose: line(1000),
  legalBasis: line(500),
  /** The first and the last day (`2026-11-27`). */
  validFrom: line(10),
  validTo: line(10),
  /** Of the head of each column in its files. */
  language: Locale,
});
export type CompanyDetails = Readonly<z.infer<typeof CompanyDetails>>;

/** What is wrong with what was typed of a company. */
export const CompanyFault = z.object({
  field: z.enum([...(CompanyDetails.keyof().options as (keyof CompanyDetails)[]), 'fingerprint']),
  code: z.enum([
    'needed',
    'domain',
    'date',
    'order',
    'key-unreadable',
    'key-private',
    'key-unusable',
    'fingerprint',
  ]),
});
export type CompanyFault = Readonly<z.infer<typeof CompanyFault>>;

/** Who did something, as they were called then, and when, in milliseconds since the epoch. */
export const SignedBy = z.object({ id: StaffId, name: z.string(), at: z.number() });
export type SignedBy = Readonly<z.infer<typeof SignedBy>>;
export type Signer = Pick<SignedBy, 'id' | 'name'>;

/** What may be done with its entry today; `waiting` for the approval of another administrator. */
export const CompanyStanding = z.enum(['waiting', 'not-yet', 'in-force', 'ended']);
export type CompanyStanding = z.infer<typeof CompanyStanding>;

/** An entry of the register as it is now. A change is another version, and waits again. */
export const GroupCompany = z.object({
  id: GroupCompanyId,
  version: z.int().positive(),
  details: CompanyDetails,
  /** Of the public key, hexadecimal in capitals. */
  fingerprint: z.string(),
  entered: SignedBy,
  approved: SignedBy.nullable(),
  standing: CompanyStanding,
  /** Whether whoever is signed in may approve this version. */
  mayApprove: z.boolean(),
});
export type GroupCompany = Readonly<z.infer<typeof GroupCompany>>;

/** How much of the fingerprint's end is typed, as the company reads it out. */
export const fingerprintEndLength = 8;
