import { z } from 'zod';
import { MemberId } from '../ids.ts';
import {
  ComparedPair,
  DuplicatePair,
  DuplicateSearch,
  MergeChoices,
  RecentMerge,
} from '../model/duplicate.ts';
import { MemberFault } from '../model/member.ts';
import { ChangeReason } from '../model/member-change.ts';
import { inMembers, nothing } from './places.ts';

const ofPair = inMembers.extend({ one: MemberId, other: MemberId });

/** Members who may be there twice: found by the app, decided about by people. */
export const duplicateCalls = {
  /** Looks through all members, and answers when that is done: `duplicate.list` tells how far it is. */
  'duplicate.find': { input: inMembers, output: nothing },
  /** The pairs that nobody has decided about yet, the likeliest first. */
  'duplicate.list': {
    input: inMembers.extend({
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: z.object({
      search: DuplicateSearch,
      total: z.int(),
      pairs: z.array(DuplicatePair),
    }),
  },
  /** Both records side by side; on record. Hidden fields are looked at by `member.reveal`. */
  'duplicate.compare': { input: ofPair, output: ComparedPair },
  /**
   * Each field that is different needs a choice. `seen` is when both had last been changed as they
   * were looked at: nothing is merged that nobody has seen.
   */
  'duplicate.merge': {
    input: inMembers.extend({
      keptId: MemberId,
      otherId: MemberId,
      choices: MergeChoices,
      seen: z.object({ kept: z.number(), other: z.number() }),
      reason: ChangeReason,
    }),
    output: z.discriminatedUnion('outcome', [
      /** `sequence` is the kept record's change. */
      z.object({ outcome: z.literal('merged'), sequence: z.int() }),
      z.object({ outcome: z.literal('faulty'), faults: z.array(MemberFault) }),
    ]),
  },
  /** Both records as they were, by the kept one's change; for 30 days. */
  'duplicate.undo': {
    input: inMembers.extend({ memberId: MemberId, sequence: z.int().positive() }),
    output: nothing,
  },
  /** What can still be undone, newest first. */
  'duplicate.merges': { input: inMembers, output: z.array(RecentMerge) },
  /** They are two people: remembered, until somebody says otherwise. */
  'duplicate.apart': { input: ofPair.extend({ areApart: z.boolean() }), output: nothing },
} as const;
