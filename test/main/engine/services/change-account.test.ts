import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SectionId } from '../../../../shared/model/section.ts';
import { type Dovecot, startDovecot } from '../../../support/dovecot.ts';
import { type TestEngine, testEngine } from '../../../support/engine.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { waitFor } from '../../../support/wait-for.ts';

const sectionId: SectionId = 'world-services';
let dovecot: Dovecot;

beforeAll(async () => {
  dovecot = await startDovecot(['first', 'second']);
});
afterAll(() => dovecot.stop());

function letter(subject: string): string {
  return `From: Hana <hana@example.com>\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@example.com>\r\n\r\nText\r\n`;
}

async function setUp({ ask }: TestEngine, user: string): Promise<void> {
  const server = {
    host: dovecot.host,
    port: dovecot.imapsPort,
    security: 'tls' as const,
    user,
    trustedFingerprint: dovecot.certificate.fingerprint,
  };
  const settings = {
    senderName: 'World Services',
    senderAddress: 'world@minato.example',
    imap: server,
    smtp: server,
  };
  const passwords = { imap: dovecot.password, smtp: dovecot.password };
  await ask('account.save', { sectionId, settings, passwords });
}

async function subjects({ ask }: TestEngine): Promise<string[]> {
  const list = { sectionId, view: 'all' as const, query: '', offset: 0, limit: 50 };
  const { items } = await ask('conversation.list', list);
  return items.map(({ subject }) => subject).sort();
}

it('shows the mail of the new account alone, whatever UIDs both have given', async () => {
  for (const subject of ['a1', 'a2', 'a3']) dovecot.deliver('first', letter(subject));
  for (const subject of ['b1', 'b2']) dovecot.deliver('second', letter(subject));
  await dovecot.copyUidValidity('first', 'second');
  const engine = testEngine(temporaryFolder());
  await engine.ask('session.create', { name: 'Hana', passphrase: 'lantern ferry orchard nine' });
  await setUp(engine, 'first');
  await waitFor('the first account', async () => (await subjects(engine)).length === 3);
  await setUp(engine, 'second');
  await waitFor('the second account', async () => (await subjects(engine)).includes('b2'));
  await waitFor('the first to be gone', async () => (await subjects(engine)).length === 2);
  expect(await subjects(engine)).toEqual(['b1', 'b2']);
});
