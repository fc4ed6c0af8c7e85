import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { type Failure, failure, type Result, success } from '../../../shared/errors.ts';
import type { MemberId } from '../../../shared/ids.ts';
import type { MemberRecord } from '../../../shared/model/member.ts';
import { isUndecided, type MadeDecision } from '../../../shared/model/registration.ts';
import type { RecordEntry } from '../ledger/ledger.ts';
import type { MimePool } from '../mail/mime/worker-pool.ts';
import {
  findReviewOfLetter,
  insertReview,
  markTakenBack,
  type NewReview,
} from '../store/member-reviews.ts';
import { findPresentMember } from '../store/members.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import { findByToken, findHeaderMessageId } from '../store/outbox-items.ts';
import { putBack, recordDecision, undoChange } from './change-member.ts';
import {
  composeRegistrationLetter,
  queueRegistrationLetter,
  type ReadyLetter,
} from './registration-letter.ts';
import { isClaimedByOther } from './review-claims.ts';
import { warningsOf } from './review-queue.ts';
import { notFound, type SectionContext } from './section-context.ts';

/** Decides about a registration; the letter that tells the member is queued in the same transaction. */
export async function decideRegistration(
  section: SectionContext,
  mime: MimePool,
  input: CallInput<'review.decide'>,
  now: number,
): Promise<Result<CallOutput<'review.decide'>>> {
  const { db, ledger, outbox } = section;
  const { memberId, letter } = input;
  // An answer that was lost: the letter is on its way.
  const repeated = letter === null ? null : decidedBefore(db, letter.token);
  if (repeated !== null) return success(repeated);
  const record = findPresentMember(db, memberId)?.record;
  if (record === undefined) return notFound;
  const refusal = whyNot(section, memberId, record, now);
  if (refusal !== null) return refusal;
  // A refusal that nobody hears of is none. Whoever has no address is told some other way.
  if (input.decision !== 'approved' && letter === null && record.emails.length > 0)
    return failure('bad-request');
  const composed =
    letter === null
      ? success(null)
      : await composeRegistrationLetter(section, mime, record, letter, now);
  if (!composed.ok) return composed;
  const made = ledger.write((write) => {
    // Another may have decided, or changed the address, while the letter was composed.
    const latest = findPresentMember(db, memberId)?.record;
    if (latest === undefined) return notFound;
    const late = whyNot(section, memberId, latest, now);
    if (late !== null) return late;
    if (latest.emails[0] !== record.emails[0]) return failure('recipient-changed');
    return success(decide(db, write, latest, input, composed.value, now));
  });
  if (made.ok && letter !== null) outbox.added();
  return made;
}

/** Approves those that there is nothing to be said about, in one transaction. */
export function approveAll(
  section: SectionContext,
  { memberIds }: CallInput<'review.approveAll'>,
  now: number,
): Result<CallOutput<'review.approveAll'>> {
  const { db, ledger } = section;
  const warnings = warningsOf(db, memberIds);
  const approved: MadeDecision[] = [];
  const left: MemberId[] = [];
  ledger.write((write) => {
    for (const memberId of memberIds) {
      const record = findPresentMember(db, memberId)?.record;
      const isClean = warnings.get(memberId)?.length === 0;
      if (record === undefined || !isClean || whyNot(section, memberId, record, now) !== null) {
        left.push(memberId);
        continue;
      }
      const choice = { memberId, decision: 'approved', fields: [], reason: '' } as const;
      approved.push(decide(db, write, record, { ...choice, honorific: null }, null, now));
    }
  });
  return success({ approved, left });
}

/** Puts decisions back, each with its letter, as long as that has not left. */
export function undoDecisions(
  section: SectionContext,
  { sectionId, decisions }: CallInput<'review.undo'>,
  now: number,
): Result<CallOutput<'review.undo'>> {
  const undone: MemberId[] = [];
  const left: MemberId[] = [];
  for (const { memberId, sequence } of decisions) {
    const isUndone = undoChange(section, { sectionId, memberId, sequence }, now).ok;
    (isUndone ? undone : left).push(memberId);
  }
  return success({ undone, left });
}

/** The letter of a decision was called back: it is not made. Inside the transaction of that. */
export function undoDecisionOf(
  db: SectionDatabase,
  write: RecordEntry,
  headerMessageId: string,
  now: number,
): void {
  const review = findReviewOfLetter(db, headerMessageId);
  if (review === null) return;
  markTakenBack(db, review.sequence);
  // What staff changed since stays: they have seen it.
  putBack(db, write, review, now);
}

function decidedBefore(db: SectionDatabase, token: string): MadeDecision | null {
  const item = findByToken(db, token);
  const headerMessageId = item === null ? null : findHeaderMessageId(db, item.id);
  return headerMessageId === null ? null : findReviewOfLetter(db, headerMessageId);
}

function whyNot(
  section: SectionContext,
  memberId: MemberId,
  { status }: MemberRecord,
  now: number,
): Failure | null {
  if (!isUndecided(status)) return failure('registration-decided');
  return isClaimedByOther(section, memberId, now) ? failure('registration-claimed') : null;
}

type Choice = Omit<NewReview, 'sequence' | 'headerMessageId'> &
  Pick<CallInput<'review.decide'>, 'reason' | 'honorific'>;

function decide(
  db: SectionDatabase,
  write: RecordEntry,
  before: MemberRecord,
  { memberId, decision, fields, reason, honorific }: Choice,
  letter: ReadyLetter | null,
  now: number,
): MadeDecision {
  const after = { ...before, status: decision, honorific: before.honorific ?? honorific };
  const change = { memberId, before, after };
  const sequence = recordDecision(db, write, change, { reason, now });
  if (letter !== null) queueRegistrationLetter(db, letter);
  const headerMessageId = letter?.headerMessageId ?? null;
  insertReview(db, { sequence, memberId, decision, fields, headerMessageId });
  return { memberId, sequence };
}
