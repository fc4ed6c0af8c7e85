import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import type { MemberId } from '../../../shared/ids.ts';
import type { Claim } from '../../../shared/model/registration.ts';
import { hasMember } from '../store/members.ts';
import { findClaims, insertClaim, type StoredClaim } from '../store/review-claims.ts';
import { notFound, type SectionContext } from './section-context.ts';

/** How long a claim holds that is not renewed, in milliseconds: whoever went for lunch holds nobody up. */
export const claimLasts = 5 * 60_000;

type Claiming = Pick<SectionContext, 'db' | 'ledger'>;

/** Who has these registrations now. */
export function claimsOf(
  { db, ledger }: Claiming,
  memberIds: readonly MemberId[],
  now: number,
): ReadonlyMap<MemberId, Claim> {
  const own = ledger.staff()?.id ?? null;
  const claims = findClaims(db, memberIds, now - claimLasts);
  return new Map(claims.map((claim) => [claim.memberId, toClaim(claim, own)]));
}

/** Whether somebody else has it. */
export function isClaimedByOther(section: Claiming, memberId: MemberId, now: number): boolean {
  return claimsOf(section, [memberId], now).get(memberId)?.isOwn === false;
}

/** Claims a registration for whoever is signed in, unless another has it and staff were not asked. */
export function claim(
  section: Claiming,
  { memberId, isTakenOver }: Pick<CallInput<'review.claim'>, 'memberId' | 'isTakenOver'>,
  now: number,
): Result<CallOutput<'review.claim'>> {
  const { db, ledger } = section;
  const staff = ledger.staff();
  if (staff === null) return failure('locked');
  if (!hasMember(db, memberId)) return notFound;
  const held = claimsOf(section, [memberId], now).get(memberId);
  if (held !== undefined && !held.isOwn && !isTakenOver) return success(held);
  insertClaim(db, memberId, staff, { at: now, since: now - claimLasts });
  return success({ staffName: staff.name, at: now, isOwn: true });
}

function toClaim({ staffId, staffName, at }: StoredClaim, own: string | null): Claim {
  return { staffName, at, isOwn: staffId === own };
}
