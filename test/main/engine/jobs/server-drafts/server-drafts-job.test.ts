import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Dovecot, startDovecot } from '../../../../support/dovecot.ts';
import { serverDraftsHarness } from '../../../../support/server-drafts-harness.ts';
import { waitFor } from '../../../../support/wait-for.ts';

let dovecot: Dovecot;
let plain: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot(['replaced', 'killed', 'off', 'calm']);
  plain = await startDovecot(['plain'], { capability: 'IMAP4rev1 SPECIAL-USE' });
});
afterAll(async () => {
  await dovecot.stop();
  await plain.stop();
});

const section = (user: string, server = dovecot) => serverDraftsHarness(server, user);

it('has one copy of a reply, the newest, until it is sent or discarded, and never a note', async () => {
  const { db, start, write, onServer, texts } = section('replaced');
  await dovecot.doveadm('mailbox', 'create', '-u', 'replaced', 'Drafts');
  const job = start();
  write('Nobody else is to see this', 'note');
  write('Dear Hana');
  job.look();
  await waitFor('the copy', async () => (await texts()).includes('Dear Hana'));
  const [copy] = await onServer();
  expect(copy?.flags).toContain('\\Draft');
  expect(copy?.raw).toContain('In-Reply-To: <question@example.com>');
  expect(copy?.raw).toContain('hana@example.com');
  write('Dear Hana, yes.');
  job.look();
  await waitFor('the newer one', async () => (await texts()).join() === 'Dear Hana, yes.');
  write('');
  job.look();
  await waitFor('it to be gone', async () => (await onServer()).length === 0);
  const kinds = db.prepare("SELECT count(*) FROM chain_entry WHERE kind = 'draft-copied'");
  expect(kinds.pluck().get()).toBe(2);
});

it('finds its copy again after the answer of the server was lost, and makes no other', async () => {
  const { db, start, write, texts, breakOff } = section('killed');
  breakOff(true);
  const job = start();
  write('Dear Hana');
  job.look();
  await waitFor('the copy', async () => (await texts()).length === 1);
  await job.stop();
  expect(db.prepare('SELECT uid FROM server_draft').pluck().get()).toBeNull();
  breakOff(false);
  const again = start();
  again.look();
  await waitFor(
    'the place',
    () => db.prepare('SELECT uid FROM server_draft').pluck().get() !== null,
  );
  await again.stop();
  expect(await texts()).toEqual(['Dear Hana']);
});

it('takes every copy away when the setting is turned off', async () => {
  const { chosen, start, write, texts } = section('off');
  const job = start();
  write('Dear Hana');
  job.look();
  await waitFor('the copy', async () => (await texts()).length === 1);
  chosen.isOn = false;
  job.look();
  await waitFor('it to be gone', async () => (await texts()).length === 0);
});

it('waits while somebody writes, and copies when they leave or rest', async () => {
  const { chosen, time, start, write, texts } = section('calm');
  const job = start();
  chosen.isOpen = true;
  write('Dear');
  job.look();
  await job.stop();
  expect(await texts()).toEqual([]);
  time.now += 30_000;
  const later = start();
  later.look();
  await waitFor('the copy', async () => (await texts()).join() === 'Dear');
  write('Dear Hana');
  chosen.isOpen = false;
  later.look();
  await waitFor('the newer one', async () => (await texts()).join() === 'Dear Hana');
});

it('expunges nothing of another program’s on a server that cannot name one message', async () => {
  const { start, write, onServer } = section('plain', plain);
  await plain.doveadm('mailbox', 'create', '-u', 'plain', 'Drafts');
  plain.deliver('plain', 'Subject: Marked by another\r\n\r\nMarked\r\n', 'Drafts');
  await plain.doveadm('flags', 'add', '-u', 'plain', '\\Deleted', 'mailbox', 'Drafts', 'all');
  const job = start();
  write('Dear Hana');
  job.look();
  await waitFor('the copy', async () => (await onServer()).length === 2);
  write('');
  job.look();
  await waitFor('the mark', async () =>
    (await onServer()).every(({ flags }) => flags.includes('\\Deleted')),
  );
  await job.stop();
  expect((await onServer()).map(({ raw }) => raw.includes('Marked by another'))).toContain(true);
});
