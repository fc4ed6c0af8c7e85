import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { CallInput } from '../../../../shared/contract.ts';
import { MemberRequestId } from '../../../../shared/ids.ts';
import type { MemberRecord } from '../../../../shared/model/member.ts';
import { testEngine } from '../../../support/engine.ts';
import { mika } from '../../../support/members.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const inMembers = { sectionId: 'members' } as const;
const address = 'Mika.Mori@reader.example';
const today = new Date().toLocaleDateString('sv-SE');

/** Mika's request, and her identity not checked yet. The servers are nowhere: what is to leave waits. */
async function asked(more: Partial<MemberRecord> = {}) {
  const { ask, fail } = testEngine(temporaryFolder());
  await ask('session.create', { name: 'Hana Ito', passphrase: 'gentle copper lantern' });
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
  const add = async (fields: Partial<MemberRecord>) => {
    const saving = { ...inMembers, memberId: null, reason: '' };
    const saved = await ask('member.save', { ...saving, fields: { ...mika, ...fields } });
    if (saved.outcome !== 'saved') throw new Error(saved.outcome);
    return saved.memberId;
  };
  const memberId = await add({ status: 'approved', ...more });
  const days = { receivedOn: today, deadlineOn: today };
  const enter = async (kind: CallInput<'request.enter'>['kind']) =>
    (await ask('request.enter', { ...inMembers, memberId, kind, ...days })).requestId;
  const requestId = await enter('access');
  const ofRequest = { ...inMembers, requestId };
  const identify = () => ask('request.identify', { ...ofRequest, method: 'call-back' });
  const preview = (words: string[] = []) => ask('request.preview', { ...ofRequest, words });
  const release = async (other: Partial<CallInput<'request.send'>> = {}) => ({
    ...{ ...ofRequest, words: [], address, token: randomUUID() },
    digest: other.digest ?? (await preview()).digest,
    ...other,
  });
  const letters = () => ask('outbox.list', inMembers);
  const state = async () =>
    (await ask('request.list', inMembers)).find(({ id }) => id === requestId)?.state;
  const code = async (name: Parameters<typeof fail>[0], input: unknown) =>
    (await fail(name, input)).code;
  return {
    ...{ ask, add, code, enter, identify, letters, memberId, ofRequest, preview, release, state },
  };
}

it('sends what was previewed as two files, once, to the address chosen, and the request is done', async () => {
  const { ask, identify, letters, preview, release, state } = await asked();
  await identify();
  const { html, files, letter, addresses } = await preview();
  expect(html).toContain(address);
  expect(addresses).toEqual([{ address, isVerified: true }]);
  expect(files.map((name) => name.replace(/^.*\./, ''))).toEqual(['pdf', 'json']);
  const sending = await release();
  await ask('request.send', sending);
  await ask('request.send', sending);
  expect(await letters()).toMatchObject([
    { kind: 'registration', recipient: address, text: letter.text },
  ]);
  expect(await state()).toBe('done');
  const audit = { side: 'left', kind: 'member-data-given', staffId: null, query: '' } as const;
  const range = { from: null, to: null, offset: 0, limit: 9 };
  const { items } = await ask('ledger.list', { ...inMembers, ...audit, ...range });
  expect(items).toMatchObject([
    { detail: { asked: 'access', attachments: files.map((name) => ({ name })) } },
  ]);
  expect(JSON.stringify(items)).not.toContain('Mori');
});

it('sends nothing before it is recorded how it is known who asks', async () => {
  const { code, letters, release, state } = await asked();
  expect(await code('request.send', await release())).toBe('identity-needed');
  expect(await letters()).toEqual([]);
  expect(await state()).toBe('open');
});

it('sends nothing to an address that is not on the record, or on another too', async () => {
  const { add, code, identify, letters, preview, release } = await asked();
  await identify();
  const sending = await release({ address: 'somebody@elsewhere.example' });
  expect(await code('request.send', sending)).toBe('address-unverified');
  await add({ familyName: 'Mori', givenName: 'Ken', phones: [] });
  expect((await preview()).addresses).toEqual([{ address, isVerified: false }]);
  expect(await code('request.send', await release())).toBe('address-unverified');
  expect(await letters()).toEqual([]);
});

it('sends nothing of somebody whose registration was never approved', async () => {
  const { code, identify, preview, release } = await asked({ status: 'new' });
  await identify();
  expect((await preview()).addresses).toEqual([{ address, isVerified: false }]);
  expect(await code('request.send', await release())).toBe('address-unverified');
});

it('sends nothing but what was previewed: not a record that changed, and no other words struck out', async () => {
  const { ask, code, identify, letters, memberId, preview, release } = await asked({
    notes: 'Moved to Kyoto',
  });
  await identify();
  const sending = await release();
  expect(await code('request.send', { ...sending, words: ['Kyoto'] })).toBe('request-changed');
  const fields = { plan: 'Daily' };
  await ask('member.save', { ...inMembers, memberId, fields, reason: '' });
  expect(await code('request.send', sending)).toBe('request-changed');
  expect(await letters()).toEqual([]);
  await ask('request.send', await release({ digest: (await preview()).digest }));
  expect(await letters()).toHaveLength(1);
});

it('answers no other request so, and none that is settled or of nobody', async () => {
  const { ask, code, enter, identify, ofRequest, release } = await asked();
  await identify();
  const other = { ...ofRequest, requestId: await enter('correction'), words: [] };
  expect(await code('request.preview', other)).toBe('bad-request');
  const nobody = { ...other, requestId: MemberRequestId.parse(99) };
  expect(await code('request.preview', nobody)).toBe('not-found');
  const sending = await release();
  await ask('request.refuse', { ...ofRequest, reason: 'Asked by somebody else' });
  expect(await code('request.send', sending)).toBe('request-settled');
});

it('is open again when its letter is called back, and by nothing else', async () => {
  const { ask, code, identify, letters, ofRequest, release, state } = await asked();
  await identify();
  await ask('request.send', await release());
  expect(await code('request.reopen', ofRequest)).toBe('request-settled');
  const [item] = await letters();
  if (item === undefined) throw new Error('no letter');
  await ask('outbox.withdraw', { ...inMembers, outboxItemId: item.id });
  expect(await state()).toBe('open');
  await ask('request.send', await release());
  expect(await letters()).toHaveLength(1);
  expect(await state()).toBe('done');
  expect(await ask('ledger.verify', inMembers)).toMatchObject({ outcome: 'whole' });
});
