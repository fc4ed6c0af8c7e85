import type { MemberId } from '../../../../shared/ids.ts';
import type { SectionDatabase } from '../open-database.ts';
import { statement } from '../statement.ts';

/**
 * The last entry that the chains of two databases have in common; 0 for none. Each entry is tied to
 * all before it, so that where one is the same, so is everything before.
 */
export function findSharedEnd(current: SectionDatabase, restored: SectionDatabase): number {
  let known = 0;
  let beyond = Math.min(lengthOf(current), lengthOf(restored)) + 1;
  while (beyond - known > 1) {
    const middle = Math.floor((known + beyond) / 2);
    if (macOf(current, middle)?.equals(macOf(restored, middle) ?? noMac)) known = middle;
    else beyond = middle;
  }
  return known;
}

const noMac = Buffer.alloc(0);

function lengthOf(db: SectionDatabase): number {
  const row = statement<{ last: number | null }>(
    db,
    'SELECT max(sequence) AS last FROM chain_entry',
  ).get();
  return row?.last ?? 0;
}

function macOf(db: SectionDatabase, sequence: number): Buffer | undefined {
  return statement<{ mac: Buffer }>(db, 'SELECT mac FROM chain_entry WHERE sequence = ?').get(
    sequence,
  )?.mac;
}

/**
 * Whether a number means the same member in both, or nobody in the restored one. After one restore the
 * numbers of people who were added before it are given again, and another backup still has those.
 */
export function isSameMember(
  restored: SectionDatabase,
  memberId: MemberId,
  sharedEnd: number,
): boolean {
  const row = statement<{ first: number | null }>(
    restored,
    'SELECT min(sequence) AS first FROM member_change WHERE member_id = ?',
  ).get(memberId);
  const first = row?.first ?? null;
  return first === null || first <= sharedEnd;
}
