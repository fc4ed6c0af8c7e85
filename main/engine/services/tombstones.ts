import { foldText } from '../../../shared/fold-text.ts';
import type { ErasureId } from '../../../shared/ids.ts';
import type { ErasureMark } from '../../../shared/model/erasure.ts';
import { type Contacts, tombstoneKey, tombstoneOf } from '../ledger/tombstone.ts';
import {
  findTombstone,
  findTombstoneKey,
  hasTombstones,
  insertTombstone,
} from '../store/erasures.ts';
import { findMemberPhones } from '../store/member-contacts.ts';
import { findMembersByEmail } from '../store/members.ts';
import type { SectionDatabase } from '../store/open-database.ts';

/** Looks up whether somebody with one of these contacts asked to be forgotten; null for nobody. */
export type FindErased = (contacts: Contacts) => ErasureMark | null;

/** Inside the caller's transaction. */
export function keepTombstones(db: SectionDatabase, contacts: Contacts, number: ErasureId): void {
  const key = tombstoneKey(findTombstoneKey(db));
  for (const email of contacts.emails)
    insertTombstone(db, tombstoneOf(key, 'email', email), number);
  for (const phone of contacts.phones)
    insertTombstone(db, tombstoneOf(key, 'phone', phone), number);
}

/**
 * For many look-ups in a row: while nobody was erased, they cost nothing. A contact that a present
 * record has is not held back: its owner came back by their own wish, or shares it with whoever was
 * erased. As soon as that record is gone, it is again.
 */
export function createFindErased(db: SectionDatabase): FindErased {
  if (!hasTombstones(db)) return () => null;
  const key = tombstoneKey(findTombstoneKey(db));
  return ({ emails, phones }) => {
    for (const email of emails) {
      const mark = findTombstone(db, tombstoneOf(key, 'email', email));
      if (mark !== null && findMembersByEmail(db, foldText(email)).length === 0) return mark;
    }
    for (const phone of phones) {
      const mark = findTombstone(db, tombstoneOf(key, 'phone', phone));
      if (mark !== null && findMemberPhones(db, [phone]).length === 0) return mark;
    }
    return null;
  };
}
