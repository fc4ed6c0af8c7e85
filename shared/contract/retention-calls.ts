import { z } from 'zod';
import { MemberId, RetentionRuleId } from '../ids.ts';
import {
  DueMember,
  DuePlace,
  Remaining,
  RetentionRule,
  RetentionStatus,
  RetentionTerms,
} from '../model/retention.ts';
import { inMembers, nothing } from './places.ts';

const ofRule = inMembers.extend({ ruleId: RetentionRuleId });
const ofMember = inMembers.extend({ memberId: MemberId });

/** How long members' data are kept. Rules are an administrator's; each change of them is on record. */
export const retentionCalls = {
  'retention.read': {
    input: inMembers,
    output: z.object({
      rules: z.array(RetentionRule),
      status: RetentionStatus,
      /** When the rules are next applied by themselves, in ms since the epoch; null when all are off. */
      nextAt: z.number().nullable(),
    }),
  },
  /** A null id adds one, which is off. A rule that is on and has other terms begins anew. */
  'retention.saveRule': {
    input: inMembers.extend({ ruleId: RetentionRuleId.nullable(), terms: RetentionTerms }),
    output: RetentionRule,
  },
  'retention.switchRule': { input: ofRule.extend({ isOn: z.boolean() }), output: RetentionRule },
  'retention.removeRule': { input: ofRule, output: nothing },
  /** Of whom a rule would take something now, those first who have had their status for longest. */
  'retention.preview': {
    input: ofRule.extend({ after: DuePlace.nullable(), limit: z.int().min(1).max(500) }),
    output: z.object({ items: z.array(DueMember) }),
  },
  /** How many those are in all, and how many of them a hold keeps. */
  'retention.count': { input: ofRule, output: z.object({ total: z.int(), held: z.int() }) },
  /** What the rules that are on leave until then (ms since the epoch), if nobody's status changes. */
  'retention.remaining': {
    input: inMembers.extend({ at: z.number() }),
    output: z.object({ items: z.array(Remaining) }),
  },
  /** Applies the rules that are on now, a new one's day of grace or not. */
  'retention.run': { input: inMembers, output: nothing },
  /** Until the next day; what is gone is gone. */
  'retention.cancel': { input: inMembers, output: nothing },
  /** Whoever has the section may place a hold; an administrator lifts it. */
  'member.hold': {
    input: ofMember.extend({ reason: z.string().trim().min(1).max(500) }),
    output: nothing,
  },
  'member.release': { input: ofMember, output: nothing },
} as const;
