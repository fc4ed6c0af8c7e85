import { afterAll, beforeAll, expect, it } from 'vitest';
import { findConversations } from '../../../../../main/engine/store/conversations.ts';
import { findFolder } from '../../../../../main/engine/store/folders.ts';
import { chooseFolder } from '../../../../../main/engine/store/listed-folders.ts';
import type { SectionDatabase } from '../../../../../main/engine/store/open-database.ts';
import { markConversationSeen } from '../../../../../main/engine/store/seen-actions.ts';
import type { FolderId } from '../../../../../shared/ids.ts';
import type { ListView } from '../../../../../shared/model/conversation.ts';
import { type Dovecot, startDovecot } from '../../../../support/dovecot.ts';
import { meddlingProxy } from '../../../../support/meddling-proxy.ts';
import { storedFolder } from '../../../../support/stored-inbox.ts';
import { accountOf, loginTo, syncHarness } from '../../../../support/sync-harness.ts';
import { waitFor } from '../../../../support/wait-for.ts';

const users = [
  'all',
  'moved',
  'renamed',
  'renumbered',
  'gone',
  'chosen',
  'twins',
  'plain',
  'trash',
];
let dovecot: Dovecot;
let plain: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot(users);
  plain = await startDovecot(users, { capability: 'IMAP4rev1 IDLE' });
});
afterAll(async () => {
  await dovecot.stop();
  await plain.stop();
});

let letters = 0;
function letter(subject: string, id?: string): string {
  letters += 1;
  return (
    `From: Hana Sato <hana@example.com>\r\nTo: world@minato.example\r\nSubject: ${subject}\r\n` +
    `Message-ID: <${id ?? letters}@example.com>\r\nDate: Mon, 02 Nov 2026 10:00:00 +0900\r\n\r\nText\r\n`
  );
}

const shown = (db: SectionDatabase, view: ListView) =>
  findConversations(db, { view, search: null, offset: 0, limit: 50 })
    .items.map(({ subject }) => subject)
    .sort();
const pathsOf = (db: SectionDatabase) =>
  db.prepare('SELECT path FROM folder WHERE is_synced = 1 ORDER BY path').pluck().all();
const folderId = (db: SectionDatabase, path: string) =>
  db.prepare('SELECT id FROM folder WHERE path = ?').pluck().get(path) as FolderId;
const byUid = async (server: Dovecot, user: string, path: string) =>
  (await server.messages(user, path)).map(({ uid, flags, raw }) => ({
    ...{ uid, raw },
    flags: flags.filter((flag) => flag !== '\\Recent').sort(),
  }));

/** What is downloaded of messages through a proxy, as the commands that ask for it. */
async function watched(server: Dovecot, user: string) {
  const { login, meddling } = await meddlingProxy(server, user);
  const downloads: string[] = [];
  meddling.refuse = (command) => {
    if (/UID FETCH \S+ .*BODY\.PEEK\[\]/.test(command)) downloads.push(command);
    return null;
  };
  return { ...syncHarness(accountOf(login)), downloads };
}

it.each([
  ['as Dovecot is', () => dovecot],
  ['without an extension', () => plain],
])('has every folder with its very bytes, UIDs and flags: %s', async (_, server) => {
  const user = 'all';
  const create = (...names: readonly string[]) =>
    server().doveadm('mailbox', 'create', '-s', '-u', user, ...names);
  await create('Archive', 'Junk', 'Trash', 'Drafts', '報道/アジア & 太平洋', 'A "quoted" name');
  await server().doveadm('mailbox', 'create', '-u', user, 'Not subscribed');
  server().deliver(user, letter('in the inbox'));
  for (const path of ['Archive', 'Junk', 'Trash', 'Drafts'])
    server().deliver(user, letter(`in ${path}`), path);
  const { db, catchUp, job } = syncHarness(accountOf(loginTo(server(), user)));
  await catchUp();
  const flag = (...words: readonly string[]) =>
    server().doveadm('flags', 'add', '-u', user, ...words);
  await flag('\\Flagged $Label1 \\Seen', 'mailbox', 'Archive', 'all');
  await server().doveadm('copy', '-u', user, '報道/アジア & 太平洋', 'mailbox', 'INBOX', 'all');
  await server().doveadm('copy', '-u', user, 'Not subscribed', 'mailbox', 'INBOX', 'all');
  await waitFor('the copy', () => {
    job.start();
    return storedFolder(db, '報道/アジア & 太平洋').length === 1;
  });
  await job.stop();
  db.exec('UPDATE folder SET synced_at = 1');
  await catchUp();
  const paths = ['INBOX', 'Archive', 'Junk', 'Trash', 'Drafts', '報道/アジア & 太平洋'];
  for (const path of paths)
    await waitFor(path, async () => {
      const [here, there] = [storedFolder(db, path), await byUid(server(), user, path)];
      return here.length > 0 && JSON.stringify(here) === JSON.stringify(there.map(inOrder));
    });
  expect(pathsOf(db)).toEqual(expect.arrayContaining(['A "quoted" name', 'Sent', ...paths]));
  expect(pathsOf(db)).not.toContain('Not subscribed');
  expect(shown(db, 'inbox')).toEqual(['in the inbox']);
  expect(shown(db, 'all')).toEqual(['in Archive', 'in the inbox']);
  expect(shown(db, 'open')).toEqual(['in the inbox']);
  expect(shown(db, `folder:${folderId(db, 'Junk')}`)).toEqual(['in Junk']);
  expect(shown(db, `folder:${folderId(db, '報道/アジア & 太平洋')}`)).toEqual(['in the inbox']);
  expect(findFolder(db, 'trash')?.path).toBe('Trash');
});

const inOrder = ({ uid, flags, raw }: { uid: number; flags: readonly string[]; raw: string }) => ({
  ...{ uid, flags, raw },
});

it('follows a letter that another program moves, and does not download it again', async () => {
  const user = 'moved';
  await dovecot.doveadm('mailbox', 'create', '-s', '-u', user, 'Archive');
  for (const subject of ['moved', 'stays']) dovecot.deliver(user, letter(subject));
  const { db, catchUp, downloads, job } = await watched(dovecot, user);
  await catchUp();
  const before = db.prepare('SELECT id, conversation_id FROM message ORDER BY id').all();
  downloads.length = 0;
  await dovecot.doveadm('move', '-u', user, 'Archive', 'mailbox', 'INBOX', 'subject', 'moved');
  const archive = folderId(db, 'Archive');
  await waitFor('the move', () => shown(db, `folder:${archive}`).length === 1);
  expect(shown(db, 'inbox')).toEqual(['stays']);
  expect(shown(db, `folder:${archive}`)).toEqual(['moved']);
  await job.stop();
  expect(db.prepare('SELECT id, conversation_id FROM message ORDER BY id').all()).toEqual(before);
  expect(downloads).toEqual([]);
  // Nothing was removed: nothing is on record as removed.
  expect(
    db.prepare(`SELECT count(*) FROM chain_entry WHERE kind = 'messages-removed'`).pluck().get(),
  ).toBe(0);
});

it('follows a folder that is renamed, with a mark made meanwhile, without downloading', async () => {
  const user = 'renamed';
  await dovecot.doveadm('mailbox', 'create', '-s', '-u', user, 'Asia');
  for (const subject of ['one', 'two', 'three']) dovecot.deliver(user, letter(subject), 'Asia');
  const { db, catchUp, downloads, job } = await watched(dovecot, user);
  await catchUp();
  await waitFor('the folder', () => storedFolder(db, 'Asia').length === 3);
  await job.stop();
  downloads.length = 0;
  const asia = folderId(db, 'Asia');
  const { items } = findConversations(db, {
    ...{ view: `folder:${asia}`, search: null, offset: 0, limit: 9 },
  });
  const two = items.find(({ subject }) => subject === 'two');
  if (two === undefined) throw new Error('no conversation');
  markConversationSeen(db, two.id, true);
  await dovecot.doveadm('mailbox', 'rename', '-u', user, 'Asia', 'Asia and Pacific');
  await dovecot.doveadm('mailbox', 'subscribe', '-u', user, 'Asia and Pacific');
  await catchUp();
  await waitFor('the folder', () => storedFolder(db, 'Asia and Pacific').length === 3);
  expect(folderId(db, 'Asia and Pacific')).toBe(asia);
  expect(downloads).toEqual([]);
  job.poke();
  await waitFor('the mark', async () =>
    (await byUid(dovecot, user, 'Asia and Pacific')).some(({ flags }) => flags.includes('\\Seen')),
  );
  expect(shown(db, `folder:${asia}`)).toEqual(['one', 'three', 'two']);
});

it('downloads nothing again when the UIDs of a folder change', async () => {
  const user = 'renumbered';
  for (let index = 0; index < 40; index += 1) dovecot.deliver(user, letter(`letter ${index}`));
  const { db, catchUp, downloads, job } = await watched(dovecot, user);
  await catchUp();
  await job.stop();
  downloads.length = 0;
  await dovecot.renumber(user);
  await catchUp();
  expect(storedFolder(db, 'INBOX')).toEqual((await byUid(dovecot, user, 'INBOX')).map(inOrder));
  expect(downloads).toEqual([]);
});

it('tells letters with one Message-ID apart by their bytes when they change places', async () => {
  const user = 'twins';
  await dovecot.doveadm('mailbox', 'create', '-s', '-u', user, 'Desk');
  for (const subject of ['aa', 'bb']) dovecot.deliver(user, letter(subject, 'same'));
  const { db, catchUp, job } = await watched(dovecot, user);
  await catchUp();
  await job.stop();
  await dovecot.doveadm('move', '-u', user, 'Desk', 'mailbox', 'INBOX', 'all');
  await catchUp();
  await waitFor('both', () => storedFolder(db, 'Desk').length === 2);
  expect(storedFolder(db, 'Desk')).toEqual((await byUid(dovecot, user, 'Desk')).map(inOrder));
});

it('lets a folder go that another program deletes, and says how many letters went', async () => {
  const user = 'gone';
  await dovecot.doveadm('mailbox', 'create', '-s', '-u', user, 'Old');
  for (const subject of ['one', 'two']) dovecot.deliver(user, letter(subject), 'Old');
  dovecot.deliver(user, letter('stays'));
  const { db, catchUp, job } = syncHarness(accountOf(loginTo(dovecot, user)));
  await catchUp();
  await waitFor('the folder', () => storedFolder(db, 'Old').length === 2);
  await dovecot.doveadm('mailbox', 'delete', '-u', user, 'Old');
  job.start();
  await waitFor('the end of it', () => shown(db, 'all').length === 1);
  expect(pathsOf(db)).not.toContain('Old');
  const told = db.prepare(`SELECT detail FROM chain_entry WHERE kind = 'messages-removed'`).pluck();
  expect(told.all()).toEqual([JSON.stringify({ count: 2 })]);
});

it('syncs what staff choose, and forgets what they leave out', async () => {
  const user = 'chosen';
  await dovecot.doveadm('mailbox', 'create', '-u', user, 'Aside');
  await dovecot.doveadm('mailbox', 'create', '-s', '-u', user, 'Junk', 'List');
  dovecot.deliver(user, letter('aside'), 'Aside');
  dovecot.deliver(user, letter('listed'), 'List');
  const { db, catchUp, job } = syncHarness(accountOf(loginTo(dovecot, user)));
  await catchUp();
  await waitFor('the list', () => storedFolder(db, 'List').length === 1);
  expect(storedFolder(db, 'Aside')).toEqual([]);
  chooseFolder(db, folderId(db, 'Aside'), true);
  chooseFolder(db, folderId(db, 'List'), false);
  job.start();
  await waitFor('the change', () => storedFolder(db, 'Aside').length === 1);
  await waitFor('the removal', () => shown(db, 'all').join() === 'aside');
  expect(storedFolder(db, 'List')).toEqual([]);
  expect(await byUid(dovecot, user, 'List')).toHaveLength(1);
});

it('shows a letter in the trash there alone', async () => {
  const user = 'trash';
  await dovecot.doveadm('mailbox', 'create', '-s', '-u', user, 'Trash');
  dovecot.deliver(user, letter('thrown away'), 'Trash');
  const { db, catchUp } = syncHarness(accountOf(loginTo(dovecot, user)));
  await catchUp();
  const trash = folderId(db, 'Trash');
  await waitFor('it', () => shown(db, `folder:${trash}`).join() === 'thrown away');
  for (const view of ['inbox', 'unread', 'all', 'open'] as const)
    expect(shown(db, view)).toEqual([]);
});
