import type { MemberId } from '../../../shared/ids.ts';
import type { MemberHold } from '../../../shared/model/retention.ts';
import { personOf } from './merge-group.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/**
 * The hold on a person: of this record or of any that was made one with it, with the number of the one
 * that it is on; this record's own first.
 */
export function findMemberHold(
  db: SectionDatabase,
  memberId: MemberId,
): { readonly heldId: MemberId; readonly hold: MemberHold } | null {
  const found = statement<MemberHold & { readonly heldId: MemberId }>(
    db,
    `SELECT member_id AS heldId, reason, staff_name AS staffName, at FROM member_hold
     WHERE member_id IN ${personOf(':memberId')}
     ORDER BY member_id = :memberId DESC, at, member_id LIMIT 1`,
  ).get({ memberId });
  if (found === undefined) return null;
  const { heldId, ...hold } = found;
  return { heldId, hold };
}

export function insertMemberHold(
  db: SectionDatabase,
  memberId: MemberId,
  hold: MemberHold & { readonly staffId: string | null },
): void {
  statement(
    db,
    `INSERT INTO member_hold (member_id, reason, staff_id, staff_name, at)
     VALUES (:memberId, :reason, :staffId, :staffName, :at)`,
  ).run({ ...hold, memberId });
}

export function deleteMemberHold(db: SectionDatabase, memberId: MemberId): void {
  statement(db, 'DELETE FROM member_hold WHERE member_id = ?').run(memberId);
}
