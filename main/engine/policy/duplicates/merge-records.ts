import { foldText } from '../../../../shared/fold-text.ts';
import type { MergeChoices } from '../../../../shared/model/duplicate.ts';
import {
  type HiddenField,
  isHiddenField,
  MemberField,
  MemberRecord,
} from '../../../../shared/model/member.ts';
import { isSame } from '../member-fields.ts';

/** The fields that say something else in one record than in the other, in the order of a record. */
export function differentFields(one: MemberRecord, other: MemberRecord): readonly MemberField[] {
  return MemberField.options.filter((field) => !isSame(one[field], other[field]));
}

/**
 * The kept record with what was chosen of the other one. Null when something is not chosen: nothing is
 * decided by itself. Null as well when both together are more than a field holds.
 */
export function mergeRecords(
  kept: MemberRecord,
  other: MemberRecord,
  choices: MergeChoices,
): MemberRecord | null {
  const merged: Record<string, unknown> = { ...kept };
  for (const field of differentFields(kept, other)) {
    const choice = choices[field];
    if (choice === undefined) return null;
    if (choice === 'other') merged[field] = other[field];
    if (choice !== 'both') continue;
    if (!isHiddenField(field)) return null;
    merged[field] = together(kept, other, field);
  }
  const whole = MemberRecord.safeParse(merged);
  return whole.success ? whole.data : null;
}

/** The values of both, and none of them twice: of an email address in two spellings, the kept one. */
function together(kept: MemberRecord, other: MemberRecord, field: HiddenField): unknown[] {
  const values: unknown[] = [...kept[field]];
  const isThere = (value: unknown) =>
    values.some((known) =>
      typeof known === 'string' && typeof value === 'string'
        ? foldText(known) === foldText(value)
        : isSame(known, value),
    );
  for (const value of other[field]) if (!isThere(value)) values.push(value);
  return values;
}
