import { z } from 'zod';
import { MemberCard, MemberField, MemberSummary } from './member.ts';

/** Why two records are thought to be of one person; never the values themselves. */
export const DuplicateReason = z.enum([
  'name-same',
  'name-kanji',
  'name-swapped',
  'name-sound',
  'name-reading',
  'name-close',
  'name-given',
  'email',
  'email-alike',
  'phone',
  'address',
  'postal-code',
]);
export type DuplicateReason = z.infer<typeof DuplicateReason>;

/** Two records that may be of one person. `one` was there first. */
export const DuplicatePair = z.object({
  one: MemberSummary,
  other: MemberSummary,
  isLikely: z.boolean(),
  reasons: z.array(DuplicateReason),
});
export type DuplicatePair = Readonly<z.infer<typeof DuplicatePair>>;

/** How far the search for pairs is. */
export const DuplicateSearch = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  /** `done` of `total` steps. */
  z.object({ state: z.literal('running'), done: z.int(), total: z.int() }),
  /** When it ended, in milliseconds since the epoch. */
  z.object({ state: z.literal('done'), at: z.number() }),
]);
export type DuplicateSearch = Readonly<z.infer<typeof DuplicateSearch>>;

/** Both records of a pair side by side, and in which fields they are not the same. */
export const ComparedPair = z.object({
  one: MemberCard,
  other: MemberCard,
  different: z.array(MemberField),
});
export type ComparedPair = Readonly<z.infer<typeof ComparedPair>>;

/** Whose value a field has after a merge; both for the fields that have several. */
const MergeChoice = z.enum(['kept', 'other', 'both']);

export const MergeChoices = z.partialRecord(MemberField, MergeChoice);
export type MergeChoices = Readonly<z.infer<typeof MergeChoices>>;

/** A merge that can still be undone. */
export const RecentMerge = z.object({
  /** Of the entry in the chain that is about the kept record. */
  sequence: z.int().positive(),
  /** When it was done, and until when it can be undone, in milliseconds since the epoch. */
  at: z.number(),
  until: z.number(),
  /** As the person was called then; '' when unknown. */
  staffName: z.string(),
  kept: MemberSummary,
  other: MemberSummary,
});
export type RecentMerge = Readonly<z.infer<typeof RecentMerge>>;
