import { useEffect } from 'react';
import type { MemberId } from '../../../shared/ids.ts';
import { call } from '../../api.ts';

/** A claim holds for five minutes (services/review-claims.ts), in milliseconds. */
const renewedEvery = 2 * 60_000;

/** Keeps one's own claim for as long as the registration is open; null renews none. */
export function useClaim(memberId: MemberId | null): void {
  useEffect(() => {
    if (memberId === null) return;
    const renew = () =>
      void call('review.claim', { sectionId: 'members', memberId, isTakenOver: false });
    const timer = setInterval(renew, renewedEvery);
    return () => clearInterval(timer);
  }, [memberId]);
}
