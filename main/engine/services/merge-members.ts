import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import type { MemberId } from '../../../shared/ids.ts';
import type { MemberRecord } from '../../../shared/model/member.ts';
import { checkMember } from '../policy/check-member.ts';
import { differentFields, mergeRecords } from '../policy/duplicates/merge-records.ts';
import { differenceOf, hasFields, withFields } from '../policy/member-fields.ts';
import { findMergesSince, setMergedInto } from '../store/duplicates.ts';
import { findMemberChanges, type StoredChange } from '../store/member-changes.ts';
import { findMember, updateMember } from '../store/members.ts';
import { keepFieldsOfGroup, moveReviews, moveReviewsBack } from '../store/merge-group.ts';
import { keepChange, wordsOf } from './change-member.ts';
import { aboutMember, cardOf } from './members.ts';
import { notFound, type SectionContext } from './section-context.ts';

/** For so long a merge can be undone, in milliseconds. */
const undoableFor = 30 * 24 * 60 * 60_000;

/** Both records of a pair, on record that somebody looked. */
export function comparePair(
  { db, ledger }: SectionContext,
  { one, other }: CallInput<'duplicate.compare'>,
): Result<CallOutput<'duplicate.compare'>> {
  const first = findMember(db, one);
  const second = findMember(db, other);
  if (first === null || second === null || one === other) return notFound;
  if (first.mergedInto !== null || second.mergedInto !== null) return failure('member-merged');
  ledger.write((write) => {
    write(aboutMember('member-viewed', one));
    write(aboutMember('member-viewed', other));
  });
  return success({
    one: cardOf(one, first),
    other: cardOf(other, second),
    different: [...differentFields(first.record, second.record)],
  });
}

/**
 * Makes one record of two, field by field as somebody chose. The other record is in no list any more;
 * what it held is in its history, from where an undo brings it back.
 */
export function mergeMembers(
  { db, ledger }: SectionContext,
  { keptId, otherId, choices, seen, reason }: CallInput<'duplicate.merge'>,
  now: number,
): Result<CallOutput<'duplicate.merge'>> {
  const kept = findMember(db, keptId);
  const other = findMember(db, otherId);
  if (kept === null || other === null || keptId === otherId) return notFound;
  if (kept.mergedInto !== null || other.mergedInto !== null) return failure('member-merged');
  // What was chosen was chosen of what was seen.
  if (kept.changedAt !== seen.kept || other.changedAt !== seen.other)
    return failure('pair-changed');
  const merged = mergeRecords(kept.record, other.record, choices);
  if (merged === null) return failure('bad-request');
  const { record, faults } = checkMember(merged);
  if (faults.length > 0) return success({ outcome: 'faulty', faults: [...faults] });
  const emptied = withoutContacts(other.record);
  const sequence = ledger.write((write) => {
    updateMember(db, keptId, record, wordsOf(record), now);
    const change = { reason, ...changeOf(kept.record, record) };
    const entry = keepChange(db, write, keptId, 'member-merged', change, {
      detail: { other: otherId },
    });
    const { sortKey } = wordsOf(other.record);
    updateMember(db, otherId, emptied, { sortKey, words: '' }, now);
    setMergedInto(db, otherId, keptId);
    moveReviews(db, otherId, keptId);
    const loss = { reason, ...changeOf(other.record, emptied) };
    keepChange(db, write, otherId, 'member-replaced', loss, { detail: { other: keptId } });
    // A rule about the one record is from now on about what the other has as well.
    keepFieldsOfGroup(db, keptId);
    return entry;
  });
  return success({ outcome: 'merged', sequence });
}

/**
 * Brings both records of a merge back as they were. What the merge changed must not have been changed
 * again; other fields that were changed since stay as they are.
 */
export function undoMerge(
  { db, ledger }: SectionContext,
  { memberId: keptId, sequence }: CallInput<'duplicate.undo'>,
  now: number,
): Result<null> {
  const merge = changeAt(findMemberChanges(db, keptId), sequence);
  if (merge?.kind !== 'member-merged' || merge.other === null) return notFound;
  const otherId = merge.other;
  const kept = findMember(db, keptId);
  const other = findMember(db, otherId);
  // Both entries of a merge follow each other: they were written in one transaction.
  const loss = changeAt(findMemberChanges(db, otherId), sequence + 1);
  if (kept === null || other === null || loss === undefined) return notFound;
  // What a rule took is in neither change any more to be put back.
  if ([merge, loss].some(({ body }) => (body.erased ?? []).length > 0)) return notFound;
  if (kept.mergedInto !== null) return failure('member-merged');
  const isUndone = other.mergedInto !== keptId;
  const isNow =
    hasFields(kept.record, merge.body.after) && hasFields(other.record, loss.body.after);
  const before = withFields(kept.record, merge.body.before ?? {});
  if (isUndone || !isNow || checkMember(before).faults.length > 0)
    return failure('member-changed-since');
  if (merge.at + undoableFor < now) return failure('merge-undo-expired');
  ledger.write((write) => {
    bringBack(keptId, before, merge, otherId);
    setMergedInto(db, otherId, null);
    moveReviewsBack(db, otherId, keptId);
    bringBack(otherId, withFields(other.record, loss.body.before ?? {}), loss, keptId);
    keepFieldsOfGroup(db, keptId);

    function bringBack(
      memberId: MemberId,
      record: MemberRecord,
      { body, sequence: concerns }: StoredChange,
      partner: MemberId,
    ) {
      updateMember(db, memberId, record, wordsOf(record), now);
      const change = { reason: '', before: body.after, after: body.before ?? {} };
      keepChange(db, write, memberId, 'member-unmerged', change, {
        detail: { concerns, other: partner },
      });
    }
  });
  return success(null);
}

/** The merges that can still be undone, newest first. */
export function listMerges(
  { db }: SectionContext,
  now: number,
): Result<CallOutput<'duplicate.merges'>> {
  const merges = findMergesSince(db, now - undoableFor);
  return success(merges.map((merge) => ({ ...merge, until: merge.at + undoableFor })));
}

function changeAt(changes: readonly StoredChange[], sequence: number): StoredChange | undefined {
  return changes.find((change) => change.sequence === sequence);
}

function withoutContacts(record: MemberRecord): MemberRecord {
  return { ...record, emails: [], phones: [], addresses: [], custom: [] };
}

function changeOf(before: MemberRecord, after: MemberRecord) {
  return differenceOf(before, after) ?? { before: {}, after: {} };
}
