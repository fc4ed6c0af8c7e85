import { z } from 'zod';
import { MemberId } from '../ids.ts';
import { MemberField, MemberRecord } from './member.ts';
import { ForgettableField } from './retention.ts';

/** The reason of a change, in staff's own words. */
export const ChangeReason = z.string().trim().max(500);

/** Some fields of a record. */
export const SomeFields = MemberRecord.partial();
export type SomeFields = Readonly<z.infer<typeof SomeFields>>;

/** What is kept of a change, apart from the chain: the changed fields as they were and became. */
export const ChangeBody = z.object({
  reason: ChangeReason,
  /** Null for the one that added the member. */
  before: SomeFields.nullable(),
  after: SomeFields,
  /** What a retention rule took out of it since. */
  erased: z.array(ForgettableField).optional(),
});
export type ChangeBody = Readonly<z.infer<typeof ChangeBody>>;

/** A change as the history lists it. It is known by its entry in the chain. */
export const MemberChange = z.object({
  /** Of its entry in the section's chain. */
  sequence: z.int().positive(),
  /** Milliseconds since the epoch. */
  at: z.number(),
  /** As the person was called then; '' when unknown. */
  staffName: z.string(),
  /** `merged`: another record was merged into this one. `replaced`: this one into another. */
  kind: z.enum(['added', 'changed', 'undone', 'forgotten', 'merged', 'replaced', 'unmerged']),
  /** The other record of a merge; null where there is none. */
  other: MemberId.nullable(),
  /** The change or merge that this one took back; null for the others. */
  undoes: z.int().nullable(),
  reason: z.string(),
  fields: z.array(MemberField),
  /** Null for the first. Hidden fields are in neither: they are looked at one at a time. */
  before: SomeFields.nullable(),
  after: SomeFields,
  /** Fields of it that a retention rule took since, or with this change. */
  erased: z.array(ForgettableField),
});
export type MemberChange = Readonly<z.infer<typeof MemberChange>>;
