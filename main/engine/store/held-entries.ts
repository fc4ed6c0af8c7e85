import type { ConversationId, MemberId, MemberRequestId } from '../../../shared/ids.ts';
import { ChainDetail, type ChainEntry } from '../../../shared/model/chain-entry.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

type HeldEntry = Pick<ChainEntry, 'sequence' | 'at' | 'kind' | 'staffName' | 'reason' | 'detail'>;

/** Who looked at, changed or gave out what of these members, or looked at these conversations; oldest first. */
export function findEntriesOf(
  db: SectionDatabase,
  memberIds: readonly MemberId[],
  conversationIds: readonly ConversationId[],
): HeldEntry[] {
  return statement<Omit<HeldEntry, 'detail'> & { detail: string }>(
    db,
    `SELECT sequence, at, kind, staff_name AS staffName, reason, detail FROM chain_entry
     WHERE (kind LIKE 'member-%' AND kind <> 'member-data'
         OR kind = 'print' AND instr(detail, 'member-disclosures'))
       AND target IN (SELECT CAST(value AS TEXT) FROM json_each(:members))
     UNION ALL
     SELECT sequence, at, kind, staff_name, reason, detail FROM chain_entry
     WHERE conversation_id IN (SELECT value FROM json_each(:conversations))
       AND kind IN ('conversation-viewed', 'source-viewed')
     ORDER BY sequence`,
  )
    .all({
      members: JSON.stringify(memberIds),
      conversations: JSON.stringify(conversationIds),
    })
    .map(({ detail, ...row }) => ({
      ...row,
      detail: detail === '' ? {} : ChainDetail.parse(JSON.parse(detail)),
    }));
}

/** The sequence of the entry that last says that a request was answered; null when none does. */
export function findRelease(db: SectionDatabase, requestId: MemberRequestId): number | null {
  const row = statement<{ sequence: number }>(
    db,
    `SELECT sequence FROM chain_entry
     WHERE kind = 'member-data-given' AND json_extract(detail, '$.request') = ?
     ORDER BY sequence DESC LIMIT 1`,
  ).get(requestId);
  return row?.sequence ?? null;
}
