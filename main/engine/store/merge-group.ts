import type { MemberId } from '../../../shared/ids.ts';
import { keptFields } from './kept-fields.ts';
import { findBodies } from './member-changes.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** The records of a person as SQL: this one, and whatever was merged into it, and into that. */
export function groupOf(id: string): string {
  return `(WITH RECURSIVE one (id) AS (
    SELECT ${id}
    UNION SELECT m.id FROM member m JOIN one ON m.merged_into = one.id)
  SELECT id FROM one)`;
}

/** This record, and whatever was merged into it: also one that is no record any more. */
export function findGroup(db: SectionDatabase, id: MemberId): ReadonlySet<MemberId> {
  const rows = statement<{ id: MemberId }>(db, `SELECT id FROM ${groupOf(':id')}`).all({ id });
  return new Set(rows.map((row) => row.id));
}

/** All records of a person, also those that this one was merged into and what else was merged into them. */
export function personOf(id: string): string {
  return `(WITH RECURSIVE person (id) AS (
    SELECT ${id}
    UNION SELECT m.merged_into FROM member m JOIN person ON m.id = person.id
      WHERE m.merged_into IS NOT NULL
    UNION SELECT m.id FROM member m JOIN person ON m.merged_into = person.id)
  SELECT id FROM person)`;
}

/** The reviews of a record are from now on those of the one that is kept: its answers land there. */
export function moveReviews(db: SectionDatabase, otherId: MemberId, keptId: MemberId): void {
  statement(db, 'UPDATE member_review SET member_id = :keptId WHERE member_id = :otherId').run({
    keptId,
    otherId,
  });
}

/** Those of decisions about the other record, or about what was merged into it. */
export function moveReviewsBack(db: SectionDatabase, otherId: MemberId, keptId: MemberId): void {
  statement(
    db,
    `UPDATE member_review SET member_id = :otherId WHERE member_id = :keptId AND sequence IN (
       SELECT sequence FROM member_change WHERE member_id IN ${groupOf(':otherId')})`,
  ).run({ keptId, otherId });
}

/** What rules could take of a record: what its history has, and that of whatever was merged into it. */
export function keepFieldsOfGroup(db: SectionDatabase, id: MemberId): void {
  const bits = [...findGroup(db, id)]
    .flatMap((one) => findBodies(db, one))
    .flatMap(({ body }) => [body.before ?? {}, body.after])
    .reduce((all, some) => all | keptFields(some), 0);
  statement(db, 'UPDATE member SET kept_fields = :bits WHERE id = :id').run({ bits, id });
}
