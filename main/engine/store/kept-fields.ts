import type { MemberRecord } from '../../../shared/model/member.ts';
import { forgettableFields, type RetainedPart } from '../../../shared/model/retention.ts';

/** The bit of `kept_fields` that a field has; 0 for the record, which always has something. */
export function bitOf(part: RetainedPart): number {
  return part === 'record' ? 0 : 1 << forgettableFields.indexOf(part);
}

/** The bits of what a record has anything in. */
export function keptFields(record: MemberRecord): number {
  return forgettableFields
    .filter((field) => record[field].length > 0)
    .reduce((bits, field) => bits | bitOf(field), 0);
}
