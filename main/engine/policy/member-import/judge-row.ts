import { foldText } from '../../../../shared/fold-text.ts';
import type { MemberId } from '../../../../shared/ids.ts';
import type { ErasureMark } from '../../../../shared/model/erasure.ts';
import { blankMember, MemberRecord } from '../../../../shared/model/member.ts';
import type { SomeFields } from '../../../../shared/model/member-change.ts';
import type { RowReason, RowVerdict } from '../../../../shared/model/member-import.ts';
import { checkMember } from '../check-member.ts';
import { differenceOf } from '../member-fields.ts';
import { applyCells, type Columns } from './apply-cells.ts';

/** How members are looked up. */
export type KnownMembers = {
  readonly find: (id: MemberId) => MemberRecord | null;
  /** An address as `foldText` makes it. */
  readonly findByEmail: (folded: string) => readonly MemberId[];
  /** The erasure of whoever had one of those contacts that a record has and the one before has not. */
  readonly findErased: (before: MemberRecord, after: MemberRecord) => ErasureMark | null;
};

export type JudgedRow = {
  readonly verdict: RowVerdict;
  readonly memberId: MemberId | null;
  readonly record: MemberRecord;
  /** Of a known member, the fields that differ as they are; null for a new one. */
  readonly before: SomeFields | null;
  readonly after: SomeFields;
  readonly reasons: readonly RowReason[];
};

/** Compares a row with what is known of its person: by the member's number where it has one, else by email. */
export function judgeRow(
  known: KnownMembers,
  cells: readonly string[],
  columns: Columns,
): JudgedRow {
  const who = recognise(known, cells, columns);
  if (who.reason !== null) return invalid(blankMember, null, [who.reason]);
  const { memberId } = who;
  const stored = memberId === null ? null : known.find(memberId);
  const applied = applyCells(stored ?? blankMember, cells, columns);
  const reasons = [...applied.reasons];
  if (cells.length > columns.header.length)
    reasons.push({ field: null, code: 'columns', line: null });
  const parsed = MemberRecord.safeParse(applied.record);
  if (!parsed.success) {
    for (const field of new Set(parsed.error.issues.map(({ path }) => path[0])))
      reasons.push({ field: field as RowReason['field'], code: 'too-long', line: null });
    return invalid(applied.record, memberId, reasons);
  }
  const { record, faults } = checkMember(parsed.data);
  for (const { field, code } of faults) reasons.push({ field, code, line: null });
  if (reasons.length > 0) return invalid(record, memberId, reasons);
  const erasure = known.findErased(stored ?? blankMember, record);
  if (erasure !== null)
    return invalid(record, memberId, [{ field: null, code: 'erased', line: null, erasure }]);
  if (stored === null)
    return { verdict: 'new', memberId, record, before: null, after: record, reasons };
  const change = differenceOf(stored, record);
  if (change === null) return { verdict: 'same', memberId, record, before: {}, after: {}, reasons };
  return { verdict: 'changed', memberId, record, ...change, reasons };
}

function invalid(
  record: MemberRecord,
  memberId: MemberId | null,
  reasons: readonly RowReason[],
): JudgedRow {
  return { verdict: 'invalid', memberId, record, before: null, after: {}, reasons };
}

type Recognised = { readonly memberId: MemberId | null; readonly reason: RowReason | null };

function recognise(
  known: KnownMembers,
  cells: readonly string[],
  { mapping }: Columns,
): Recognised {
  const key = valuesOf(cells, mapping, 'key')[0];
  if (key !== undefined) {
    const number = /^\d{1,15}$/.test(key) ? (Number(key) as MemberId) : null;
    if (number !== null && known.find(number) !== null) return { memberId: number, reason: null };
    return { memberId: null, reason: { field: 'key', code: 'key-unknown', line: null } };
  }
  const emails = valuesOf(cells, mapping, 'email');
  const found = new Set(emails.flatMap((email) => known.findByEmail(foldText(email))));
  if (found.size > 1)
    return { memberId: null, reason: { field: 'emails', code: 'several', line: null } };
  return { memberId: [...found][0] ?? null, reason: null };
}

/** Whom else of the file a row may be: the member, the addresses, or all that it says. */
export function identitiesOf(
  { memberId }: Pick<JudgedRow, 'memberId'>,
  cells: readonly string[],
  { mapping }: Columns,
): readonly string[] {
  const emails = valuesOf(cells, mapping, 'email').map((email) => `email ${foldText(email)}`);
  const names = memberId === null ? emails : [`member ${memberId}`, ...emails];
  return names.length > 0 ? names : [`row ${JSON.stringify(cells)}`];
}

function valuesOf(
  cells: readonly string[],
  mapping: Columns['mapping'],
  field: Columns['mapping'][number],
): string[] {
  return mapping
    .map((one, index) => (one === field ? (cells[index] ?? '').normalize('NFKC').trim() : ''))
    .filter((text) => text !== '');
}
