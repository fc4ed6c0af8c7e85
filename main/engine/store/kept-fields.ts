import type { SomeFields } from '../../../shared/model/member-change.ts';
import { forgettableFields, type RetainedPart } from '../../../shared/model/retention.ts';

/** The bit of `kept_fields` that a field has; 0 for the record, which always has something. */
export function bitOf(part: RetainedPart): number {
  return part === 'record' ? 0 : 1 << forgettableFields.indexOf(part);
}

/** The bits of what a record, or some fields of one, has anything in. */
export function keptFields(some: SomeFields): number {
  return forgettableFields
    .filter((field) => (some[field]?.length ?? 0) > 0)
    .reduce((bits, field) => bits | bitOf(field), 0);
}
