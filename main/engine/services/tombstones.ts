import { foldText } from '../../../shared/fold-text.ts';
import type { ErasureId } from '../../../shared/ids.ts';
import type { ErasureMark } from '../../../shared/model/erasure.ts';
import { type Contacts, tombstoneKey, tombstoneOf } from '../ledger/tombstone.ts';
import { findTombstoneKey, findTombstones, insertTombstone } from '../store/erasures.ts';
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
 * For many look-ups in a row: those who were erased are few, and are read once. An import asks for two
 * hundred thousand contacts, which takes a second so, and five of the database. While nobody was
 * erased it takes none.
 *
 * A contact that a present record has is not held back: its owner came back by their own wish, or
 * shares it with whoever was erased. As soon as that record is gone, it is again.
 */
export function createFindErased(db: SectionDatabase): FindErased {
  const tombstones = findTombstones(db);
  if (tombstones.length === 0) return () => null;
  const key = tombstoneKey(findTombstoneKey(db));
  const marks = new Map(
    tombstones.map(({ mac, ...mark }): [string, ErasureMark] => [mac.toString('base64'), mark]),
  );
  const markOf = (kind: 'email' | 'phone', text: string) =>
    marks.get(tombstoneOf(key, kind, text).toString('base64'));
  return ({ emails, phones }) => {
    for (const email of emails) {
      const mark = markOf('email', email);
      if (mark !== undefined && findMembersByEmail(db, foldText(email)).length === 0) return mark;
    }
    for (const phone of phones) {
      const mark = markOf('phone', phone);
      if (mark !== undefined && findMemberPhones(db, [phone]).length === 0) return mark;
    }
    return null;
  };
}
