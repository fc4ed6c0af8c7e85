import { afterAll, beforeAll, expect, it } from 'vitest';
import { findConversations } from '../../../../../main/engine/store/conversations.ts';
import { saveDraft } from '../../../../../main/engine/store/drafts.ts';
import { findStoredUids } from '../../../../../main/engine/store/folder-messages.ts';
import { findFolder } from '../../../../../main/engine/store/folders.ts';
import type { SectionDatabase } from '../../../../../main/engine/store/open-database.ts';
import { markConversationSeen } from '../../../../../main/engine/store/seen-actions.ts';
import { type Dovecot, startDovecot } from '../../../../support/dovecot.ts';
import { plainLetter, replyDraft } from '../../../../support/plain-letter.ts';
import { storedInbox } from '../../../../support/stored-inbox.ts';
import { accountOf, loginTo, syncHarness } from '../../../../support/sync-harness.ts';
import { waitFor } from '../../../../support/wait-for.ts';

let dovecot: Dovecot;
let users = 0;

beforeAll(async () => {
  dovecot = await startDovecot(Array.from({ length: 20 }, (_, index) => `user${index}`));
});
afterAll(() => dovecot.stop());

/** A mailbox that no other test uses. */
function freshUser(): string {
  users += 1;
  return `user${users}`;
}

function letter(id: string, options: { references?: string; body?: string } = {}): string {
  const references =
    options.references === undefined ? '' : `References: <${options.references}>\r\n`;
  return (
    `From: Hana Sato <hana@example.com>\r\nTo: world@minato.example\r\nSubject: Letter ${id}\r\n` +
    `Message-ID: <${id}@example.com>\r\n${references}Date: Mon, 02 Nov 2026 10:00:00 +0900\r\n\r\n` +
    `${options.body ?? `Text of ${id}`}\r\n`
  );
}

const inbox = { view: 'inbox', search: null, offset: 0, limit: 200 } as const;
const subjects = (db: SectionDatabase) =>
  findConversations(db, inbox)
    .items.map(({ subject }) => subject)
    .sort();

it('stores exactly the bytes that the server has', async () => {
  const user = freshUser();
  for (let index = 0; index < 130; index += 1) dovecot.deliver(user, letter(`m${index}`));
  dovecot.deliver(user, Buffer.from('Subject: \x80\xff\r\n\r\n\x00\x01raw\r\n', 'latin1'));
  const { db, catchUp } = syncHarness(accountOf(loginTo(dovecot, user)));
  await catchUp();
  const onServer = await dovecot.messages(user);
  expect(storedInbox(db).map(({ uid }) => uid)).toEqual(onServer.map(({ uid }) => uid));
  expect(storedInbox(db).slice(0, 130)).toEqual(
    onServer.slice(0, 130).map(({ uid, raw }) => ({ uid, raw })),
  );
});

it('shows new mail as it arrives', async () => {
  const user = freshUser();
  dovecot.deliver(user, letter('first'));
  const { db, catchUp } = syncHarness(accountOf(loginTo(dovecot, user)));
  await catchUp();
  dovecot.deliver(user, letter('second'));
  await waitFor('the second letter', () => subjects(db).includes('Letter second'));
});

it('follows read marks and deletions that another client made', async () => {
  const user = freshUser();
  dovecot.deliver(user, letter('stays'));
  dovecot.deliver(user, letter('goes'));
  const { db, catchUp } = syncHarness(accountOf(loginTo(dovecot, user)));
  await catchUp();
  await dovecot.doveadm('flags', 'add', '-u', user, '\\Seen', 'mailbox', 'INBOX', 'uid', '1');
  await dovecot.doveadm('expunge', '-u', user, 'mailbox', 'INBOX', 'uid', '2');
  await waitFor('the deletion', () => subjects(db).length === 1);
  await waitFor('the read mark', () => findConversations(db, inbox).items[0]?.unreadCount === 0);
  expect(subjects(db)).toEqual(['Letter stays']);
});

it('tells the server what staff read, and what they marked unread again', async () => {
  const user = freshUser();
  dovecot.deliver(user, letter('one'));
  const { db, job, catchUp } = syncHarness(accountOf(loginTo(dovecot, user)));
  await catchUp();
  const id = findConversations(db, inbox).items[0]?.id;
  if (id === undefined) throw new Error('no conversation');
  const isSeen = async () => (await dovecot.messages(user))[0]?.flags.includes('\\Seen') ?? false;

  markConversationSeen(db, id, true);
  job.poke();
  await waitFor('the server to be told', isSeen);
  markConversationSeen(db, id, false);
  job.poke();
  await waitFor('the server to be told again', async () => !(await isSeen()));
});

it('keeps a read mark made offline and tells the server at the next connection', async () => {
  const user = freshUser();
  dovecot.deliver(user, letter('one'));
  const { db, job, catchUp } = syncHarness(accountOf(loginTo(dovecot, user)));
  await catchUp();
  await job.stop();
  const id = findConversations(db, inbox).items[0]?.id;
  if (id === undefined) throw new Error('no conversation');
  markConversationSeen(db, id, true);
  await catchUp();
  expect((await dovecot.messages(user))[0]?.flags).toContain('\\Seen');
  expect(findConversations(db, inbox).items[0]?.unreadCount).toBe(0);
});

it('keeps up with what is new on either side while a long download goes on', async () => {
  const user = freshUser();
  const count = 9_000;
  for (let index = 0; index < count; index += 1) dovecot.deliver(user, letter(`${index}`));
  const { db, job } = syncHarness(accountOf(loginTo(dovecot, user)));
  const stored = () =>
    (db.prepare('SELECT count(*) AS stored FROM message').get() as { stored: number }).stored;
  job.start();
  await waitFor('a beginning', () => stored() > 100);
  const id = findConversations(db, inbox).items[0]?.id;
  if (id === undefined) throw new Error('no conversation');
  markConversationSeen(db, id, true);
  dovecot.deliver(user, letter('urgent'));
  const before = await waitFor('the new letter', () =>
    subjects(db).includes('Letter urgent') ? stored() : null,
  );
  expect(before).toBeLessThan(count);
  const isSeen = async () =>
    (await dovecot.doveadm('search', '-u', user, 'mailbox', 'INBOX', 'seen')) !== '';
  await waitFor('the server to be told', isSeen);
  await waitFor('all of it', () => stored() === count + 1);
}, 60_000);

it('goes on where it was after being stopped midway, and downloads nothing twice', async () => {
  const user = freshUser();
  for (let index = 0; index < 900; index += 1) {
    dovecot.deliver(user, letter(`m${index}`, { body: 'text '.repeat(4000) }));
  }
  const first = syncHarness(accountOf(loginTo(dovecot, user)));
  first.job.start();
  await waitFor('a first part', () => findConversations(first.db, inbox).total >= 60);
  await first.job.stop();
  const folderId = findFolder(first.db, 'inbox')?.id ?? 0;
  const before = findStoredUids(first.db, folderId).length;
  expect(before).toBeLessThan(900);

  const second = syncHarness(accountOf(loginTo(dovecot, user)), { db: first.db });
  await second.catchUp();

  expect(findStoredUids(first.db, folderId)).toHaveLength(900);
  expect(Math.max(...second.statuses.map(({ total }) => total))).toBe(900 - before);
});

it('begins with the newest messages', async () => {
  const user = freshUser();
  for (let index = 0; index < 300; index += 1) dovecot.deliver(user, letter(`m${index}`));
  await dovecot.doveadm('index', '-u', user, 'INBOX');
  const { db, job } = syncHarness(accountOf(loginTo(dovecot, user)));
  job.start();
  const folder = await waitFor('the folder', () => findFolder(db, 'inbox'));
  const uids = await waitFor('the first batch', () => {
    const stored = findStoredUids(db, folder.id);
    return stored.length > 0 ? stored : null;
  });
  expect(uids.at(-1)).toBe(300);
});

it('matches everything again when UIDVALIDITY changes, and keeps a draft', async () => {
  const user = freshUser();
  dovecot.deliver(user, letter('one'));
  dovecot.deliver(user, letter('two', { references: 'one@example.com' }));
  const { db, job, catchUp } = syncHarness(accountOf(loginTo(dovecot, user)));
  await catchUp();
  await job.stop();
  const before = findConversations(db, inbox).items[0];
  if (before === undefined) throw new Error('no conversation');
  const validityBefore = findFolder(db, 'inbox')?.uidValidity;
  saveDraft(db, replyDraft(before.id), plainLetter('half an answer'), 1);
  await dovecot.renumber(user);

  await catchUp();

  expect(findFolder(db, 'inbox')?.uidValidity).not.toBe(validityBefore);
  expect(findConversations(db, inbox).items[0]).toMatchObject({
    id: before.id,
    messageCount: 2,
    hasDraft: true,
  });
  const onServer = await dovecot.messages(user);
  expect(storedInbox(db)).toEqual(onServer.map(({ uid, raw }) => ({ uid, raw })));
});

it('stops at a wrong password instead of trying until the account is locked', async () => {
  const user = freshUser();
  const login = { ...loginTo(dovecot, user), password: 'wrong' };
  const { job, statuses } = syncHarness(accountOf(login));
  job.start();
  await waitFor(
    'the refusal',
    () => job.status().phase === 'stopped' && job.status().error !== null,
  );
  expect(job.status().error?.code).toBe('login-failed');
  expect(statuses.filter(({ phase }) => phase === 'connecting')).toHaveLength(1);
});

it('waits and tries again when the server cannot be reached', async () => {
  const login = { ...loginTo(dovecot, freshUser()), port: 1 };
  const { job, statuses } = syncHarness(accountOf(login));
  job.start();
  await waitFor('two tries', () => statuses.filter(({ phase }) => phase === 'waiting').length >= 2);
  expect(job.status().error?.code).toBe('connect-refused');
  expect(statuses.find(({ phase }) => phase === 'waiting')?.retryAt).toBeGreaterThan(0);
});

it('gives a waiting read mark to the letter that it was made for when UIDVALIDITY changes', async () => {
  const user = freshUser();
  for (const id of ['first', 'read', 'last']) dovecot.deliver(user, letter(id));
  const { db, job, catchUp } = syncHarness(accountOf(loginTo(dovecot, user)));
  await catchUp();
  await job.stop();
  const read = findConversations(db, inbox).items.find(({ subject }) => subject === 'Letter read');
  if (read === undefined) throw new Error('no conversation');
  markConversationSeen(db, read.id, true);
  // The letter that now has the UID of the one that was read is another one.
  await dovecot.doveadm('expunge', '-u', user, 'mailbox', 'INBOX', 'uid', '1');
  await dovecot.renumber(user);
  await catchUp();
  job.poke();
  await waitFor('the mark', async () =>
    (await dovecot.messages(user)).some(({ flags }) => flags.includes('\\Seen')),
  );
  const seen = (await dovecot.messages(user)).filter(({ flags }) => flags.includes('\\Seen'));
  expect(seen.map(({ raw }) => /Subject: (.*)\r/.exec(raw)?.[1])).toEqual(['Letter read']);
});
