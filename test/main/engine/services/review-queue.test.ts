import { expect, it } from 'vitest';
import { listQueue } from '../../../../main/engine/services/review-queue.ts';
import type { QueuedRegistration } from '../../../../shared/model/registration.ts';
import { addRegistrations } from '../../../bench/members/queue.ts';
import { sectionContext } from '../../../support/section-context.ts';
import { sectionDatabase } from '../../../support/section-database.ts';

it('gives each registration once over all pages, oldest first, also where many came at one time', () => {
  const section = { ...sectionContext(sectionDatabase()), id: 'members' as const };
  addRegistrations(section, 120);
  const seen: QueuedRegistration[] = [];
  for (;;) {
    const after = seen.at(-1) ?? null;
    const page = { sectionId: 'members', status: 'new', after, limit: 7 } as const;
    const listed = listQueue(section, page, 0);
    if (!listed.ok) throw new Error('no page');
    expect(listed.value.total).toBe(120);
    if (listed.value.items.length === 0) break;
    seen.push(...listed.value.items);
  }
  expect(seen.map(({ id }) => id)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
  // Each fiftieth has the address and the number of the one after it.
  const warned = seen.filter(({ warnings }) => warnings === 2).map(({ id }) => id);
  expect(warned).toEqual([1, 2, 51, 52, 101, 102]);
});
