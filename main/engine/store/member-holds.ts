import type { MemberId } from '../../../shared/ids.ts';
import type { MemberHold } from '../../../shared/model/retention.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

export function findMemberHold(db: SectionDatabase, memberId: MemberId): MemberHold | null {
  const found = statement<MemberHold>(
    db,
    'SELECT reason, staff_name AS staffName, at FROM member_hold WHERE member_id = ?',
  ).get(memberId);
  return found ?? null;
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
