import type { MemberId } from '../../../shared/ids.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** Whether a company has anything of the member; that somebody asked for it is not enough. */
export function wasDisclosed(db: SectionDatabase, memberId: MemberId): boolean {
  const row = statement(
    db,
    `SELECT 1 FROM disclosure_member m JOIN disclosure d ON d.id = m.disclosure_id
     WHERE m.member_id = ? AND d.state = 'released' LIMIT 1`,
  ).get(memberId);
  return row !== undefined;
}
