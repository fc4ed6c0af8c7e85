import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import type { MemberId } from '../../../shared/ids.ts';
import { blankMember, type MemberRecord } from '../../../shared/model/member.ts';
import type { ChangeBody } from '../../../shared/model/member-change.ts';
import type { NewEntry, RecordEntry } from '../ledger/ledger.ts';
import { digestOf, saltBody } from '../ledger/member-body.ts';
import { addedContacts } from '../ledger/tombstone.ts';
import { toSearchText } from '../mail/mime/search-text.ts';
import { checkMember } from '../policy/check-member.ts';
import { differenceOf, hasFields, withFields } from '../policy/member-fields.ts';
import { memberSortKey, memberText } from '../policy/member-words.ts';
import { wasDisclosed } from '../store/disclosed-members.ts';
import { findWaitingMail, reopenFormMails, settleFormMail } from '../store/form-mails.ts';
import {
  findMemberChanges,
  insertMemberChange,
  type StoredChange,
} from '../store/member-changes.ts';
import { findMemberHold } from '../store/member-holds.ts';
import { findLetterOfReview, markTakenBack } from '../store/member-reviews.ts';
import {
  deleteMember,
  findMember,
  findPresentMember,
  insertMember,
  type MemberWords,
  updateMember,
} from '../store/members.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import { aboutMember } from './members.ts';
import { notFound, type SectionContext } from './section-context.ts';
import { createFindErased } from './tombstones.ts';

type ChangeOf = {
  readonly memberId: MemberId;
  readonly before: MemberRecord;
  readonly after: MemberRecord;
};

/**
 * Adds or changes a member, unless something is wrong with what was typed. On record with what changed.
 * `not-found` too where the mail that it is made of does not wait any more.
 */
export function saveMember(
  section: SectionContext,
  { memberId, fields, reason, fromMail, isReturning = false }: CallInput<'member.save'>,
  now: number,
  isAdministrator = false,
): Result<CallOutput<'member.save'>> {
  const { db, ledger } = section;
  const found = memberId === null ? null : findMember(db, memberId);
  const before = memberId === null ? blankMember : found?.record;
  if (before === undefined) return notFound;
  if (found !== null && found.mergedInto !== null) return failure('member-merged');
  const { record, faults } = checkMember(withFields(before, fields));
  if (faults.length > 0) return success({ outcome: 'faulty', faults: [...faults] });
  const erasure = createFindErased(db)(addedContacts(before, record));
  if (erasure !== null) {
    if (!isReturning) return success({ outcome: 'erased-before', erasure });
    if (!isAdministrator) return failure('administrator-needed');
    if (reason === '') return failure('reason-needed');
  }
  /** The reason is beside the chain, in the body of the change: it may name the person. */
  const recordReturn = (write: RecordEntry, id: MemberId) => {
    if (erasure === null) return;
    write({ ...aboutMember('member-returned', id), detail: { erasure: erasure.number } });
  };
  if (memberId === null) {
    const added = ledger.write((write) => {
      // Read meanwhile, or settled from another window: whoever it is of is there already.
      if (fromMail !== undefined && findWaitingMail(db, fromMail) === null) return null;
      const from = fromMail === undefined ? {} : { messageId: fromMail };
      const one = addMember(db, write, record, reason, now, from);
      if (fromMail !== undefined) settleFormMail(db, fromMail, one.memberId);
      recordReturn(write, one.memberId);
      return one;
    });
    if (added === null) return notFound;
    // One mail less waits.
    if (fromMail !== undefined) section.changed(new Set());
    return success({ outcome: 'saved', ...added });
  }
  const sequence = ledger.write((write) => {
    const change = { memberId, before, after: record };
    const changed = changeInside(db, write, change, { reason, now });
    recordReturn(write, memberId);
    return changed;
  });
  return success({ outcome: 'saved', memberId, sequence });
}

/** Several at once, in one transaction. Throws where something is wrong with one: check them before. */
export function addMembers(
  { db, ledger }: SectionContext,
  typed: readonly MemberRecord[],
  now: number,
): void {
  ledger.write((write) => {
    for (const one of typed) {
      const { record, faults } = checkMember(one);
      if (faults.length > 0) throw new Error('something is wrong with a member');
      addMember(db, write, record, '', now);
    }
  });
}

/** A record that was checked. `from` is what made it, where no person did, and by which mail. */
export function addMember(
  db: SectionDatabase,
  write: RecordEntry,
  record: MemberRecord,
  reason: string,
  now: number,
  from: Pick<NewEntry, 'by' | 'messageId'> = {},
) {
  const memberId = insertMember(db, record, wordsOf(record), now);
  const body = { reason, before: null, after: record };
  return { memberId, sequence: keepChange(db, write, memberId, 'member-added', body, from) };
}

/** What is written of both records of a merge. */
const ofTwo: ReadonlySet<string> = new Set(['member-merged', 'member-replaced', 'member-unmerged']);

/**
 * Takes a change back by another one, as long as nothing that it changed was changed again. A member
 * who was added by mistake, and not changed since, is erased: the chain keeps that there was one. Of a
 * decision whose letter still waits the letter is called back as well; one whose letter leaves or has
 * left stays.
 */
export function undoChange(
  section: SectionContext,
  { memberId, sequence }: CallInput<'member.undo'>,
  now: number,
): Result<null> {
  const { db, ledger } = section;
  const found = findMember(db, memberId);
  const changes = findMemberChanges(db, memberId);
  const change = changes.find((one) => one.sequence === sequence);
  if (found === null || change === undefined) return notFound;
  if (found.mergedInto !== null) return failure('member-merged');
  // A merge is of two records, and is undone in both at once.
  if (ofTwo.has(change.kind)) return failure('bad-request');
  // What a rule took is in no change any more to be put back.
  if ((change.body.erased ?? []).length > 0) return notFound;
  if (change.body.before === null) return takeBack(section, memberId, changes);
  if (!canPutBack(found.record, change.body)) return failure('member-changed-since');
  const letter = findLetterOfReview(db, sequence);
  if (letter !== null) {
    // The member has it, or is about to: what they answer has to find the decision as it was made.
    if (letter.id === null) return failure('outbox-state-changed');
    const called = section.outbox.withdraw(letter.id);
    return called.ok ? success(null) : called;
  }
  ledger.write((write) => putBack(db, write, { memberId, sequence }, now));
  return success(null);
}

/**
 * The same inside the caller's transaction. False where what it changed was changed again, or where the
 * record was merged into another: nothing gives that one its words back.
 */
export function putBack(
  db: SectionDatabase,
  write: RecordEntry,
  { memberId, sequence }: Pick<CallInput<'member.undo'>, 'memberId' | 'sequence'>,
  now: number,
): boolean {
  const found = findPresentMember(db, memberId);
  const change = findMemberChanges(db, memberId).find((one) => one.sequence === sequence);
  if (found === null || change === undefined || !canPutBack(found.record, change.body))
    return false;
  const { before, after } = change.body;
  const record = withFields(found.record, before ?? {});
  updateMember(db, memberId, record, wordsOf(record), now);
  const body = { reason: '', before: after, after: before ?? {} };
  keepChange(db, write, memberId, 'member-undone', body, { detail: { concerns: sequence } });
  markTakenBack(db, sequence);
  return true;
}

function canPutBack(record: MemberRecord, { before, after }: ChangeBody): boolean {
  // What was right then need not be beside what was changed since: a name of nothing, say.
  return (
    hasFields(record, after) && checkMember(withFields(record, before ?? {})).faults.length === 0
  );
}

/** A change that is known to be right, inside the caller's transaction. Gives its sequence; null for no change. */
export function changeInside(
  db: SectionDatabase,
  write: RecordEntry,
  { memberId, before, after }: ChangeOf,
  { reason, now, by }: { readonly reason: string; readonly now: number; readonly by?: null },
): number | null {
  const change = differenceOf(before, after);
  if (change === null) return null;
  updateMember(db, memberId, after, wordsOf(after), now);
  const entry = by === undefined ? {} : { by };
  return keepChange(db, write, memberId, 'member-changed', { reason, ...change }, entry);
}

function takeBack(
  { db, ledger, forgetting, changed }: SectionContext,
  memberId: MemberId,
  changes: readonly StoredChange[],
): Result<null> {
  const [only, ...others] = changes;
  if (only === undefined || others.length > 0) return failure('member-changed-since');
  if (findMemberHold(db, memberId) !== null) return failure('member-held');
  // A company has it: who that was must be found for as long as the record is kept.
  if (wasDisclosed(db, memberId)) return failure('member-changed-since');
  ledger.write((write) => {
    reopenFormMails(db, memberId);
    deleteMember(db, memberId);
    write({ ...aboutMember('member-erased', memberId), detail: { concerns: only.sequence } });
  });
  forgetting.wake();
  // The mail that it was made of waits again.
  changed(new Set());
  return success(null);
}

/** A decision leaves its mark also where the status stays: a member who is asked once more. */
export function recordDecision(
  db: SectionDatabase,
  write: RecordEntry,
  change: ChangeOf,
  when: { readonly reason: string; readonly now: number },
): number {
  const body = { reason: when.reason, before: {}, after: {} };
  return (
    changeInside(db, write, change, when) ??
    keepChange(db, write, change.memberId, 'member-changed', body)
  );
}

/** The entry and, apart from it, what changed. Gives the entry's sequence. */
export function keepChange(
  db: SectionDatabase,
  write: RecordEntry,
  memberId: MemberId,
  kind: StoredChange['kind'],
  body: ChangeBody,
  { detail = {}, ...entry }: Pick<NewEntry, 'by' | 'messageId' | 'detail'> = {},
): number {
  const salted = saltBody(body);
  const digest = digestOf(salted);
  const sequence = write({
    ...aboutMember(kind, memberId),
    ...entry,
    detail: { ...detail, digest },
  });
  insertMemberChange(db, sequence, memberId, salted);
  return sequence;
}

export function wordsOf(record: MemberRecord): MemberWords {
  return { sortKey: memberSortKey(record), words: toSearchText(memberText(record)) };
}
