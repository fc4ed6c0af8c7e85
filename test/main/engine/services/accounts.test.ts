import { expect, it } from 'vitest';
import { testEngine } from '../../../support/engine.ts';
import { freePort } from '../../../support/free-port.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const sectionId = 'world-services';

async function savedAccount() {
  const { ask, fail } = testEngine(temporaryFolder());
  await ask('session.create', { name: 'Hana Ito', passphrase: 'lantern ferry orchard nine' });
  // Nobody listens there: what is tested needs no server, and the sync job may fail.
  const server = {
    host: '127.0.0.1',
    port: await freePort(),
    security: 'tls' as const,
    user: 'world',
    trustedFingerprint: null,
  };
  const settings = {
    senderName: '',
    senderAddress: 'world@minato.example',
    imap: server,
    smtp: server,
  };
  await ask('account.save', {
    sectionId,
    settings,
    passwords: { imap: 'incoming', smtp: 'outgoing' },
  });
  return { ask, fail, settings };
}

const blank = { imap: null, smtp: null };

it('keeps the stored passwords when neither server nor user changes', async () => {
  const { ask, settings } = await savedAccount();
  const renamed = { ...settings, senderName: 'World Services' };
  await ask('account.save', { sectionId, settings: renamed, passwords: blank });
  expect(await ask('account.get', { sectionId })).toEqual(renamed);
});

it.each(['imap', 'smtp'] as const)(
  'saves no other %s server on the stored password',
  async (kind) => {
    const { ask, fail, settings } = await savedAccount();
    const moved = { ...settings, [kind]: { ...settings[kind], host: 'localhost' } };
    expect(await fail('account.save', { sectionId, settings: moved, passwords: blank })).toEqual({
      code: 'password-needed',
    });
    expect(await ask('account.get', { sectionId })).toEqual(settings);
    await ask('account.save', {
      sectionId,
      settings: moved,
      passwords: { ...blank, [kind]: 'anew' },
    });
    expect(await ask('account.get', { sectionId })).toEqual(moved);
  },
);
