import type { MemberId } from '../../../shared/ids.ts';
import { type MemberStatus, MemberStatus as Status } from '../../../shared/model/member.ts';
import {
  type ForgettableField,
  forgettableFields,
  type Remaining,
  type RetainedPart,
} from '../../../shared/model/retention.ts';
import type { DueQuestion } from './due-members.ts';
import { heldMembers } from './held-members.ts';
import { bitOf } from './kept-fields.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

const parts: readonly RetainedPart[] = ['record', ...forgettableFields];

/** Earlier than any moment: nobody is due. */
const never = Number.MIN_SAFE_INTEGER;

/** Members counted in a step: a few milliseconds. */
const countedInStep = 4000;

/** So many members in the order of their index, which has all that is asked of them. */
const step = `SELECT status, status_since, id, kept_fields
  FROM member INDEXED BY member_retention
  WHERE merged_into IS NULL AND (status, status_since, id) > (:status, :since, :id)
  ORDER BY status, status_since, id`;

const stays = '(h.id IS NOT NULL OR status_since > c.record)';
const counts = forgettableFields.map((field) => {
  const has = `kept_fields & ${bitOf(field)} <> 0`;
  const isKept = `(h.id IS NOT NULL OR status_since > c.${field})`;
  return `sum(${has}) AS ${field}Now, sum(${has} AND ${stays} AND ${isKept}) AS ${field}Left`;
});

const grouped = `WITH RECURSIVE ${heldMembers}, c AS MATERIALIZED (
    SELECT value ->> 'status' AS status,
      ${parts.map((part) => `value ->> '${part}' AS ${part}`).join(', ')}
    FROM json_each(:cutoffs)
  )
  SELECT m.status, count(*) AS now, sum(${stays}) AS 'left', ${counts.join(', ')}
  FROM (${step} LIMIT ${countedInStep}) m
  JOIN c ON c.status = m.status
  LEFT JOIN held h ON h.id = m.id
  GROUP BY m.status`;

type Row = {
  readonly status: MemberStatus;
  readonly now: number;
  readonly left: number;
} & Record<`${ForgettableField}${'Now' | 'Left'}`, number>;

type Place = { readonly status: string; readonly since: number; readonly id: MemberId | 0 };

/**
 * What is left by status once these are gone, of the statuses that anybody has. In steps, so that
 * nobody waits long.
 */
export function* countRemaining(
  db: SectionDatabase,
  due: readonly DueQuestion[],
): Generator<void, readonly Remaining[]> {
  const found = new Map<MemberStatus, Remaining>();
  let place: Place | null = { status: '', since: never, id: 0 };
  const cutoffs = JSON.stringify(cutoffsOf(due));
  while (place !== null) {
    for (const row of statement<Row>(db, grouped).all({ ...place, cutoffs }))
      found.set(row.status, added(toRemaining(row), found.get(row.status)));
    place =
      statement<Place>(
        db,
        `SELECT status, status_since AS since, id FROM (${step} LIMIT 1 OFFSET ${countedInStep - 1})`,
      ).get(place) ?? null;
    if (place !== null) yield;
  }
  return Status.options.flatMap((status) => found.get(status) ?? []);
}

function cutoffsOf(due: readonly DueQuestion[]) {
  return Status.options.map((status) => ({
    status,
    ...Object.fromEntries(
      parts.map((part) => [
        part,
        due.find((one) => one.status === status && one.part === part)?.dueSince ?? never,
      ]),
    ),
  }));
}

function byField<T>(value: (field: ForgettableField) => T) {
  return Object.fromEntries(forgettableFields.map((field) => [field, value(field)])) as Record<
    ForgettableField,
    T
  >;
}

function toRemaining(row: Row): Remaining {
  const { status, now, left } = row;
  const fields = byField((field) => ({ now: row[`${field}Now`], left: row[`${field}Left`] }));
  return { status, now, left, fields };
}

function added(one: Remaining, other: Remaining | undefined): Remaining {
  if (other === undefined) return one;
  return {
    status: one.status,
    now: one.now + other.now,
    left: one.left + other.left,
    fields: byField((field) => ({
      now: one.fields[field].now + other.fields[field].now,
      left: one.fields[field].left + other.fields[field].left,
    })),
  };
}
