import type { MemberId } from '../../../shared/ids.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** The records of a person as SQL: this one, and whatever was merged into it, and into that. */
export function groupOf(id: string): string {
  return `(WITH RECURSIVE one (id) AS (
    SELECT ${id}
    UNION SELECT m.id FROM member m JOIN one ON m.merged_into = one.id)
  SELECT id FROM one)`;
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
