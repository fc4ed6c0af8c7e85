import { expect, it } from 'vitest';
import { MemberId, MemberRequestId } from '../../../../shared/ids.ts';
import { mika } from '../../../support/members.ts';
import { requestDesk } from '../../../support/requests.ts';

const error = (code: string) => ({ ok: false, error: { code } });

it('keeps a request with its deadline, and tells how many days are left', () => {
  const desk = requestDesk();
  const [mine = MemberId.parse(1)] = desk.add(mika);
  desk.entered(mine);
  desk.enter(mine, 'correction', { receivedOn: '2026-11-01', deadlineOn: '2026-11-20' });
  expect(desk.list()).toMatchObject([
    { kind: 'correction', name: '森 美香', state: 'open', daysLeft: -4, identity: null },
    { kind: 'access', deadlineOn: '2026-12-08', daysLeft: 14, entered: { name: 'Hana Ito' } },
  ]);
});

it('takes no request from the future, none that was late before it came, and none of nobody', () => {
  const desk = requestDesk();
  const [mine = MemberId.parse(1)] = desk.add(mika);
  const days = (receivedOn: string, deadlineOn: string) =>
    desk.enter(mine, 'access', { receivedOn, deadlineOn });
  expect(days('2026-11-25', '2026-12-08')).toMatchObject(error('request-days'));
  expect(days('2026-11-24', '2026-11-23')).toMatchObject(error('request-days'));
  expect(desk.enter(MemberId.parse(99))).toMatchObject(error('not-found'));
  expect(desk.list()).toEqual([]);
});

it("is an administrator's in every step", () => {
  const desk = requestDesk();
  const [mine = MemberId.parse(1)] = desk.add(mika);
  const request = desk.entered(mine, 'correction');
  desk.asAdministrator(false);
  const refused = [
    desk.tryList(),
    desk.enter(mine),
    desk.identify(request),
    desk.finish(request),
    desk.refuse(request),
    desk.reopen(request),
  ];
  for (const each of refused) expect(each).toMatchObject(error('administrator-needed'));
});

it('does nothing for whoever has not shown who they are', () => {
  const desk = requestDesk();
  const [mine = MemberId.parse(1)] = desk.add(mika);
  const request = desk.entered(mine, 'correction');
  expect(desk.finish(request)).toMatchObject(error('identity-needed'));
  desk.identify(request, 'document');
  desk.identify(request, null);
  expect(desk.finish(request)).toMatchObject(error('identity-needed'));
  desk.identify(request, 'call-back');
  expect(desk.finish(request)).toMatchObject({ ok: true });
  expect(desk.list()).toMatchObject([
    { state: 'done', identity: { name: 'Hana Ito', method: 'call-back' }, settled: {} },
  ]);
});

it('takes what was decided back, and settles nothing twice', () => {
  const desk = requestDesk();
  const [mine = MemberId.parse(1)] = desk.add(mika);
  const request = desk.entered(mine, 'erasure');
  desk.refuse(request, 'A court wants it kept');
  expect(desk.list()).toMatchObject([{ state: 'refused', reason: 'A court wants it kept' }]);
  expect(desk.refuse(request)).toMatchObject(error('request-settled'));
  expect(desk.identify(request)).toMatchObject(error('request-settled'));
  desk.reopen(request);
  expect(desk.list()).toMatchObject([{ state: 'open', reason: '', settled: null }]);
  expect(desk.reopen(request)).toMatchObject(error('request-settled'));
  expect(desk.reopen(MemberRequestId.parse(9))).toMatchObject(error('not-found'));
});

it('answers an access request by nothing but the sending of what is held', () => {
  const desk = requestDesk();
  const [mine = MemberId.parse(1)] = desk.add(mika);
  const request = desk.entered(mine);
  desk.identify(request);
  expect(desk.finish(request)).toMatchObject(error('bad-request'));
});

it('has each step in the chain, with the member by number and no reason of a refusal', async () => {
  const desk = requestDesk();
  const [mine = MemberId.parse(1)] = desk.add(mika);
  const request = desk.entered(mine, 'correction');
  desk.identify(request, 'document');
  desk.identify(request, null);
  desk.refuse(request, 'Mika told us so');
  desk.reopen(request);
  desk.identify(request, 'call-back');
  desk.finish(request);
  const entries = desk.entries('audit').filter(({ detail }) => detail.request === request);
  expect(entries.map(({ kind }) => kind).reverse()).toEqual([
    'member-requested',
    'member-identified',
    'member-unidentified',
    'member-request-refused',
    'member-request-reopened',
    'member-identified',
    'member-request-done',
  ]);
  for (const { target, reason, detail } of entries) {
    expect({ target, reason, asked: detail.asked }).toEqual({
      target: String(mine),
      reason: '',
      asked: 'correction',
    });
  }
  expect(entries.at(1)?.detail.method).toBe('call-back');
  expect(await desk.section.ledger.verify()).toMatchObject({ outcome: 'whole' });
});
