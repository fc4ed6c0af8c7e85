import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findState } from '../../../../../main/engine/store/conversation-events.ts';
import { findConversations } from '../../../../../main/engine/store/conversations.ts';
import type { SectionDatabase } from '../../../../../main/engine/store/open-database.ts';
import { insertOutboxItem } from '../../../../../main/engine/store/outbox-items.ts';
import { moveOutboxItem } from '../../../../../main/engine/store/outbox-moves.ts';
import { acceptRecipients } from '../../../../../main/engine/store/outbox-recipients.ts';
import { refreshSent } from '../../../../../main/engine/store/waking.ts';
import type { LetterKind } from '../../../../../shared/model/draft.ts';
import { type Dovecot, startDovecot } from '../../../../support/dovecot.ts';
import { accountOf, loginTo, syncHarness } from '../../../../support/sync-harness.ts';
import { waitFor } from '../../../../support/wait-for.ts';

let dovecot: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot(['answering', 'elsewhere', 'renumbered']);
});
afterAll(() => dovecot.stop());

function deliver(user: string, id: string): void {
  dovecot.deliver(
    user,
    `From: Hana <hana@example.com>\r\nTo: ${user}@minato.example\r\nSubject: ${id}\r\n` +
      `Message-ID: <${id}@example.com>\r\nDate: Mon, 02 Nov 2026 10:00:00 +0900\r\n\r\nText\r\n`,
  );
}

const flagsOf = async (user: string) =>
  Object.fromEntries(
    (await dovecot.messages(user)).map(({ raw, flags }) => [
      /Subject: (\w+)/.exec(raw)?.[1],
      flags.filter((flag) => flag === '\\Answered' || flag === '$Forwarded'),
    ]),
  );

/** Has the outbox say that an answer to a letter was taken by the server. */
function send(db: SectionDatabase, subject: string, kind: LetterKind): void {
  const letter = db.prepare('SELECT id, conversation_id AS place FROM message WHERE subject = ?');
  const { id, place } = letter.get(subject) as { id: never; place: never };
  const item = insertOutboxItem(db, {
    ...{ token: randomUUID(), conversationId: place, messageId: id, kind, html: null, quote: null },
    ...{ headerMessageId: `${randomUUID()}@minato.example`, mailFrom: 'world@minato.example' },
    recipients: [{ role: 'to', address: 'hana@example.com' }],
    ...{ subject: 'Re', text: 'Yes', raw: Buffer.from(''), createdAt: Date.now() },
    ...{ staffId: null, staffName: '' },
  });
  acceptRecipients(db, item.id);
  moveOutboxItem(db, item.id, { from: ['queued'], to: 'sent' });
}

it('tells the server what was answered and what was passed on, also after a restart', async () => {
  const user = 'answering';
  for (const id of ['one', 'two', 'three']) deliver(user, id);
  const account = accountOf(loginTo(dovecot, user));
  const first = syncHarness(account);
  await first.catchUp();
  await first.job.stop();
  send(first.db, 'one', 'reply');
  send(first.db, 'two', 'forward');
  refreshSent(first.db);
  const again = syncHarness(account, { db: first.db });
  await again.catchUp();
  await waitFor('the flags', async () => (await flagsOf(user)).two?.includes('$Forwarded'));
  expect(await flagsOf(user)).toEqual({ one: ['\\Answered'], two: ['$Forwarded'], three: [] });
  expect(first.db.prepare('SELECT count(*) FROM flag_action').pluck().get()).toBe(0);
  const { items } = findConversations(first.db, { view: 'all', search: null, offset: 0, limit: 9 });
  expect(Object.fromEntries(items.map(({ subject, status }) => [subject, status]))).toEqual({
    one: 'waiting',
    two: 'open',
    three: 'open',
  });
});

it('has a letter wait for its reader that another program answered', async () => {
  const user = 'elsewhere';
  deliver(user, 'letter');
  const { db, catchUp, job } = syncHarness(accountOf(loginTo(dovecot, user)));
  await catchUp();
  const [row] = findConversations(db, { view: 'open', search: null, offset: 0, limit: 1 }).items;
  if (row === undefined) throw new Error('no letter');
  await dovecot.doveadm('flags', 'add', '-u', user, '\\Answered', 'mailbox', 'INBOX', 'all');
  job.poke();
  await waitFor('the flag', () => findState(db, row.id)?.status === 'waiting');
  await dovecot.doveadm('flags', 'remove', '-u', user, '\\Answered', 'mailbox', 'INBOX', 'all');
  job.poke();
  await waitFor('the flag to go', () => findState(db, row.id)?.status === 'open');
});

it('marks the letter that was answered, and no other, when UIDVALIDITY changes', async () => {
  const user = 'renumbered';
  for (const id of ['other', 'answered']) deliver(user, id);
  const account = accountOf(loginTo(dovecot, user));
  const first = syncHarness(account);
  await first.catchUp();
  await first.job.stop();
  send(first.db, 'answered', 'reply');
  await dovecot.doveadm('expunge', '-u', user, 'mailbox', 'INBOX', 'subject', 'other');
  await dovecot.renumber(user);
  deliver(user, 'later');
  const again = syncHarness(account, { db: first.db });
  await again.catchUp();
  again.job.poke();
  await waitFor('the flag', async () => (await flagsOf(user)).answered?.length === 1);
  expect(await flagsOf(user)).toEqual({ answered: ['\\Answered'], later: [] });
});
