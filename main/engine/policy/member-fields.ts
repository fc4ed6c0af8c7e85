import {
  type HiddenField,
  type HiddenValues,
  isHiddenField,
  MemberField,
  type MemberRecord,
} from '../../../shared/model/member.ts';
import type { ChangeBody, SomeFields } from '../../../shared/model/member-change.ts';
import { showTelephone } from './telephone.ts';

/** Whether two values of a field say the same, in whatever order their parts come. */
export function isSame(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return one === other;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length && keys.every((key) => isSame(one[key], other[key]))
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The fields that are given, in the order of a record. */
export function fieldsOf(some: SomeFields): readonly MemberField[] {
  return MemberField.options.filter((field) => some[field] !== undefined);
}

/** Whether a record has just these values in the fields that are given. */
export function hasFields(record: MemberRecord, some: SomeFields): boolean {
  return fieldsOf(some).every((field) => isSame(some[field], record[field]));
}

/** The values of these fields alone. */
function pick(record: SomeFields, fields: readonly MemberField[]): SomeFields {
  return Object.fromEntries(fields.map((field) => [field, record[field]]));
}

/** A record with some fields of another. */
export function withFields(record: MemberRecord, some: SomeFields): MemberRecord {
  return { ...record, ...pick(some, fieldsOf(some)) } as MemberRecord;
}

/** What is different; null when nothing is. */
export function differenceOf(
  before: MemberRecord,
  after: MemberRecord,
): { readonly before: SomeFields; readonly after: SomeFields } | null {
  const changed = MemberField.options.filter((field) => !isSame(before[field], after[field]));
  if (changed.length === 0) return null;
  return { before: pick(before, changed), after: pick(after, changed) };
}

/** A record as it was before these changes, which are given newest first. */
export function takenBack(now: MemberRecord, changes: readonly ChangeBody[]): MemberRecord {
  return changes.reduce((record, { before }) => withFields(record, before ?? {}), now);
}

/** Without what may only be looked at one field at a time. */
export function shownPart(some: SomeFields): SomeFields {
  return pick(
    some,
    fieldsOf(some).filter((field) => !isHiddenField(field)),
  );
}

/** One hidden field, as people read it. */
export function hiddenPart(some: SomeFields, field: HiddenField): HiddenValues {
  if (field !== 'phones') return pick(some, [field]);
  return { phones: (some.phones ?? []).map(showTelephone) };
}
