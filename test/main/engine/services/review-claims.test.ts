import { expect, it } from 'vitest';
import { addMembers } from '../../../../main/engine/services/change-member.ts';
import { approveAll } from '../../../../main/engine/services/decide-registration.ts';
import { claim, claimLasts } from '../../../../main/engine/services/review-claims.ts';
import { listQueue, openRegistration } from '../../../../main/engine/services/review-queue.ts';
import { MemberId } from '../../../../shared/ids.ts';
import { blankMember } from '../../../../shared/model/member.ts';
import { sectionContext } from '../../../support/section-context.ts';
import { sectionDatabase } from '../../../support/section-database.ts';
import { hana, ken, sectionLedger } from '../../../support/section-ledger.ts';

const inMembers = { sectionId: 'members' } as const;
const [first, second] = [MemberId.parse(1), MemberId.parse(2)];

/** Two people at one database, and a clock. */
function desks() {
  const db = sectionDatabase();
  const desk = (staff: typeof hana) => ({
    ...sectionContext(db),
    id: 'members' as const,
    ledger: sectionLedger(db, undefined, () => staff),
  });
  const [hers, his] = [desk(hana), desk(ken)];
  addMembers(
    hers,
    [1, 2].map((one) => ({ ...blankMember, familyName: `No ${one}` })),
    0,
  );
  const held = (at: number) => {
    const page = { ...inMembers, status: 'new', after: null, limit: 9 } as const;
    const listed = listQueue(his, page, at);
    if (!listed.ok) throw new Error('no list');
    return listed.value.items.map((row) => row.claim?.staffName ?? null);
  };
  return { hers, his, held };
}

it('shows who reviews what, until they go on to another or leave it for a while', () => {
  const { hers, held } = desks();
  openRegistration(hers, { ...inMembers, memberId: first, isTakenOver: false }, 1000);
  expect(held(1001)).toEqual(['Hana Ito', null]);
  openRegistration(hers, { ...inMembers, memberId: second, isTakenOver: false }, 2000);
  expect(held(2001)).toEqual([null, 'Hana Ito']);
  expect(held(2000 + claimLasts - 1)).toEqual([null, 'Hana Ito']);
  expect(held(2000 + claimLasts)).toEqual([null, null]);
});

it('gives what another has only to whoever was asked, and lets nobody else decide it', () => {
  const { hers, his, held } = desks();
  const claiming = { ...inMembers, memberId: first };
  claim(hers, { ...claiming, isTakenOver: false }, 1000);
  expect(claim(his, { ...claiming, isTakenOver: false }, 1001)).toMatchObject({
    value: { staffName: 'Hana Ito', isOwn: false },
  });
  expect(held(1002)).toEqual(['Hana Ito', null]);
  const warned = approveAll(his, { ...inMembers, memberIds: [first] }, 1003);
  expect(warned).toMatchObject({ value: { approved: [], left: [first] } });
  expect(claim(his, { ...claiming, isTakenOver: true }, 1004)).toMatchObject({
    value: { staffName: 'Ken Abe', isOwn: true },
  });
  expect(held(1005)).toEqual(['Ken Abe', null]);
});
