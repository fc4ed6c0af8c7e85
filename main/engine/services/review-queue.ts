import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { type Result, success } from '../../../shared/errors.ts';
import type { MemberId } from '../../../shared/ids.ts';
import { isUndecided, type RegistrationWarning } from '../../../shared/model/registration.ts';
import { registrationChecks } from '../policy/registration-checks.ts';
import { findAnswer } from '../store/member-reviews.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import { countQueue, findCheckedFields, findHeld, findQueue } from '../store/review-queue.ts';
import { readMember } from './members.ts';
import { claim, claimsOf } from './review-claims.ts';
import type { SectionContext } from './section-context.ts';

/** One page of the registrations of a status, the oldest first. */
export function listQueue(
  section: Pick<SectionContext, 'db' | 'ledger'>,
  { status, after, limit }: CallInput<'review.queue'>,
  now: number,
): Result<CallOutput<'review.queue'>> {
  const { db } = section;
  const rows = findQueue(db, status, after, limit);
  const ids = rows.map(({ id }) => id);
  const claims = claimsOf(section, ids, now);
  const warnings = isUndecided(status) ? warningsOf(db, ids) : new Map();
  const items = rows.map(({ isAnswered, conversationId, ...row }) => ({
    ...row,
    warnings: warnings.get(row.id)?.length ?? 0,
    claim: claims.get(row.id) ?? null,
    // What was answered before a decision is no news after it.
    answer: isAnswered === 1 && status === 'new' ? { conversationId } : null,
  }));
  return success({ total: countQueue(db, status), items });
}

/** What is to be said about each of these registrations. */
export function warningsOf(
  db: SectionDatabase,
  ids: readonly MemberId[],
): ReadonlyMap<MemberId, readonly RegistrationWarning[]> {
  const fields = findCheckedFields(db, ids);
  const held = findHeld(db, [...fields.values()]);
  return new Map([...fields].map(([id, one]) => [id, registrationChecks(id, one, held)]));
}

/** A registration as it stands, for whoever reviews it: on record, as every look at a record is. */
export function openRegistration(
  section: SectionContext,
  { sectionId, memberId, isTakenOver }: CallInput<'review.open'>,
  now: number,
): Result<CallOutput<'review.open'>> {
  const { db } = section;
  const card = readMember(section, { sectionId, memberId, asOf: null });
  if (!card.ok) return card;
  const { status } = card.value.shown;
  const answer = status === 'new' ? findAnswer(db, memberId) : null;
  const warnings = [...(warningsOf(db, [memberId]).get(memberId) ?? [])];
  if (!isUndecided(status)) return success({ card: card.value, warnings, claim: null, answer });
  const claimed = claim(section, { memberId, isTakenOver }, now);
  if (!claimed.ok) return claimed;
  return success({ card: card.value, warnings, claim: claimed.value, answer });
}
