import { addressLines } from '../../../../shared/address-lines.ts';
import { foldText } from '../../../../shared/fold-text.ts';
import type { MemberId } from '../../../../shared/ids.ts';
import type { MemberRecord } from '../../../../shared/model/member.ts';
import { memberKana, memberName } from '../../../../shared/model/member-name.ts';
import { showTelephone } from '../../policy/telephone.ts';
import { findMemberEmails } from '../../store/member-contacts.ts';
import { findMember, type StoredMember } from '../../store/members.ts';
import { findPerson } from '../../store/merge-group.ts';
import type { SectionDatabase } from '../../store/open-database.ts';

/** Somebody with every record that was made one with theirs. */
export type Person = {
  /** The record that stands for all of them. */
  readonly main: Member;
  readonly members: readonly Member[];
  readonly ids: readonly MemberId[];
  /** In lower case, without those that are on somebody else's record as well. */
  readonly addresses: readonly string[];
};

type Member = StoredMember & { readonly id: MemberId };

/** Null when there is no such record. */
export function findWholePerson(db: SectionDatabase, memberId: MemberId): Person | null {
  const ids = findPerson(db, memberId);
  const members = ids.flatMap((id): Member[] => {
    const found = findMember(db, id);
    return found === null ? [] : [{ ...found, id }];
  });
  const main = members.find(({ mergedInto }) => mergedInto === null);
  if (main === undefined) return null;
  const all = members.flatMap(({ record }) => record.emails);
  const shared = sharedAddresses(db, ids, all);
  const own = all.filter((address) => !shared.has(address));
  return { main, members, ids, addresses: [...new Set(own.map((one) => one.toLowerCase()))] };
}

/** Those of these addresses that are on the record of somebody else too: what comes there is not one person's. */
export function sharedAddresses(
  db: SectionDatabase,
  ids: readonly MemberId[],
  addresses: readonly string[],
): ReadonlySet<string> {
  const held = findMemberEmails(db, addresses.map(foldText));
  const others = new Set(
    held.filter(({ memberId }) => !ids.includes(memberId)).map(({ folded }) => folded),
  );
  return new Set(addresses.filter((address) => others.has(foldText(address))));
}

/** What of a person's own may stand in their copy. */
export function ownFacts({ members, addresses }: Pick<Person, 'members' | 'addresses'>) {
  const records = members.map(({ record }) => record);
  return {
    emails: [...addresses, ...records.flatMap(({ emails }) => emails)],
    names: records.flatMap(namesOf),
    contactText: records.flatMap(contactsOf).join('\n'),
  };
}

function namesOf(record: MemberRecord): string[] {
  const reversed = {
    ...record,
    nameOrder: record.nameOrder === 'family-first' ? 'given-first' : 'family-first',
  } as const;
  const { familyName, givenName } = record;
  return [record, reversed]
    .flatMap((one) => [memberName(one), memberKana(one)])
    .concat(familyName, givenName)
    .filter((name) => name !== '');
}

function contactsOf({ phones, addresses }: MemberRecord): string[] {
  return [...phones.map(showTelephone), ...addresses.map((one) => addressLines(one).join(' '))];
}
