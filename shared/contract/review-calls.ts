import { z } from 'zod';
import { MemberId } from '../ids.ts';
import { Honorific } from '../model/honorific.ts';
import { MemberCard, MemberField } from '../model/member.ts';
import { ChangeReason } from '../model/member-change.ts';
import {
  Claim,
  Decision,
  MadeDecision,
  MemberAnswer,
  QueuedRegistration,
  RegistrationStatus,
  RegistrationWarning,
} from '../model/registration.ts';
import { inMembers } from './places.ts';

const ofMember = inMembers.extend({ memberId: MemberId });
/** Also when another reviews it: staff were asked. */
const claiming = ofMember.extend({ isTakenOver: z.boolean() });

/** At once, in rows: each is checked on the way. */
export const queuePageLimit = 30;

/** The registrations that wait for a decision, and those that have one. */
export const reviewCalls = {
  /** Oldest first. */
  'review.queue': {
    input: inMembers.extend({
      status: RegistrationStatus,
      /** The row that the page comes after; null for the first. */
      after: z.object({ addedAt: z.number(), id: MemberId }).nullable(),
      limit: z.int().min(1).max(queuePageLimit),
    }),
    output: z.object({ total: z.int(), items: z.array(QueuedRegistration) }),
  },
  /** A registration with what is to be known of it, on record; it is claimed unless another has it. */
  'review.open': {
    input: claiming,
    output: z.object({
      card: MemberCard,
      warnings: z.array(RegistrationWarning),
      /** Null for one that is decided. */
      claim: Claim.nullable(),
      answer: MemberAnswer.nullable(),
    }),
  },
  /** Once more, while it is looked at. The one who has it after this. */
  'review.claim': { input: claiming, output: Claim },
  /** On record. What it tells the member waits in the outbox, and takes the decision back with it. */
  'review.decide': {
    input: ofMember.extend({
      decision: Decision,
      /** Those that the letter names. */
      fields: z.array(MemberField),
      reason: ChangeReason,
      /** Chosen now, where the record has none yet; null leaves it. */
      honorific: Honorific.nullable(),
      /** Null for none: an approval, or somebody who has no email address. */
      letter: z
        .object({
          subject: z.string().trim().min(1).max(300),
          text: z.string().max(100_000),
          /** The same one never sends twice. */
          token: z.uuid(),
        })
        .nullable(),
    }),
    output: MadeDecision,
  },
  /** Several at once, those alone that nothing is to be said about; all of those or none. */
  'review.approveAll': {
    input: inMembers.extend({ memberIds: z.array(MemberId).min(1).max(500) }),
    output: z.object({ approved: z.array(MadeDecision), left: z.array(MemberId) }),
  },
  /** Those whose letter has left, or whose record was changed since, stay as they are. */
  'review.undo': {
    input: inMembers.extend({ decisions: z.array(MadeDecision).min(1).max(500) }),
    output: z.object({ undone: z.array(MemberId), left: z.array(MemberId) }),
  },
} as const;
