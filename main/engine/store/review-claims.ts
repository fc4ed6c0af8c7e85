import type { MemberId, StaffId } from '../../../shared/ids.ts';
import { inTransaction } from './in-transaction.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** Who looks at a registration, and since when, in milliseconds since the epoch. */
export type StoredClaim = {
  readonly memberId: MemberId;
  readonly staffId: StaffId;
  readonly staffName: string;
  readonly at: number;
};

/** Those of these members that somebody claimed after `since` and did not leave for another. */
export function findClaims(
  db: SectionDatabase,
  memberIds: readonly MemberId[],
  since: number,
): readonly StoredClaim[] {
  return statement<StoredClaim>(
    db,
    `SELECT member_id AS memberId, staff_id AS staffId, staff_name AS staffName, at
     FROM review_claim c
     WHERE member_id IN (SELECT value FROM json_each(:ids)) AND at > :since
       AND id = (SELECT max(id) FROM review_claim WHERE member_id = c.member_id)
       AND id = (SELECT max(id) FROM review_claim WHERE staff_id = c.staff_id)`,
  ).all({ ids: JSON.stringify(memberIds), since });
}

/** Those from `since` or before tell nobody anything any more, and go. */
export function insertClaim(
  db: SectionDatabase,
  memberId: MemberId,
  { id, name }: { readonly id: StaffId; readonly name: string },
  { at, since }: { readonly at: number; readonly since: number },
): void {
  inTransaction(db, () => {
    statement(db, 'DELETE FROM review_claim WHERE at <= ?').run(since);
    statement(
      db,
      'INSERT INTO review_claim (member_id, staff_id, staff_name, at) VALUES (?, ?, ?, ?)',
    ).run(memberId, id, name, at);
  });
}
