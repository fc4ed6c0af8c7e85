import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { EngineCallName } from '../../../../shared/contract.ts';
import type { MemberId } from '../../../../shared/ids.ts';
import type { MemberRecord } from '../../../../shared/model/member.ts';
import type { Decision, RegistrationStatus } from '../../../../shared/model/registration.ts';
import { testEngine } from '../../../support/engine.ts';
import { mika } from '../../../support/members.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const inMembers = { sectionId: 'members' } as const;
const consent = { version: '3', date: '2026-11-01', source: 'form' };
const complete: MemberRecord = { ...mika, consent };

/** Its servers are nowhere: what is to leave waits. */
async function section() {
  const engine = testEngine(temporaryFolder());
  await engine.ask('session.create', { name: 'Hana Ito', passphrase: 'gentle copper lantern' });
  const { ask } = engine;
  const server = { host: '127.0.0.1', port: 9, security: 'tls', user: 'members' } as const;
  await ask('account.save', {
    ...inMembers,
    settings: {
      senderName: 'Minato members',
      senderAddress: 'members@minato.example',
      imap: { ...server, trustedFingerprint: null },
      smtp: { ...server, trustedFingerprint: null },
    },
    passwords: { imap: 'secret', smtp: 'secret' },
  });
  await ask('settings.change', { ...inMembers, change: { undoSeconds: 60 } });
  const add = async (more: Partial<MemberRecord> = {}) => {
    const fields = { ...complete, ...more };
    const answer = await ask('member.save', { ...inMembers, memberId: null, fields, reason: '' });
    if (answer.outcome !== 'saved') throw new Error('not added');
    return answer.memberId;
  };
  const queue = async (status: RegistrationStatus = 'new') =>
    (await ask('review.queue', { ...inMembers, status, after: null, limit: 30 })).items;
  const ids = async (status: RegistrationStatus = 'new') =>
    (await queue(status)).map(({ id }) => id);
  const decision = (memberId: MemberId, to: Decision, text: string | null = null) => ({
    ...inMembers,
    memberId,
    decision: to,
    fields: [],
    reason: 'Not complete',
    honorific: null,
    letter: text === null ? null : { subject: 'Your registration', text, token: randomUUID() },
  });
  const decide = (...choice: Parameters<typeof decision>) =>
    ask('review.decide', decision(...choice));
  const status = async (memberId: MemberId) =>
    (await ask('member.read', { ...inMembers, memberId, asOf: null })).shown.status;
  const code = async (name: EngineCallName, input: unknown) =>
    (await engine.fail(name, input)).code;
  return { ...engine, add, queue, ids, decision, decide, status, code };
}

const other = (number: number): Partial<MemberRecord> => ({
  emails: [`reader${number}@reader.example`],
  phones: [`+8190000000${String(number).padStart(2, '0')}`],
});

it('lists registrations by the page, the oldest first, with how much is to be said of each', async () => {
  const { ask, add, queue } = await section();
  const first = await add({ consent: { version: '', date: '', source: '' } });
  const second = await add();
  const third = await add(other(3));
  await add({ ...other(4), status: 'approved' });
  // The first two have one address and one number.
  expect((await queue()).map(({ id, warnings }) => [id, warnings])).toEqual([
    [first, 3],
    [second, 2],
    [third, 0],
  ]);
  const [row] = await queue();
  if (row === undefined) throw new Error('no row');
  const page = { ...inMembers, status: 'new', after: row, limit: 1 } as const;
  const { total, items } = await ask('review.queue', page);
  expect([total, items.map(({ id }) => id)]).toEqual([3, [second]]);
});

it('approves on record, with what changed in the chain, and takes that back', async () => {
  const { ask, add, ids, decide, status } = await section();
  const memberId = await add();
  const made = await decide(memberId, 'approved');
  expect(await ids()).toEqual([]);
  const [change] = await ask('member.history', { ...inMembers, memberId });
  expect(change).toMatchObject({
    sequence: made.sequence,
    staffName: 'Hana Ito',
    before: { status: 'new' },
    after: { status: 'approved' },
  });
  expect(await ask('review.undo', { ...inMembers, decisions: [made] })).toEqual({
    undone: [memberId],
    left: [],
  });
  expect(await status(memberId)).toBe('new');
  expect(await ask('ledger.verify', inMembers)).toMatchObject({ outcome: 'whole' });
});

it('decides once: a second decision is refused, and the same letter is queued once', async () => {
  const { ask, add, decision, decide, code } = await section();
  const memberId = await add();
  const rejection = decision(memberId, 'rejected', 'We are sorry.');
  const made = await ask('review.decide', rejection);
  expect(await ask('review.decide', rejection)).toEqual(made);
  expect(await ask('outbox.list', inMembers)).toHaveLength(1);
  expect(await code('review.decide', decision(memberId, 'approved'))).toBe('registration-decided');
  const another = await add(other(2));
  await decide(another, 'approved');
  expect(await ask('outbox.list', inMembers)).toHaveLength(1);
});

it('does not make a decision whose letter is called back, from wherever that is done', async () => {
  const { ask, add, decide, status } = await section();
  const memberId = await add();
  const withdrawals = [
    async () => {
      const [item] = await ask('outbox.list', inMembers);
      if (item === undefined) throw new Error('no letter');
      const { id: outboxItemId } = item;
      expect(item).toMatchObject({ kind: 'registration', recipient: 'Mika.Mori@reader.example' });
      expect(await ask('outbox.withdraw', { ...inMembers, outboxItemId })).toBeNull();
    },
    async (sequence: number) => {
      await ask('member.undo', { ...inMembers, memberId, sequence });
    },
  ];
  for (const withdraw of withdrawals) {
    const { sequence } = await decide(memberId, 'needs-info', 'Which number is yours?');
    expect(await status(memberId)).toBe('needs-info');
    await withdraw(sequence);
    expect(await status(memberId)).toBe('new');
    expect(await ask('outbox.list', inMembers)).toEqual([]);
  }
  const all = { ...inMembers, view: 'all', query: '', offset: 0, limit: 9 } as const;
  expect((await ask('conversation.list', all)).items).toEqual([]);
});

it('asks once more where it has asked already, and calls that back alone', async () => {
  const { ask, add, decide, status } = await section();
  const memberId = await add();
  await decide(memberId, 'needs-info', 'Which number is yours?');
  const again = await decide(memberId, 'needs-info', 'Which number, please?');
  await ask('review.undo', { ...inMembers, decisions: [again] });
  expect(await status(memberId)).toBe('needs-info');
  expect(await ask('outbox.list', inMembers)).toMatchObject([{ text: 'Which number is yours?' }]);
});

it('sends nothing that is not filled in, tells of another member, or has nobody to go to', async () => {
  const { add, decision, decide, code, status } = await section();
  const memberId = await add();
  await add({ ...other(2), emails: ['bob@reader.example'] });
  const letter = (text: string) => decision(memberId, 'needs-info', text);
  expect(await code('review.decide', letter('Dear {{reader}}'))).toBe('variable-unfilled');
  expect(await code('review.decide', letter(' '))).toBe('empty-reply');
  expect(await code('review.decide', letter('Are you bob@reader.example?'))).toBe(
    'other-member-told',
  );
  expect(await code('review.decide', decision(memberId, 'rejected'))).toBe('bad-request');
  expect(await status(memberId)).toBe('new');
  const silent = await add({ emails: [] });
  expect(await code('review.decide', decision(silent, 'rejected', 'Sorry.'))).toBe(
    'recipient-not-permitted',
  );
  await decide(silent, 'rejected');
  expect(await status(silent)).toBe('rejected');
});

it('approves together only those that there is nothing to be said about, and undoes them together', async () => {
  const { ask, add, ids } = await section();
  const clean = [await add(other(1)), await add(other(2))];
  const warned = await add({ ...other(3), phones: ['+44 20 7946 0958'] });
  const decided = await add({ ...other(4), status: 'rejected' });
  const memberIds = [...clean, warned, decided];
  const { approved, left } = await ask('review.approveAll', { ...inMembers, memberIds });
  expect(approved.map(({ memberId }) => memberId)).toEqual(clean);
  expect(left).toEqual([warned, decided]);
  expect(await ids()).toEqual([warned]);
  await ask('review.undo', { ...inMembers, decisions: approved });
  expect(await ids()).toEqual(memberIds.slice(0, 3));
});

it('keeps the form of address that staff chose with the decision, and never another', async () => {
  const { ask, add, decision } = await section();
  const memberId = await add();
  await ask('review.decide', { ...decision(memberId, 'approved'), honorific: 'sama' });
  const [change] = await ask('member.history', { ...inMembers, memberId });
  expect(change?.after).toEqual({ status: 'approved', honorific: 'sama' });
});
