import { dueSince } from '../policy/retention.ts';
import { findDueIds } from '../store/due-members.ts';
import { findPresentMember } from '../store/members.ts';
import { findSectionSettings } from '../store/section-settings.ts';
import { changeInside } from './change-member.ts';
import type { SectionContext } from './section-context.ts';

/** In one transaction: few enough that nobody waits for it. */
const atOnce = 20;

/**
 * Registrations whose members were asked for a correction, and have not answered for as long as the
 * section's settings say, wait no more. An answer that comes later opens one again (land-answers.ts).
 * `now` in milliseconds since the epoch. Gives how many it were; more may be left.
 */
export function expireRegistrations(
  { db, ledger }: Pick<SectionContext, 'db' | 'ledger'>,
  now: number,
): number {
  const { unansweredDays } = findSectionSettings(db);
  if (unansweredDays === 0) return 0;
  const whose = { status: 'needs-info', part: 'record' } as const;
  const terms = { ...whose, count: unansweredDays, unit: 'days' } as const;
  const ids = findDueIds(db, { ...whose, dueSince: dueSince(terms, now) }, atOnce);
  if (ids.length === 0) return 0;
  ledger.write((write) => {
    for (const memberId of ids) {
      const before = findPresentMember(db, memberId)?.record;
      if (before === undefined) continue;
      const after = { ...before, status: 'expired' as const };
      // No person did it: the time came.
      changeInside(db, write, { memberId, before, after }, { reason: '', now, by: null });
    }
  });
  return ids.length;
}
