import { z } from 'zod';
import { ConversationId, MemberId } from '../ids.ts';
import { MemberField, MemberStatus, MemberSummary } from './member.ts';

/** Where a registration is on its way; a `lapsed` member is past all of them. */
export const RegistrationStatus = MemberStatus.exclude(['lapsed']);
export type RegistrationStatus = z.infer<typeof RegistrationStatus>;

/** Whether a registration of this status waits for a decision. */
export function isUndecided(status: MemberStatus): boolean {
  return status === 'new' || status === 'needs-info';
}

/** What staff decide about a registration; `needs-info` asks the member for a correction. */
export const Decision = z.enum(['approved', 'rejected', 'needs-info']);
export type Decision = z.infer<typeof Decision>;

/** Something about a field that staff should know before they decide. It never holds the field's value. */
export const RegistrationWarning = z.object({
  field: MemberField,
  /** Which of several. */
  index: z.int().nonnegative().optional(),
  code: z.enum([
    'missing',
    'kana',
    'email',
    'phone',
    'postal-code',
    'date',
    'twice',
    'duplicate',
    'disposable',
    'mistyped',
    'other-country',
    'code-unknown',
    'code-elsewhere',
  ]),
  /** `mistyped`: the domain that was probably meant. */
  meant: z.string().optional(),
  /** `duplicate`: whose records have the same. */
  members: z.array(MemberId).optional(),
});
export type RegistrationWarning = Readonly<z.infer<typeof RegistrationWarning>>;

/** Who is reviewing a registration, and since when, in milliseconds since the epoch. */
export const Claim = z.object({ staffName: z.string(), at: z.number(), isOwn: z.boolean() });
export type Claim = Readonly<z.infer<typeof Claim>>;

/** The member's answer to a letter about the registration; null where its mail is gone again. */
export const MemberAnswer = z.object({ conversationId: ConversationId.nullable() });
export type MemberAnswer = Readonly<z.infer<typeof MemberAnswer>>;

/** A row of the review queue. */
export const QueuedRegistration = MemberSummary.extend({
  addedAt: z.number(),
  /** How many things staff should look at. */
  warnings: z.int().nonnegative(),
  claim: Claim.nullable(),
  /** Of one that is open again because the member answered; null for the others. */
  answer: MemberAnswer.nullable(),
});
export type QueuedRegistration = Readonly<z.infer<typeof QueuedRegistration>>;

/** A decision by the entry of the change that it made. */
export const MadeDecision = z.object({ memberId: MemberId, sequence: z.int().positive() });
export type MadeDecision = Readonly<z.infer<typeof MadeDecision>>;
