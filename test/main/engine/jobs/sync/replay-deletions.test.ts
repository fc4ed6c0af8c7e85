import { afterAll, beforeAll, expect, it } from 'vitest';
import { findErasure } from '../../../../../main/engine/store/erasures.ts';
import type { SectionDatabase } from '../../../../../main/engine/store/open-database.ts';
import type { ErasureId } from '../../../../../shared/ids.ts';
import { type Dovecot, startDovecot } from '../../../../support/dovecot.ts';
import { eraseMails } from '../../../../support/erased-mails.ts';
import { accountOf, loginTo, syncHarness } from '../../../../support/sync-harness.ts';
import { waitFor } from '../../../../support/wait-for.ts';

let dovecot: Dovecot;
let bare: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot(['erased', 'renumbered']);
  bare = await startDovecot(['bare'], { capability: 'IMAP4rev1 IDLE' });
});
afterAll(async () => {
  await dovecot.stop();
  await bare.stop();
});

const letter = (user: string, subject: string) =>
  `From: Hana <hana@example.com>\r\nTo: ${user}@minato.example\r\nSubject: ${subject}\r\n` +
  `Message-ID: <${subject}@example.com>\r\nDate: Mon, 02 Nov 2026 10:00:00 +0900\r\n\r\nText\r\n`;

const onServer = async (server: Dovecot, user: string, folder?: string) =>
  (await server.messages(user, folder)).map(({ raw }) => /Subject: (\w+)/.exec(raw)?.[1]);

const stored = (db: SectionDatabase) =>
  db.prepare('SELECT subject FROM message ORDER BY subject').pluck().all();

const whenGone = (db: SectionDatabase, number: ErasureId) =>
  findErasure(db, number)?.mailsDeletedAt ?? null;

it('has the server delete a letter, and no other that another program has marked', async () => {
  const user = 'erased';
  for (const id of ['gone', 'kept', 'marked']) dovecot.deliver(user, letter(user, id));
  const account = accountOf(loginTo(dovecot, user));
  const { db, catchUp, job } = syncHarness(account);
  await catchUp();
  await dovecot.doveadm('flags', 'add', '-u', user, '\\Deleted', 'subject', 'marked');
  const number = eraseMails(db, 'gone');
  expect(stored(db)).toEqual(['kept', 'marked']);
  expect(whenGone(db, number)).toBeNull();
  job.poke();
  await waitFor('the deletion', () => whenGone(db, number) !== null);
  expect(await onServer(dovecot, user)).toEqual(['kept', 'marked']);
  expect(stored(db)).toEqual(['kept', 'marked']);
  const told = db.prepare(`SELECT detail FROM chain_entry WHERE kind = 'mails-deleted'`).pluck();
  expect(told.all()).toEqual([JSON.stringify({ erasure: number, count: 1 })]);

  dovecot.deliver(user, letter(user, 'gone'));
  dovecot.deliver(user, letter(user, 'new'));
  await waitFor('the new letter', () => stored(db).includes('new'));
  expect(stored(db)).toEqual(['kept', 'marked', 'new']);
  job.poke();
  await waitFor('the copy to go', async () => !(await onServer(dovecot, user)).includes('gone'));
});

it('deletes it in each folder that has it, after a kill and under other UIDs', async () => {
  const user = 'renumbered';
  for (const id of ['gone', 'kept']) dovecot.deliver(user, letter(user, id));
  dovecot.deliver(user, letter(user, 'gone'), 'Sent');
  const account = accountOf(loginTo(dovecot, user));
  const first = syncHarness(account);
  await first.catchUp();
  await first.job.stop();
  const number = eraseMails(first.db, 'gone');
  await dovecot.renumber(user);
  const again = syncHarness(account, { db: first.db });
  await again.catchUp();
  expect(stored(first.db)).toEqual(['kept']);
  again.job.poke();
  await waitFor('the deletion', () => whenGone(first.db, number) !== null);
  expect(await onServer(dovecot, user)).toEqual(['kept']);
  expect(await onServer(dovecot, user, 'Sent')).toEqual([]);
});

it('waits for a server that cannot delete one letter alone, and says that it waits', async () => {
  const user = 'bare';
  for (const id of ['gone', 'kept']) bare.deliver(user, letter(user, id));
  const { db, catchUp, job, statuses } = syncHarness(accountOf(loginTo(bare, user)));
  await catchUp();
  const number = eraseMails(db, 'gone');
  const before = statuses.length;
  job.poke();
  await waitFor('a look', () => statuses.slice(before).some(({ phase }) => phase === 'live'));
  const flags = (await bare.messages(user)).map((message) => message.flags);
  expect(flags).toEqual([['\\Deleted'], []]);
  expect(stored(db)).toEqual(['kept']);
  expect(whenGone(db, number)).toBeNull();
  await bare.doveadm('expunge', '-u', user, 'mailbox', 'INBOX', 'deleted');
  job.poke();
  await waitFor('the deletion', () => whenGone(db, number) !== null);
});
