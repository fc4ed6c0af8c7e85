import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { type Result, success } from '../../../shared/errors.ts';
import { isHiddenField } from '../../../shared/model/member.ts';
import type { MemberChange } from '../../../shared/model/member-change.ts';
import { fieldsOf, hiddenPart, shownPart } from '../policy/member-fields.ts';
import { findMemberChanges, type StoredChange } from '../store/member-changes.ts';
import { hasMember } from '../store/members.ts';
import { aboutMember } from './members.ts';
import { notFound, type SectionContext } from './section-context.ts';

/** Every change of a member, newest first, without what is in hidden fields. */
export function memberHistory(
  { db }: SectionContext,
  { memberId }: CallInput<'member.history'>,
): Result<CallOutput<'member.history'>> {
  if (!hasMember(db, memberId)) return notFound;
  return success(findMemberChanges(db, memberId).map(toShown));
}

const kinds = {
  'member-added': 'added',
  'member-changed': 'changed',
  'member-undone': 'undone',
  'member-forgotten': 'forgotten',
  'member-merged': 'merged',
  'member-replaced': 'replaced',
  'member-unmerged': 'unmerged',
} as const;

function toShown({ body, kind, ...rest }: StoredChange): MemberChange {
  const { before, after, reason } = body;
  // What a new member has nothing in is no change, and nothing to be looked at.
  const fields = fieldsOf(after).filter(
    (field) => before !== null || !isHiddenField(field) || after[field]?.length !== 0,
  );
  return {
    ...rest,
    kind: kinds[kind],
    reason,
    fields,
    before: before === null ? null : shownPart(before),
    after: shownPart(after),
    erased: body.erased ?? [],
  };
}

/** What a change made of one hidden field; on record as a look at the field is. */
export function revealChange(
  { db, ledger }: SectionContext,
  { memberId, sequence, field }: CallInput<'member.revealChange'>,
): Result<CallOutput<'member.revealChange'>> {
  const change = findMemberChanges(db, memberId).find((one) => one.sequence === sequence);
  if (change === undefined) return notFound;
  const { before, after } = change.body;
  ledger.write((write) => write({ ...aboutMember('member-viewed', memberId), detail: { field } }));
  return success({
    before: before === null ? null : hiddenPart(before, field),
    after: hiddenPart(after, field),
  });
}
