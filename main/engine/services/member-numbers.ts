import { setImmediate as breathe } from 'node:timers/promises';
import type { CallOutput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import { createMemberNumbers } from '../policy/member-numbers.ts';
import { firstAddresses, registrations } from '../store/registrations.ts';
import type { SectionContext } from './section-context.ts';

/** Counts that identify nobody: no look at anybody's record, and so on no record either. */
export async function memberNumbers(
  { db }: SectionContext,
  now: number,
): Promise<Result<CallOutput<'member.numbers'>>> {
  const numbers = createMemberNumbers(now);
  for (const rows of registrations(db)) {
    for (const row of rows) numbers.addRegistration(row);
    await breathe();
    // The section was closed meanwhile.
    if (!db.open) return failure('locked');
  }
  for (const regions of firstAddresses(db)) {
    for (const region of regions) numbers.addRegion(region);
    await breathe();
    if (!db.open) return failure('locked');
  }
  return success(numbers.shown());
}
