import type { ComparedPair, MergeChoices } from '../../../shared/model/duplicate.ts';
import {
  isHiddenField,
  type MemberCard,
  type MemberField,
  type ShownFields,
} from '../../../shared/model/member.ts';

/** One record of a pair by its place on screen. */
export type Side = 'one' | 'other';

/** What of each field is to stay; a field that is not there is not chosen yet. */
export type Taken = Readonly<Partial<Record<MemberField, Side | 'both'>>>;

/** Fields that may well have several values that are all right. */
const gathered: ReadonlySet<MemberField> = new Set(['emails', 'phones', 'custom']);

/**
 * What goes without saying: a value rather than none, and all the addresses and numbers by which
 * somebody is reached. Everything else a person chooses.
 */
export function firstTaken({ one, other, different }: ComparedPair): Taken {
  const taken: Partial<Record<MemberField, Side | 'both'>> = {};
  for (const field of different) {
    if (isBlank(one, field)) taken[field] = 'other';
    else if (isBlank(other, field)) taken[field] = 'one';
    else if (gathered.has(field)) taken[field] = 'both';
  }
  return taken;
}

export function canTakeBoth({ one, other }: ComparedPair, field: MemberField): boolean {
  return isHiddenField(field) && !isBlank(one, field) && !isBlank(other, field);
}

function isBlank({ shown, counts }: MemberCard, field: MemberField): boolean {
  if (isHiddenField(field)) return counts[field] === 0;
  const blanks: Readonly<Partial<Record<keyof ShownFields, boolean>>> = {
    consent: shown.consent.version === '',
    tailoring: shown.tailoring === 'unknown',
    honorific: shown.honorific === null,
  };
  return blanks[field] ?? shown[field] === '';
}

/** The choices as the engine takes them: by which record is kept, not by their places. */
export function toChoices(taken: Taken, kept: Side): MergeChoices {
  const entries = Object.entries(taken).map(([field, from]) => {
    if (from === 'both') return [field, from];
    return [field, from === kept ? 'kept' : 'other'];
  });
  return Object.fromEntries(entries);
}
