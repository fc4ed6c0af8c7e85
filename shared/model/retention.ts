import { z } from 'zod';
import { MemberId, RetentionRuleId } from '../ids.ts';
import { MemberStatus, MemberSummary } from './member.ts';

/** What a rule takes out of a record that stays; the order is that of the bits of `kept_fields`. */
export const forgettableFields = [
  'phones',
  'emails',
  'addresses',
  'custom',
  'notes',
  'plan',
] as const;
export const ForgettableField = z.enum(forgettableFields);
export type ForgettableField = z.infer<typeof ForgettableField>;

export const RetainedPart = z.enum(['record', ...forgettableFields]);
export type RetainedPart = z.infer<typeof RetainedPart>;

/** For how long; 0 days is at once. Months and years are those of the calendar, in UTC. */
const period = {
  count: z.int().min(0).max(999),
  unit: z.enum(['days', 'months', 'years']),
};

/** What goes of whom, and when: so long after they came to have that status. */
export const RetentionTerms = z.object({ status: MemberStatus, part: RetainedPart, ...period });
export type RetentionTerms = Readonly<z.infer<typeof RetentionTerms>>;

export const RetentionRule = RetentionTerms.extend({
  id: RetentionRuleId,
  /** Since when it is on, in milliseconds since the epoch; null while it is off. */
  onSince: z.number().nullable(),
});
export type RetentionRule = Readonly<z.infer<typeof RetentionRule>>;

export const RetentionStatus = z.object({
  isRunning: z.boolean(),
  /** Parts forgotten by this run, and how many it found to be due. */
  done: z.int(),
  total: z.int(),
  /** When it last came to its end, and what it had forgotten by then; null before the first. */
  last: z.object({ at: z.number(), count: z.int() }).nullable(),
});
export type RetentionStatus = Readonly<z.infer<typeof RetentionStatus>>;

/** A member that a rule is about: what it is to take is gone then, unless a hold keeps it. */
export const DueMember = z.object({
  member: MemberSummary,
  /** Since when they have their status, in milliseconds since the epoch. */
  since: z.number(),
  isHeld: z.boolean(),
});
export type DueMember = Readonly<z.infer<typeof DueMember>>;

/** Where a page of due members ended. */
export const DuePlace = z.object({ since: z.number(), id: MemberId });
export type DuePlace = Readonly<z.infer<typeof DuePlace>>;

/** How many records of a status there will be, and how many of them with something in each field. */
export const Remaining = z.object({
  status: MemberStatus,
  now: z.int(),
  left: z.int(),
  fields: z.record(ForgettableField, z.object({ now: z.int(), left: z.int() })),
});
export type Remaining = Readonly<z.infer<typeof Remaining>>;

/** Why a record is kept whatever the rules say. */
export const MemberHold = z.object({
  reason: z.string(),
  /** As the person was called then; '' when unknown. */
  staffName: z.string(),
  /** Milliseconds since the epoch. */
  at: z.number(),
});
export type MemberHold = Readonly<z.infer<typeof MemberHold>>;
