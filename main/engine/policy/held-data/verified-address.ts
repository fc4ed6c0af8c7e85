import type { MemberRecord } from '../../../../shared/model/member.ts';
import { sameAddress } from '../../../../shared/model/participant.ts';

/**
 * Where everything that is held of a person may go: to an address on their record once that was
 * approved, which nobody else's record has too.
 */
export function verifiedAddresses(
  { status, emails }: Pick<MemberRecord, 'status' | 'emails'>,
  shared: ReadonlySet<string>,
): readonly string[] {
  // Whoever left was approved before.
  if (status !== 'approved' && status !== 'lapsed') return [];
  return emails.filter((address) => !shared.has(address));
}

export function isVerified(address: string, verified: readonly string[]): boolean {
  return verified.some((one) => sameAddress(one, address));
}
