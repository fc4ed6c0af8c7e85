import { z } from 'zod';
import { DisclosureId, GroupCompanyId, MemberId } from '../ids.ts';
import { DisclosableField } from '../model/disclosable-field.ts';
import {
  DisclosedMember,
  Disclosure,
  DisclosurePreview,
  DisclosureRefusal,
  mostDisclosed,
  PreviewDigest,
} from '../model/disclosure.ts';
import { CompanyDetails, CompanyFault, GroupCompany } from '../model/group-company.ts';
import { inMembers, nothing } from './places.ts';

const ofDisclosure = inMembers.extend({ disclosureId: DisclosureId });
/** As it is typed: spaces and small letters do not matter. */
const FingerprintEnd = z.string().max(100);
const Selection = inMembers.extend({
  companyId: GroupCompanyId,
  fields: z.array(DisclosableField).max(DisclosableField.options.length),
  memberIds: z.array(MemberId).max(mostDisclosed),
});
const page = { offset: z.int().nonnegative(), limit: z.int().min(1).max(100) };
/** Of one company or of one member; both null for all. */
const Whose = { companyId: GroupCompanyId.nullable(), memberId: MemberId.nullable() };

/** Registrations that go to companies of the group: never reader mail, never to anybody else. */
export const disclosureCalls = {
  'company.list': { input: inMembers, output: z.array(GroupCompany) },
  /** Reads a public key, so that its fingerprint can be compared before anything is kept. */
  'company.readKey': {
    input: inMembers.extend({ publicKey: CompanyDetails.shape.publicKey }),
    output: z.discriminatedUnion('outcome', [
      z.object({
        outcome: z.literal('read'),
        fingerprint: z.string(),
        /** Whose it says that it is. */
        names: z.array(z.string()),
      }),
      z.object({ outcome: z.literal('faulty'), code: CompanyFault.shape.code }),
    ]),
  },
  /** An administrator's. A null id enters one; a change waits for an approval as a new entry does. */
  'company.save': {
    input: inMembers.extend({
      companyId: GroupCompanyId.nullable(),
      details: CompanyDetails,
      fingerprintEnd: FingerprintEnd,
    }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), companyId: GroupCompanyId }),
      z.object({ outcome: z.literal('faulty'), faults: z.array(CompanyFault) }),
    ]),
  },
  /** Another administrator's, of the version that they looked at. */
  'company.approve': {
    input: inMembers.extend({
      companyId: GroupCompanyId,
      version: z.int().positive(),
      fingerprintEnd: FingerprintEnd,
    }),
    output: nothing,
  },
  /** A page of what would go. Whoever looks is on record with each member shown. */
  'disclosure.preview': { input: Selection.extend(page), output: DisclosurePreview },
  /** The same of one that was asked for. */
  'disclosure.show': { input: ofDisclosure.extend(page), output: DisclosurePreview },
  'disclosure.ask': {
    input: Selection.extend({ purpose: z.string().trim().min(1).max(1000), digest: PreviewDigest }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('asked'), disclosureId: DisclosureId }),
      z.object({ outcome: z.literal('refused'), refusals: z.array(DisclosureRefusal) }),
    ]),
  },
  /** Also by whoever asked for it. */
  'disclosure.decline': {
    input: ofDisclosure.extend({ reason: z.string().trim().max(500) }),
    output: nothing,
  },
  /** Newest first. */
  'disclosure.list': { input: inMembers.extend(Whose), output: z.array(Disclosure) },
  /** Before the released ones are printed; answers what goes on paper, and which entry says so. */
  'disclosure.print': {
    input: inMembers.extend(Whose),
    output: z.object({
      entry: z.int(),
      by: z.string(),
      at: z.number(),
      records: z.array(Disclosure.extend({ members: z.array(DisclosedMember) })),
    }),
  },
  /** Staff cancelled it, or the printer refused. */
  'disclosure.notPrinted': { input: inMembers.extend({ entry: z.int() }), output: nothing },
} as const;
