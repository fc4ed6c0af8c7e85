import type { StaffId } from '../../../shared/ids.ts';
import {
  auditKinds,
  ChainDetail,
  type ChainEntry,
  type ChainQuery,
  leftKinds,
} from '../../../shared/model/chain-entry.ts';
import type { ChainRow } from './chain-entries.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** An entry's conversation, also when it has been merged into another since. */
const conversationNow = `coalesce((SELECT into_id FROM merged_conversation
  WHERE id = chain_entry.conversation_id), chain_entry.conversation_id)`;

/** Those with mail of a reader whose address has the words, looked for once, not for each entry. */
const readersMatching = `SELECT conversation_id FROM message
  WHERE direction = 'in' AND instr(lower(from_address), lower(:query))`;

const matching = `kind IN (SELECT value FROM json_each(:kinds))
  AND (:staffId IS NULL OR staff_id = :staffId)
  AND (:from IS NULL OR at >= :from) AND (:to IS NULL OR at < :to)
  AND (:query = '' OR instr(lower(target || ' ' || staff_name || ' ' || reason), lower(:query))
    OR conversation_id IN (${readersMatching})
    OR conversation_id IN (SELECT id FROM merged_conversation WHERE into_id IN (${readersMatching})))`;

/** More people than this are not named. */
const namedReaders = 10;

const readers = `coalesce((SELECT group_concat(address, ', ') FROM (
  SELECT from_address AS address FROM message
  WHERE conversation_id = ${conversationNow} AND direction = 'in'
  GROUP BY lower(from_address) ORDER BY min(sent_at) LIMIT ${namedReaders})), '')`;

/**
 * One page of what matches, newest first, and how many there are in all. What somebody looked at or
 * changed is given with the readers whose it was, as long as there is mail of theirs.
 */
export function findEntries(
  db: SectionDatabase,
  { side, kind, limit, offset, ...rest }: ChainQuery,
): { total: number; items: ChainEntry[] } {
  const kinds = kind === null ? (side === 'left' ? leftKinds : auditKinds) : [kind];
  const parameters = { ...rest, query: rest.query.trim(), kinds: JSON.stringify(kinds) };
  const total = statement<{ total: number }>(
    db,
    `SELECT count(*) AS total FROM chain_entry WHERE ${matching}`,
  ).get(parameters);
  const rows = statement<ChainRow>(
    db,
    `SELECT sequence, at, kind, staff_id AS staffId, staff_name AS staffName, reason,
       iif(target <> '', target, ${readers}) AS target,
       conversation_id AS conversationId, message_id AS messageId,
       outbox_item_id AS outboxItemId, detail
     FROM chain_entry WHERE ${matching} ORDER BY sequence DESC LIMIT :limit OFFSET :offset`,
  ).all({ ...parameters, limit, offset });
  return { total: total?.total ?? 0, items: rows.map(toEntry) };
}

/** Everybody that an entry names, by the name that they had last. */
export function findChainStaff(db: SectionDatabase): { id: StaffId; name: string }[] {
  // From one person to the next in the index: a dozen of them have a hundred thousand entries.
  return statement<{ id: StaffId; name: string }>(
    db,
    `WITH RECURSIVE person (id) AS (
       SELECT min(staff_id) FROM chain_entry WHERE staff_id IS NOT NULL
       UNION ALL
       SELECT (SELECT min(staff_id) FROM chain_entry WHERE staff_id > person.id)
       FROM person WHERE person.id IS NOT NULL)
     SELECT id, (SELECT staff_name FROM chain_entry WHERE staff_id = person.id
       ORDER BY sequence DESC LIMIT 1) AS name
     FROM person WHERE id IS NOT NULL ORDER BY name`,
  ).all();
}

function toEntry({ detail, ...row }: ChainRow): ChainEntry {
  return { ...row, detail: readDetail(detail) };
}

/** What somebody wrote over an entry must not keep the others from being read: `verify` names it. */
function readDetail(detail: string): ChainDetail {
  if (detail === '') return {};
  try {
    return ChainDetail.catch({}).parse(JSON.parse(detail));
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
