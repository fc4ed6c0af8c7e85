import { foldText } from '../../../shared/fold-text.ts';
import type { MemberId } from '../../../shared/ids.ts';
import type { MemberRecord } from '../../../shared/model/member.ts';
import type { SomeFields } from '../../../shared/model/member-change.ts';
import { toMatch } from '../mail/mime/search-match.ts';
import { findBodies } from './member-changes.ts';
import { findMember } from './members.ts';
import type { SectionDatabase } from './open-database.ts';

/** A person as they are looked for: all of their records, and every address that these ever had. */
export type ErasedPerson = {
  readonly ids: readonly MemberId[];
  /** In lower case. */
  readonly addresses: readonly string[];
  /** Each address as the index of the mail is asked for it. */
  readonly matches: readonly string[];
  /** Also what they were reached at once: an old list has the old address. */
  readonly contacts: Pick<MemberRecord, 'emails' | 'phones'>;
};

/** By their records, of which some may be gone. */
export function findErasedPerson(db: SectionDatabase, ids: readonly MemberId[]): ErasedPerson {
  const emails = new Map<string, string>();
  const phones = new Set<string>();
  const records: SomeFields[] = ids.map((id) => findMember(db, id)?.record ?? {});
  const bodies = ids.flatMap((id) => findBodies(db, id)).map(({ body }) => body);
  const former = bodies.flatMap(({ before, after }) => [before ?? {}, after]);
  for (const some of [...records, ...former]) {
    const { emails: addresses = [], phones: numbers = [] } = some;
    // The present record comes first, and how it has an address.
    for (const address of addresses)
      emails.set(foldText(address), emails.get(foldText(address)) ?? address);
    for (const number of numbers) phones.add(number);
  }
  const written = [...emails.values()];
  return {
    ids,
    addresses: written.map((address) => address.toLowerCase()),
    matches: written.flatMap((address) => toMatch(address, { isExact: true }) ?? []),
    contacts: { emails: written, phones: [...phones] },
  };
}
