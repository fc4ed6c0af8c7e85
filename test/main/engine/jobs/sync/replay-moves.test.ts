import { expect, it } from 'vitest';
import { findConversations } from '../../../../../main/engine/store/conversations.ts';
import { findFolder, planFolder } from '../../../../../main/engine/store/folders.ts';
import {
  findMoveActions,
  findMoving,
  moveMessages,
} from '../../../../../main/engine/store/moves.ts';
import type { SectionDatabase } from '../../../../../main/engine/store/open-database.ts';
import { markConversationSeen } from '../../../../../main/engine/store/seen-actions.ts';
import type { ListView } from '../../../../../shared/model/conversation.ts';
import type { FolderRole } from '../../../../../shared/model/folder.ts';
import type { Dovecot } from '../../../../support/dovecot.ts';
import { meddlingProxy } from '../../../../support/meddling-proxy.ts';
import { severalDovecots } from '../../../../support/several-dovecots.ts';
import { shortLetter } from '../../../../support/short-letter.ts';
import { storedFolder } from '../../../../support/stored-inbox.ts';
import { accountOf, loginTo, syncHarness } from '../../../../support/sync-harness.ts';
import { waitFor } from '../../../../support/wait-for.ts';

/** From everything that Dovecot offers down to a server that cannot even delete one letter alone. */
const servers: Readonly<Record<string, string | undefined>> = {
  'with MOVE': undefined,
  'without MOVE': 'IMAP4rev1 IDLE UIDPLUS',
  'without MOVE and UIDPLUS': 'IMAP4rev1 IDLE',
};
const users = [
  'hasty',
  'made',
  'twice',
  'undone',
  'killed',
  'twin',
  'sooner',
  'later',
  'marked',
  'again',
  'refused',
];
const server = severalDovecots(servers, users);
const everyServer = Object.keys(servers);

const rows = (db: SectionDatabase, view: ListView) =>
  findConversations(db, { view, search: null, offset: 0, limit: 50 }).items;
const shown = (db: SectionDatabase, view: ListView) =>
  rows(db, view)
    .map(({ subject }) => subject)
    .sort();
const inFolder = (db: SectionDatabase, role: FolderRole) =>
  shown(db, `folder:${findFolder(db, role)?.id ?? 0}`);

/** Letters that are there for every program that does not show what is marked as deleted. */
const onServer = async (dovecot: Dovecot, user: string, folder: string) =>
  (await dovecot.messages(user, folder))
    .filter(({ flags }) => !flags.includes('\\Deleted'))
    .map(({ raw }) => /Subject: (\w+)/.exec(raw)?.[1] ?? '')
    .sort();

function markRead(db: SectionDatabase, subject: string): void {
  const row = rows(db, 'all').find((each) => each.subject === subject);
  if (row === undefined) throw new Error(`no ${subject}`);
  markConversationSeen(db, row.id, true);
}

function move(
  db: SectionDatabase,
  subject: string,
  role: 'archive' | 'trash',
  view: ListView = 'inbox',
) {
  const target = planFolder(db, role, role === 'archive' ? 'Archive' : 'Trash');
  const row = rows(db, view).find((each) => each.subject === subject);
  if (row === undefined) throw new Error(`no ${subject}`);
  const moving = findMoving(db, row.id, view, target.id);
  expect(moving.length).toBeGreaterThan(0);
  moveMessages(db, moving);
  return moving;
}

it.each(everyServer)('makes the folder and moves one letter and no other: %s', async (name) => {
  const [dovecot, user] = [server(name), 'made'];
  for (const subject of ['one', 'two', 'marked']) dovecot.deliver(user, shortLetter(subject));
  const { db, catchUp, job } = syncHarness(accountOf(loginTo(dovecot, user)));
  await catchUp();
  await dovecot.doveadm('flags', 'add', '-u', user, '\\Deleted', 'subject', 'marked');
  const before = rows(db, 'inbox').find(({ subject }) => subject === 'one')?.id;
  move(db, 'one', 'archive');
  // At once here, before the server knows.
  expect(shown(db, 'inbox')).not.toContain('one');
  expect(inFolder(db, 'archive')).toEqual(['one']);
  job.poke();
  await waitFor('the move', async () => {
    const archive = await onServer(dovecot, user, 'Archive').catch((): string[] => []);
    return archive.length === 1 && !(await onServer(dovecot, user, 'INBOX')).includes('one');
  });
  // Another program's mark is not carried out by us.
  const left = (await dovecot.messages(user)).map(({ raw }) => /Subject: (\w+)/.exec(raw)?.[1]);
  expect(left).toEqual(expect.arrayContaining(['two', 'marked']));
  await waitFor('the place', () => storedFolder(db, 'Archive').length === 1);
  await waitFor('nothing left to tell', () => {
    const inbox = findFolder(db, 'inbox');
    return inbox !== null && findMoveActions(db, inbox.id).length === 0;
  });
  expect(inFolder(db, 'archive')).toEqual(['one']);
  expect(rows(db, `folder:${findFolder(db, 'archive')?.id ?? 0}`)[0]?.id).toBe(before);
  await job.stop();
  expect(db.prepare('SELECT count(*) FROM message').pluck().get()).toBe(3);
});

it.each(everyServer)('moves what is in a folder twice, and it stays: %s', async (name) => {
  const [dovecot, user] = [server(name), 'twice'];
  for (const subject of ['one', 'one', 'two']) dovecot.deliver(user, shortLetter(subject));
  const { db, catchUp, job } = syncHarness(accountOf(loginTo(dovecot, user)));
  await catchUp();
  move(db, 'one', 'archive');
  job.poke();
  await waitFor('the moves', async () => {
    const archive = await onServer(dovecot, user, 'Archive').catch((): string[] => []);
    return archive.length === 2 && (await onServer(dovecot, user, 'INBOX')).join() === 'two';
  });
  await waitFor('their places', () => storedFolder(db, 'Archive').length === 2);
  expect(db.prepare('SELECT count(*) FROM move_action').pluck().get()).toBe(0);
  expect(inFolder(db, 'archive')).toEqual(['one']);
  await job.stop();
});

it.each(everyServer)(
  'brings it back on undo, before and after the server knows: %s',
  async (name) => {
    const [dovecot, user] = [server(name), 'undone'];
    dovecot.deliver(user, shortLetter('one'));
    const { db, catchUp, job } = syncHarness(accountOf(loginTo(dovecot, user)));
    await catchUp();
    const turned = (moves: ReturnType<typeof move>) =>
      moves.map(({ messageId, from, to }) => ({ messageId, from: to, to: from }));
    moveMessages(db, turned(move(db, 'one', 'trash')));
    expect(shown(db, 'inbox')).toEqual(['one']);
    expect(db.prepare('SELECT count(*) FROM move_action').pluck().get()).toBe(0);
    const again = move(db, 'one', 'trash');
    job.poke();
    await waitFor('the move', async () =>
      (await onServer(dovecot, user, 'Trash').catch((): string[] => [])).includes('one'),
    );
    await waitFor('its place', () => storedFolder(db, 'Trash').length === 1);
    expect(shown(db, 'all')).toEqual([]);
    moveMessages(db, turned(again));
    expect(shown(db, 'inbox')).toEqual(['one']);
    job.poke();
    await waitFor('the way back', async () => {
      const inbox = await onServer(dovecot, user, 'INBOX');
      return inbox.includes('one') && (await onServer(dovecot, user, 'Trash')).length === 0;
    });
    expect(await onServer(dovecot, user, 'INBOX')).toEqual(['one']);
    expect(shown(db, 'inbox')).toEqual(['one']);
  },
);

it.each(everyServer)('moves once though the line is cut in the middle of it: %s', async (name) => {
  const [dovecot, user] = [server(name), 'killed'];
  await dovecot.doveadm('mailbox', 'create', '-s', '-u', user, 'Archive');
  for (const subject of ['one', 'two']) dovecot.deliver(user, shortLetter(subject));
  const { login, meddling } = await meddlingProxy(dovecot, user);
  const first = syncHarness(accountOf(login));
  await first.catchUp();
  move(first.db, 'one', 'archive');
  markRead(first.db, 'one');
  // The server does what it is told, and nobody hears its answer.
  meddling.rewrite = (line) => {
    if (/COPYUID|OK .*(Move|Copy) completed/i.test(line)) meddling.cutAfter = 0;
    return line;
  };
  first.job.poke();
  await waitFor('the cut', () => meddling.cutAfter === 0);
  await first.job.stop();
  const { db, catchUp } = syncHarness(accountOf(loginTo(dovecot, user)), { db: first.db });
  await catchUp();
  await waitFor('the move', async () => {
    const [archive, inbox] = [
      await onServer(dovecot, user, 'Archive'),
      await onServer(dovecot, user, 'INBOX'),
    ];
    return archive.join() === 'one' && inbox.join() === 'two';
  });
  await waitFor('the place', () => storedFolder(db, 'Archive').length === 1);
  expect(shown(db, 'inbox')).toEqual(['two']);
  expect(inFolder(db, 'archive')).toEqual(['one']);
  const [archived] = await dovecot.messages(user, 'Archive');
  expect(archived?.flags).toContain('\\Seen');
});

it.each(everyServer)('takes no twin for the copy that it asked for: %s', async (name) => {
  const [dovecot, user] = [server(name), 'twin'];
  await dovecot.doveadm('mailbox', 'create', '-s', '-u', user, 'Archive');
  dovecot.deliver(user, shortLetter('one'));
  dovecot.deliver(user, shortLetter('one').replace('Text', 'Other'), 'Archive');
  const { login, meddling } = await meddlingProxy(dovecot, user);
  const first = syncHarness(accountOf(login));
  await first.catchUp();
  move(first.db, 'one', 'archive');
  // The line is cut before the server hears of it.
  meddling.refuse = (command) => {
    if (!/UID (COPY|MOVE)/.test(command)) return null;
    meddling.cutAfter = 0;
    return '* OK\r\n';
  };
  first.job.poke();
  await waitFor('the cut', () => meddling.cutAfter === 0);
  await first.job.stop();
  const { catchUp, job } = syncHarness(accountOf(loginTo(dovecot, user)), { db: first.db });
  await catchUp();
  await waitFor('the move', async () => (await onServer(dovecot, user, 'INBOX')).length === 0);
  expect(await onServer(dovecot, user, 'Archive')).toEqual(['one', 'one']);
  await job.stop();
});

it.each(everyServer)('heeds an undo while the server is at it: %s', async (name) => {
  const [dovecot, user] = [server(name), 'hasty'];
  for (const subject of ['one', 'two']) dovecot.deliver(user, shortLetter(subject));
  const { login, meddling } = await meddlingProxy(dovecot, user);
  const { db, catchUp, job } = syncHarness(accountOf(login));
  await catchUp();
  const moves = move(db, 'one', 'archive');
  let isUndone = false;
  // The server has done it, and the engine has not heard it.
  meddling.rewrite = (line) => {
    if (!isUndone && /COPYUID|OK .*(Move|Copy) completed/i.test(line)) {
      isUndone = true;
      moveMessages(
        db,
        moves.map(({ messageId, from, to }) => ({ messageId, from: to, to: from })),
      );
      job.poke();
    }
    return line;
  };
  job.poke();
  await waitFor('the way back', async () => {
    const inbox = await onServer(dovecot, user, 'INBOX');
    return isUndone && inbox.join() === 'one,two';
  });
  await waitFor('the same here', async () => {
    const archive = await onServer(dovecot, user, 'Archive');
    return archive.length === 0 && shown(db, 'inbox').join() === 'one,two';
  });
  expect(inFolder(db, 'archive')).toEqual([]);
});

it('lets the server win: what another program moved first stays there', async () => {
  const [dovecot, user] = [server('with MOVE'), 'sooner'];
  await dovecot.doveadm('mailbox', 'create', '-s', '-u', user, 'Archive', 'Desk');
  dovecot.deliver(user, shortLetter('one'));
  const { db, catchUp, job } = syncHarness(accountOf(loginTo(dovecot, user)));
  await catchUp();
  await job.stop();
  move(db, 'one', 'archive');
  markRead(db, 'one');
  await dovecot.doveadm('move', '-u', user, 'Desk', 'mailbox', 'INBOX', 'all');
  await catchUp();
  await waitFor('its place', () => storedFolder(db, 'Desk').length === 1);
  job.poke();
  await waitFor('the mark', async () =>
    (await dovecot.messages(user, 'Desk'))[0]?.flags.includes('\\Seen'),
  );
  expect(await onServer(dovecot, user, 'Archive')).toEqual([]);
  expect(inFolder(db, 'archive')).toEqual([]);
});

it('finds its letter when the numbers of the folder change before the server knows', async () => {
  const [dovecot, user] = [server('with MOVE'), 'later'];
  for (const subject of ['one', 'two', 'three']) dovecot.deliver(user, shortLetter(subject));
  const { db, catchUp, job } = syncHarness(accountOf(loginTo(dovecot, user)));
  await catchUp();
  await job.stop();
  move(db, 'two', 'trash');
  await dovecot.renumber(user);
  await catchUp();
  job.poke();
  await waitFor('the move', async () =>
    (await onServer(dovecot, user, 'Trash').catch((): string[] => [])).includes('two'),
  );
  expect(await onServer(dovecot, user, 'INBOX')).toEqual(['one', 'three']);
  expect(shown(db, 'inbox')).toEqual(['one', 'three']);
});

it('keeps a move that the server refuses, and carries it out once it may', async () => {
  const [dovecot, user] = [server('with MOVE'), 'refused'];
  await dovecot.doveadm('mailbox', 'create', '-s', '-u', user, 'Archive');
  dovecot.deliver(user, shortLetter('one'));
  const { login, meddling } = await meddlingProxy(dovecot, user);
  meddling.refuse = (command) => {
    const [tag] = command.split(' ');
    return /UID MOVE/.test(command) ? `${tag} NO [OVERQUOTA] Full\r\n` : null;
  };
  const { db, catchUp, job } = syncHarness(accountOf(login));
  await catchUp();
  move(db, 'one', 'archive');
  job.poke();
  await waitFor('the refusal', () => job.status().phase === 'live');
  expect(inFolder(db, 'archive')).toEqual(['one']);
  expect(await onServer(dovecot, user, 'INBOX')).toEqual(['one']);
  meddling.refuse = () => null;
  job.poke();
  await waitFor('the move', async () => (await onServer(dovecot, user, 'Archive')).length === 1);
});
