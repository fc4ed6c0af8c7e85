import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { type Result, success } from '../../../shared/errors.ts';
import type { MemberId } from '../../../shared/ids.ts';
import { type MemberCard, type MemberRecord, ShownFields } from '../../../shared/model/member.ts';
import type { NewEntry } from '../ledger/ledger.ts';
import { toMatchAll } from '../mail/mime/search-match.ts';
import { foldName } from '../policy/fold-name.ts';
import { hiddenPart, takenBack } from '../policy/member-fields.ts';
import { readLookUp } from '../policy/member-words.ts';
import { findMemberChanges } from '../store/member-changes.ts';
import { findMemberHold } from '../store/member-holds.ts';
import { findMembers, type MemberSearch } from '../store/member-list.ts';
import { findStopOfUse } from '../store/member-requests.ts';
import { findMember, type StoredMember } from '../store/members.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import { notFound, type SectionContext } from './section-context.ts';

/** Who is looked at is named by number alone: the entry outlives the record. */
export function aboutMember(kind: NewEntry['kind'], memberId: MemberId): NewEntry {
  return { kind, target: String(memberId) };
}

export function listMembers(
  { db }: SectionContext,
  { query, offset, limit }: CallInput<'member.list'>,
): Result<CallOutput<'member.list'>> {
  const page = { offset, limit };
  if (query.trim() === '') return success(findMembers(db, null, page));
  const search = readLookUp(query) ?? toWords(query);
  return success(search === null ? { total: 0, items: [] } : findMembers(db, search, page));
}

function toWords(query: string): MemberSearch | null {
  const match = toMatchAll(foldName(query).replace(/[^\p{L}\p{N}\p{M}]+/gu, ' '));
  return match === null ? null : { kind: 'words', match };
}

/** A record as it is or was, on record that somebody looked. */
export function readMember(
  { db, ledger }: SectionContext,
  { memberId, asOf }: CallInput<'member.read'>,
): Result<CallOutput<'member.read'>> {
  const found = findMember(db, memberId);
  const record = found === null ? null : recordAsOf(db, memberId, found, asOf);
  if (found === null || record === null) return notFound;
  ledger.write((write) => write(aboutMember('member-viewed', memberId)));
  return success({
    ...cardOf(memberId, { ...found, record }),
    hold: findMemberHold(db, memberId)?.hold ?? null,
    stoppedBy: findStopOfUse(db, memberId),
  });
}

/** Of hidden fields only how many values they have. */
export function cardOf(
  id: MemberId,
  { record, mergedInto, addedAt, changedAt }: StoredMember,
): MemberCard {
  const { emails, phones, addresses, custom } = record;
  return {
    id,
    shown: ShownFields.parse(record),
    counts: {
      emails: emails.length,
      phones: phones.length,
      addresses: addresses.length,
      custom: custom.length,
    },
    mergedInto,
    addedAt,
    changedAt,
  };
}

/** The entry says which field, never what it holds. */
export function revealField(
  { db, ledger }: SectionContext,
  { memberId, asOf, field }: CallInput<'member.reveal'>,
): Result<CallOutput<'member.reveal'>> {
  const found = findMember(db, memberId);
  const record = found === null ? null : recordAsOf(db, memberId, found, asOf);
  if (record === null) return notFound;
  ledger.write((write) => write({ ...aboutMember('member-viewed', memberId), detail: { field } }));
  return success(hiddenPart(record, field));
}

/** Null when there is no such change of this member. */
function recordAsOf(
  db: SectionDatabase,
  memberId: MemberId,
  { record }: StoredMember,
  asOf: number | null,
): MemberRecord | null {
  if (asOf === null) return record;
  const changes = findMemberChanges(db, memberId);
  const at = changes.findIndex(({ sequence }) => sequence === asOf);
  if (at === -1) return null;
  return takenBack(
    record,
    changes.slice(0, at).map(({ body }) => body),
  );
}
