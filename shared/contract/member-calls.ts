import { z } from 'zod';
import { MemberId, MemberRequestId, MessageId } from '../ids.ts';
import { ErasureMark } from '../model/erasure.ts';
import {
  HiddenField,
  HiddenValues,
  MemberCard,
  MemberFault,
  MemberSummary,
  PostalPlace,
} from '../model/member.ts';
import { ChangeReason, MemberChange, SomeFields } from '../model/member-change.ts';
import { MemberNumbers } from '../model/member-numbers.ts';
import { MemberHold } from '../model/retention.ts';
import { inMembers, nothing } from './places.ts';

const ofMember = inMembers.extend({ memberId: MemberId });
/** A change by its entry in the chain. */
const ofChange = ofMember.extend({ sequence: z.int().positive() });
/** The state after that change; null for how it is now. */
const asOf = ofMember.extend({ asOf: z.int().positive().nullable() });

/** The records of members: everybody who has the section looks at and changes them, on record. */
export const memberCalls = {
  /** By furigana, else by name. */
  'member.list': {
    input: inMembers.extend({
      /** Words of a name or furigana, or a whole email address or telephone number; '' lists everybody. */
      query: z.string().max(200),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: z.object({ total: z.int(), items: z.array(MemberSummary) }),
  },
  /** On record. */
  'member.read': {
    input: asOf,
    output: MemberCard.extend({
      hold: MemberHold.nullable(),
      /** The request by which nothing of it may be used; null for none. */
      stoppedBy: MemberRequestId.nullable(),
    }),
  },
  /** What one hidden field holds; on record. */
  'member.reveal': { input: asOf.extend({ field: HiddenField }), output: HiddenValues },
  /** Counts of all of them that identify nobody. */
  'member.numbers': { input: inMembers, output: MemberNumbers },
  /** A null id adds one. Only the fields that are given change. */
  'member.save': {
    input: inMembers.extend({
      memberId: MemberId.nullable(),
      fields: SomeFields,
      reason: ChangeReason,
      /** The form mail that a new one is made of by hand: it does not wait any more. */
      fromMail: MessageId.optional(),
      /** An administrator knows that the person came back by their own wish; then a reason is needed. */
      isReturning: z.boolean().optional(),
    }),
    output: z.discriminatedUnion('outcome', [
      z.object({
        outcome: z.literal('saved'),
        memberId: MemberId,
        /** Of the change; null when nothing is different. */
        sequence: z.int().nullable(),
      }),
      z.object({ outcome: z.literal('faulty'), faults: z.array(MemberFault) }),
      /** Nothing was saved: somebody with one of these contacts asked to be forgotten. */
      z.object({ outcome: z.literal('erased-before'), erasure: ErasureMark }),
    ]),
  },
  /** Where a Japanese postal code is, as typed; by the list that is in the app. */
  'member.places': {
    input: inMembers.extend({ postalCode: z.string().max(20) }),
    output: z.array(PostalPlace),
  },
  /** Newest first. */
  'member.history': { input: ofMember, output: z.array(MemberChange) },
  /** A hidden field before and after a change; on record. */
  'member.revealChange': {
    input: ofChange.extend({ field: HiddenField }),
    output: z.object({ before: HiddenValues.nullable(), after: HiddenValues }),
  },
  /** Another change, back to what was before. Of the one that added the member: it is erased again. */
  'member.undo': { input: ofChange, output: nothing },
} as const;
