import type { MemberId, MemberRequestId } from '../../../../shared/ids.ts';
import type { RequestKind } from '../../../../shared/model/member-request.ts';
import type { SectionDatabase } from '../open-database.ts';
import { statement } from '../statement.ts';
import { findSharedEnd, isSameMember } from './shared-chain.ts';

type RequestRow = {
  readonly id: MemberRequestId;
  readonly member_id: MemberId;
  readonly kind: RequestKind;
  readonly entered_at: number;
};

/**
 * Brings the register of requests along as it is now: whoever had their data's use stopped since the
 * backup has it stopped still.
 */
export function takeRequestsAlong(current: SectionDatabase, restored: SectionDatabase): void {
  const sharedEnd = findSharedEnd(current, restored);
  const requests = statement<RequestRow>(current, 'SELECT * FROM member_request ORDER BY id').all();
  for (const request of requests) {
    if (isSameMember(restored, request.member_id, sharedEnd)) putRequest(restored, request);
  }
}

/** Under its number, unless that is another request's in the backup. */
function putRequest(db: SectionDatabase, request: RequestRow): void {
  const { id, member_id, kind, entered_at } = request;
  const known = statement<{ id: number }>(
    db,
    'SELECT id FROM member_request WHERE member_id = ? AND kind = ? AND entered_at = ?',
  ).get(member_id, kind, entered_at);
  const other = statement(db, 'SELECT 1 FROM member_request WHERE id = ?').get(id);
  const row = { ...request, id: known?.id ?? (other === undefined ? id : null) };
  const columns = Object.keys(row);
  const changed = columns.filter((column) => column !== 'id');
  statement(
    db,
    `INSERT INTO member_request (${columns.join(', ')})
     VALUES (${columns.map((column) => `:${column}`).join(', ')})
     ON CONFLICT (id) DO UPDATE SET
       ${changed.map((column) => `${column} = excluded.${column}`).join(', ')}`,
  ).run(row);
}
