import type { MemberId } from '../../../shared/ids.ts';
import type { MemberStatus } from '../../../shared/model/member.ts';
import {
  type DueMember,
  type DuePlace,
  type ForgettableField,
  forgettableFields,
  type RetainedPart,
} from '../../../shared/model/retention.ts';
import { heldMembers } from './held-members.ts';
import { bitOf } from './kept-fields.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** Whom a rule is about: who has had the status since then or for longer, with something to take. */
export type DueQuestion = {
  readonly status: MemberStatus;
  readonly part: RetainedPart;
  /** In milliseconds since the epoch. */
  readonly dueSince: number;
};

/**
 * All of this is in the index `member_retention`: a record is read only once it is on a page. One that
 * was merged into another is never due by itself: what it has goes with the one that is kept.
 */
const isDue = `status = :status AND status_since <= :dueSince AND merged_into IS NULL
  AND (status_since, id) > (:since, :id) AND (:bit = 0 OR kept_fields & :bit)`;

const isHeld = `id IN (WITH RECURSIVE ${heldMembers} SELECT id FROM held)`;

function parameters({ status, part, dueSince }: DueQuestion, after: DuePlace | null) {
  const place = after ?? { since: Number.MIN_SAFE_INTEGER, id: 0 };
  return { status, dueSince, bit: bitOf(part), ...place };
}

type DueRow = DueMember['member'] & { readonly since: number; readonly isHeld: number };

/** One page of them, those first who have had their status for longest. */
export function findDueMembers(
  db: SectionDatabase,
  question: DueQuestion,
  after: DuePlace | null,
  limit: number,
): DueMember[] {
  const rows = statement<DueRow>(
    db,
    `SELECT id, status, family_name AS familyName, given_name AS givenName,
       family_kana AS familyKana, given_kana AS givenKana, name_order AS nameOrder,
       status_since AS since, ${isHeld} AS isHeld
     FROM member INDEXED BY member_retention WHERE ${isDue}
     ORDER BY status_since, id LIMIT :limit`,
  ).all({ ...parameters(question, after), limit });
  return rows.map(({ since, isHeld: held, ...member }) => ({ member, since, isHeld: held === 1 }));
}

/** So many of them that no hold keeps, by number alone. */
export function findDueIds(db: SectionDatabase, question: DueQuestion, limit: number): MemberId[] {
  return statement<{ id: MemberId }>(
    db,
    `SELECT id FROM member INDEXED BY member_retention WHERE ${isDue} AND NOT ${isHeld}
     ORDER BY status_since, id LIMIT :limit`,
  )
    .all({ ...parameters(question, null), limit })
    .map(({ id }) => id);
}

/** Members counted in a step: a few milliseconds. */
const countedInStep = 4000;

/** How many they are, and how many of them a hold keeps. In steps, so that nobody waits long. */
export function* countDueMembers(
  db: SectionDatabase,
  question: DueQuestion,
): Generator<void, { readonly total: number; readonly held: number }> {
  let total = 0;
  let held = 0;
  let after: DuePlace | null = null;
  for (;;) {
    const step = statement<{ count: number; held: number }>(
      db,
      `SELECT count(*) AS count, coalesce(sum(${isHeld}), 0) AS held FROM (
         SELECT id FROM member INDEXED BY member_retention
         WHERE ${isDue} ORDER BY status_since, id LIMIT ${countedInStep})`,
    ).get(parameters(question, after));
    total += step?.count ?? 0;
    held += step?.held ?? 0;
    after = findPlace(db, question, after);
    if (after === null) return { total, held };
    yield;
  }
}

/** Where a step of the count ended; null when it was the last. */
function findPlace(
  db: SectionDatabase,
  question: DueQuestion,
  after: DuePlace | null,
): DuePlace | null {
  const place = statement<DuePlace>(
    db,
    `SELECT status_since AS since, id FROM member INDEXED BY member_retention
     WHERE ${isDue} ORDER BY status_since, id LIMIT 1 OFFSET ${countedInStep - 1}`,
  ).get(parameters(question, after));
  return place ?? null;
}

/** What rules look at of one member; null when there is no such member. */
export function findKeptMember(db: SectionDatabase, id: MemberId) {
  const row = statement<{ status: MemberStatus; since: number; kept: number; isHeld: number }>(
    db,
    `SELECT status, status_since AS since, kept_fields AS kept, ${isHeld} AS isHeld
     FROM member WHERE id = ?`,
  ).get(id);
  if (row === undefined) return null;
  const fields = forgettableFields.filter((field) => (row.kept & bitOf(field)) !== 0);
  return { status: row.status, since: row.since, fields, isHeld: row.isHeld === 1 };
}

const columns = {
  phones: 'member_phone',
  emails: 'member_email',
  addresses: 'member_address',
  custom: 'member_custom',
} as const;

/** Takes what a record has in a field; its history is for the ledger to rewrite, which has digests of it. */
export function eraseField(
  db: SectionDatabase,
  memberId: MemberId,
  field: ForgettableField,
  at: number,
): void {
  if (field === 'notes' || field === 'plan')
    statement(db, `UPDATE member SET ${field} = '' WHERE id = ?`).run(memberId);
  else statement(db, `DELETE FROM ${columns[field]} WHERE member_id = ?`).run(memberId);
  statement(
    db,
    'UPDATE member SET kept_fields = kept_fields & ~:bit, changed_at = :at WHERE id = :memberId',
  ).run({ bit: bitOf(field), at, memberId });
}
