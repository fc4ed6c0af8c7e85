import { expect, it } from 'vitest';
import { addMembers } from '../../../../main/engine/services/change-member.ts';
import { expireRegistrations } from '../../../../main/engine/services/expire-registrations.ts';
import { changeSectionSettings } from '../../../../main/engine/services/section-settings.ts';
import { findMemberChanges } from '../../../../main/engine/store/member-changes.ts';
import { insertMemberHold } from '../../../../main/engine/store/member-holds.ts';
import { findMember } from '../../../../main/engine/store/members.ts';
import { MemberId } from '../../../../shared/ids.ts';
import { blankMember, type MemberStatus } from '../../../../shared/model/member.ts';
import type { SectionSettings } from '../../../../shared/model/section-settings.ts';
import { sectionContext } from '../../../support/section-context.ts';
import { sectionDatabase } from '../../../support/section-database.ts';

const day = 24 * 60 * 60 * 1000;

/** Members who came to have these statuses at the moment 0, under numbers from 1 on. */
function sectionOf(...statuses: MemberStatus[]) {
  const section = sectionContext(sectionDatabase());
  addMembers(
    section,
    statuses.map((status) => ({ ...blankMember, familyName: '森', status })),
    0,
  );
  const statusOf = (id: number) => findMember(section.db, MemberId.parse(id))?.record.status;
  const choose = (unansweredDays: SectionSettings['unansweredDays']) =>
    changeSectionSettings(section, { sectionId: 'members', change: { unansweredDays } }, false);
  return { section, db: section.db, statusOf, choose };
}

it('ends the waiting for an answer after as many days as are chosen, and nothing else', () => {
  const { section, db, statusOf, choose } = sectionOf('needs-info', 'new', 'approved');
  choose(30);
  expect(expireRegistrations(section, 30 * day - 1)).toBe(0);
  expect(statusOf(1)).toBe('needs-info');
  expect(expireRegistrations(section, 30 * day)).toBe(1);
  expect([1, 2, 3].map(statusOf)).toEqual(['expired', 'new', 'approved']);
  const [change] = findMemberChanges(db, MemberId.parse(1));
  const body = { before: { status: 'needs-info' }, after: { status: 'expired' } };
  expect(change).toMatchObject({ staffName: '', at: expect.any(Number), body });
  expect(expireRegistrations(section, 90 * day)).toBe(0);
});

it('is after 60 days where nothing was chosen, and never where that was', () => {
  const { section, choose } = sectionOf('needs-info');
  expect(expireRegistrations(section, 60 * day - 1)).toBe(0);
  choose(0);
  expect(expireRegistrations(section, 9999 * day)).toBe(0);
  choose(60);
  expect(expireRegistrations(section, 60 * day)).toBe(1);
});

it('leaves whom a hold keeps as they are, and a few thousand to later transactions', () => {
  const { section, db, statusOf } = sectionOf(...Array<'needs-info'>(50).fill('needs-info'));
  insertMemberHold(db, MemberId.parse(2), {
    reason: 'a dispute',
    at: 1,
    staffId: null,
    staffName: '',
  });
  let count = 0;
  for (let some = -1; some !== 0; count += some) some = expireRegistrations(section, 99 * day);
  expect(count).toBe(49);
  expect(statusOf(2)).toBe('needs-info');
});
