import type { CallInput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import { deleteMemberHold, findMemberHold, insertMemberHold } from '../store/member-holds.ts';
import { hasMember } from '../store/members.ts';
import { aboutMember } from './members.ts';
import { notFound, type SectionContext } from './section-context.ts';

/** Keeps a record whatever the rules say. The reason is about a person: it is not in the chain. */
export function holdMember(
  { db, ledger }: SectionContext,
  { memberId, reason }: CallInput<'member.hold'>,
  now: number,
): Result<null> {
  if (!hasMember(db, memberId)) return notFound;
  if (findMemberHold(db, memberId) !== null) return failure('member-held');
  const staff = ledger.staff();
  ledger.write((record) => {
    const by = { staffId: staff?.id ?? null, staffName: staff?.name ?? '' };
    insertMemberHold(db, memberId, { reason, at: now, ...by });
    record(aboutMember('member-held', memberId));
  });
  return success(null);
}

/** Lifts the hold that the record's card shows, on whichever record of the person it is. */
export function releaseMember(
  { db, ledger }: SectionContext,
  { memberId }: CallInput<'member.release'>,
  isAdministrator: boolean,
): Result<null> {
  if (!isAdministrator) return failure('administrator-needed');
  const found = findMemberHold(db, memberId);
  if (found === null) return notFound;
  ledger.write((record) => {
    deleteMemberHold(db, found.heldId);
    record(aboutMember('member-released', found.heldId));
  });
  return success(null);
}
