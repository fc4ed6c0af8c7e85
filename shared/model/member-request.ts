import { z } from 'zod';
import { MemberId, MemberRequestId } from '../ids.ts';
import { PreviewDigest } from './disclosure.ts';
import { SignedBy } from './group-company.ts';

/** What a person may ask for (Act on the Protection of Personal Information, Articles 33 to 35). */
export const RequestKind = z.enum(['access', 'correction', 'stop-use', 'erasure']);
export type RequestKind = z.infer<typeof RequestKind>;

const RequestState = z.enum(['open', 'done', 'refused']);

/** How staff made sure that it is the person who asks. */
export const IdentityMethod = z.enum(['document', 'call-back', 'verified-address']);
export type IdentityMethod = z.infer<typeof IdentityMethod>;

export const Day = z.iso.date();

/** A request as the register has it. */
export const MemberRequest = z.object({
  id: MemberRequestId,
  memberId: MemberId,
  /** Null when there is no record any more. */
  name: z.string().nullable(),
  kind: RequestKind,
  state: RequestState,
  /** Days such as `2026-11-27`, where this computer is. */
  receivedOn: Day,
  deadlineOn: Day,
  /** Until its deadline, below zero once that has passed. */
  daysLeft: z.int(),
  /** Who put it into the register. */
  entered: SignedBy,
  /** Null until it is recorded: until then nothing is done about it. */
  identity: SignedBy.extend({ method: IdentityMethod }).nullable(),
  /** Null while it is open. */
  settled: SignedBy.nullable(),
  /** Why it was refused; '' otherwise. */
  reason: z.string(),
});
export type MemberRequest = Readonly<z.infer<typeof MemberRequest>>;

/** What staff strike out of a copy besides what is struck by itself. */
export const StruckWords = z.array(z.string().trim().min(1).max(100)).max(50);

/** The answer to an access request. */
export const RequestPreview = z.object({
  /** The copy for people, complete in itself. */
  html: z.string(),
  /** Of the copies and the letter, apart from who looked at what. */
  digest: PreviewDigest,
  letter: z.object({ subject: z.string(), text: z.string() }),
  files: z.array(z.string()),
  /** The person's own, and whether it may go there. */
  addresses: z.array(z.object({ address: z.string(), isVerified: z.boolean() })),
});
export type RequestPreview = Readonly<z.infer<typeof RequestPreview>>;
