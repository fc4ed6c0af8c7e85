import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Account } from '../../../../../main/engine/mail/account.ts';
import { doneWith } from '../../../../../main/engine/services/done-with.ts';
import { findState } from '../../../../../main/engine/store/conversation-events.ts';
import {
  findDraftAttachments,
  queueAttachments,
} from '../../../../../main/engine/store/draft-attachments.ts';
import { findDraft, saveDraft } from '../../../../../main/engine/store/drafts.ts';
import { findMessages } from '../../../../../main/engine/store/messages.ts';
import { findOutboxItem } from '../../../../../main/engine/store/outbox-items.ts';
import { moveOutboxItem } from '../../../../../main/engine/store/outbox-moves.ts';
import { findUndeliveredId } from '../../../../../main/engine/store/outbox-recipients.ts';
import { type Dovecot, startDovecot } from '../../../../support/dovecot.ts';
import { type OutboxHarness, outboxHarness } from '../../../../support/outbox-harness.ts';
import { plainLetter } from '../../../../support/plain-letter.ts';
import { hana, ken } from '../../../../support/section-ledger.ts';
import { type SmtpServer, startSmtpServer } from '../../../../support/smtp-server.ts';
import { storeAttachment } from '../../../../support/stored-attachment.ts';
import { accountOf, loginTo } from '../../../../support/sync-harness.ts';

let dovecot: Dovecot;
let smtp: SmtpServer;
let users = 0;

beforeAll(async () => {
  dovecot = await startDovecot(Array.from({ length: 20 }, (_, index) => `user${index}`));
  smtp = await startSmtpServer();
});
afterAll(async () => {
  await smtp.stop();
  await dovecot.stop();
});

/** An outbox whose Sent folder no other test uses, and what was received and filed of it. */
function freshOutbox(change: Partial<Account['smtp']> = {}) {
  users += 1;
  const user = `user${users}`;
  Object.assign(smtp.trouble, {
    refuseRecipient: undefined,
    refuseLogin: false,
    dropAfterData: false,
    dropBeforeData: false,
    slowRecipient: false,
  });
  const before = smtp.received.length;
  const sender: Account['smtp'] = {
    ...loginTo(dovecot, user),
    port: smtp.port,
    user: smtp.user,
    password: smtp.password,
    trustedFingerprint: smtp.certificate.fingerprint,
    trustedCertificate: smtp.certificate.certificate,
    ...change,
  };
  const outbox: OutboxHarness = outboxHarness({
    ...accountOf(loginTo(dovecot, user)),
    smtp: sender,
  });
  return {
    ...outbox,
    received: () => smtp.received.slice(before),
    filed: () => dovecot.messages(user, 'Sent'),
    fileByServer: (raw: Buffer) => dovecot.deliver(user, raw, 'Sent'),
    rawOf: (id: number) =>
      outbox.db.prepare('SELECT raw FROM outbox_item WHERE id = ?').pluck().get(id) as Buffer,
  };
}

it('sends a reply once, byte for byte, and files one copy', async () => {
  const { queue, runUntil, received, filed, isFiled, rawOf, job, restart, left } = freshOutbox();
  const { id } = queue();
  const raw = rawOf(id);
  await runUntil(id, 'the copy in Sent', () => isFiled(id));
  // The computer's name and its address at home are nobody's business.
  const clientName = '[127.0.0.1]';
  expect(received()).toMatchObject([{ rcptTo: ['hana@example.com'], clientName }]);
  expect(received()[0]?.raw.equals(raw)).toBe(true);
  expect((await filed()).map((copy) => copy.raw)).toEqual([raw.toString('latin1')]);
  expect((await filed())[0]?.flags).toContain('\\Seen');

  await restart(86_400_000);
  job().start();
  job().wake();
  await restart();
  expect(received()).toHaveLength(1);
  expect(await filed()).toHaveLength(1);
  expect(left()).toEqual(['2 mail by Ken Abe']);
});

it('files no second copy when the first was filed and nobody here knew it', async () => {
  const { queue, runUntil, filed, fileByServer, isFiled, rawOf } = freshOutbox();
  const { id } = queue();
  fileByServer(rawOf(id));
  await runUntil(id, 'the end of filing', () => isFiled(id));
  expect(await filed()).toHaveLength(1);
});

it('files the copy later when the mailbox cannot be reached, and does not send again', async () => {
  const { queue, runUntil, received, filed, isFiled, restart, db } = freshOutbox();
  const { id } = queue();
  db.prepare(`UPDATE outbox_item SET state = 'sent' WHERE id = ?`).run(id);
  await runUntil(id, 'the copy in Sent', () => isFiled(id));
  await restart();
  expect(received()).toHaveLength(0);
  expect(await filed()).toHaveLength(1);
});

it("keeps a refused reply with the server's words, and sends it when staff say so", async () => {
  const { queue, runUntil, received, restart, job, isFiled, left } = freshOutbox();
  smtp.trouble.refuseRecipient = { code: 550, text: '5.1.1 No such reader' };
  const { id } = queue();
  const failed = await runUntil(id, 'the refusal', ({ state }) => state === 'failed');
  expect(failed.error).toMatchObject({ code: 'recipient-refused' });
  expect(failed.error?.detail).toContain('5.1.1 No such reader');
  await restart(86_400_000);
  job().start();
  await restart();
  expect(received()).toHaveLength(0);

  delete smtp.trouble.refuseRecipient;
  expect(job().retry(id)).toMatchObject({ ok: true });
  await runUntil(id, 'the copy in Sent', () => isFiled(id));
  expect(received()).toHaveLength(1);
  expect(left()).toEqual(['2 mail by Ken Abe', '2 refused', '4 mail by Ken Abe']);
});

it('tries again later when the server says later', async () => {
  const { queue, runUntil, received, restart, isFiled } = freshOutbox();
  smtp.trouble.refuseRecipient = { code: 451, text: '4.3.0 Come back later' };
  const { id, createdAt } = queue();
  await runUntil(
    id,
    'the end of the first try',
    ({ state, error }) => state === 'queued' && error !== null,
  );
  await restart();
  delete smtp.trouble.refuseRecipient;
  await restart(29_000);
  const early = await runUntil(id, 'the wait', ({ state }) => state === 'queued');
  expect(early.retryAt).toBe(createdAt + 30_000);
  expect(early.error?.detail).toContain('Come back later');
  expect(received()).toHaveLength(0);
  await restart(2000);
  await runUntil(id, 'the copy in Sent', () => isFiled(id));
  expect(received()).toHaveLength(1);
});

it('sends what was written while the clock was a year ahead, once it is put right', async () => {
  const { queue, runUntil, received, restart, isFiled } = freshOutbox();
  const year = 365 * 86_400_000;
  await restart(year);
  const { id } = queue();
  await restart(-year);
  await runUntil(id, 'the copy in Sent', () => isFiled(id));
  expect(received()).toHaveLength(1);
});

it('says that it does not know when the line went dead behind the message, and never sends it twice by itself', async () => {
  const { queue, runUntil, received, restart, job } = freshOutbox();
  smtp.trouble.dropAfterData = true;
  const { id } = queue();
  await runUntil(id, 'the doubt', ({ state }) => state === 'uncertain');
  smtp.trouble.dropAfterData = false;
  await restart(86_400_000);
  job().start();
  job().wake();
  await restart();
  expect(received()).toHaveLength(1);
  expect(job().retry(id)).toMatchObject({ error: { code: 'outbox-state-changed' } });
});

it('finds out by itself that a doubtful reply left, when the server files what it sends', async () => {
  const { queue, runUntil, received, fileByServer, isFiled, rawOf, left } = freshOutbox();
  smtp.trouble.dropAfterData = true;
  const { id } = queue();
  fileByServer(rawOf(id));
  await runUntil(id, 'the copy that the server filed', () => isFiled(id));
  expect(received()).toHaveLength(1);
  expect(left()).toEqual(['2 mail by Ken Abe', '2 uncertain', '2 found-sent']);
});

it.each([
  { decision: 'was-sent', letters: 1, after: ['2 settled-sent by Hana Ito'] },
  {
    decision: 'send-again',
    letters: 2,
    after: ['2 settled-again by Hana Ito', '5 mail by Ken Abe'],
  },
] as const)('takes the word of staff: $decision', async ({ decision, letters, after }) => {
  const { queue, runUntil, received, filed, job, isFiled, left, restart } = freshOutbox();
  smtp.trouble.dropAfterData = true;
  const { id } = queue();
  await runUntil(id, 'the doubt', ({ state }) => state === 'uncertain');
  smtp.trouble.dropAfterData = false;
  await restart(30_000);
  await runUntil(id, 'the look that counts', ({ looked }) => looked !== null);
  expect(job().settle(id, decision).ok).toBe(true);
  await runUntil(id, 'the copy in Sent', () => isFiled(id));
  expect(received()).toHaveLength(letters);
  expect(await filed()).toHaveLength(1);
  expect(left()).toEqual(['2 mail by Ken Abe', '2 uncertain', ...after]);
});

it('knows that nothing left when the line went dead before the message', async () => {
  const { queue, runUntil, received, left } = freshOutbox();
  smtp.trouble.dropBeforeData = true;
  const { id } = queue();
  const item = await runUntil(
    id,
    'the next try to be set',
    ({ state, attempts }) => state === 'queued' && attempts === 1,
  );
  expect(item.retryAt).toBeGreaterThan(item.createdAt);
  expect(received()).toHaveLength(0);
  expect(left()).toEqual(['2 mail by Ken Abe', '2 not-done']);
});

it('has a reply that was with the server when the app ended in doubt, not in the queue', async () => {
  const { queue, runUntil, received, db, restart } = freshOutbox();
  const { id } = queue();
  moveOutboxItem(db, id, { from: ['queued'], to: 'sending', countAttempt: true });
  await restart();
  await runUntil(id, 'the doubt', ({ state }) => state === 'uncertain');
  await restart();
  expect(received()).toHaveLength(0);
});

it('stops at a refused login, before the account is locked', async () => {
  const { queue, runUntil } = freshOutbox({ password: 'wrong' });
  const { id } = queue();
  const failed = await runUntil(id, 'the refusal', ({ state }) => state === 'failed');
  expect(failed.error).toMatchObject({ code: 'login-failed' });
});

it('gives a reply that has not left back as a draft to the message that it answered', async () => {
  const { queue, runUntil, db, job } = freshOutbox();
  smtp.trouble.refuseRecipient = { code: 550, text: 'No' };
  const { id, conversationId } = queue('The answer.');
  await runUntil(id, 'the refusal', ({ state }) => state === 'failed');
  const answered = findMessages(db, conversationId).at(-1)?.id;
  expect(answered).toBeDefined();
  expect(job().withdraw(id)).toMatchObject({ ok: true, value: { messageId: answered } });
});

it('gives a reply that has not left back to its draft, before what was typed since', async () => {
  const { queue, runUntil, received, db, job } = freshOutbox();
  smtp.trouble.refuseRecipient = { code: 550, text: 'No' };
  const { id, conversationId } = queue('The first answer.');
  await runUntil(id, 'the refusal', ({ state }) => state === 'failed');
  const place = { conversationId, kind: 'reply', writer: hana } as const;
  saveDraft(db, place, plainLetter('And this.'), 1);
  expect(job().withdraw(id)).toMatchObject({
    ok: true,
    value: {
      ...plainLetter('The first answer.\n\nAnd this.'),
      messageId: null,
    },
  });
  expect(findDraft(db, place)?.text).toBe('The first answer.\n\nAnd this.');
  expect(findOutboxItem(db, id)).toBeNull();
  expect(job().withdraw(id)).toMatchObject({ error: { code: 'not-found' } });
  expect(received()).toHaveLength(0);
});

it('names the files of a letter in the ledger, and gives them back with a letter that is taken back', async () => {
  const { db, queue, runUntil, isFiled, job } = freshOutbox();
  const item = queue();
  const place = { conversationId: item.conversationId, kind: 'reply', writer: hana } as const;
  queueAttachments(db, [storeAttachment(db, place)], item.id);
  expect(job().withdraw(item.id)).toMatchObject({ ok: true });
  const files = findDraftAttachments(db, place);
  expect(files).toMatchObject([{ name: 'timetable.txt' }]);

  const again = queue();
  queueAttachments(
    db,
    files.map(({ id }) => id),
    again.id,
  );
  await runUntil(again.id, 'the copy in Sent', () => isFiled(again.id));
  const detail = db.prepare(`SELECT detail FROM chain_entry WHERE kind = 'mail'`).pluck().get();
  expect(JSON.parse(String(detail))).toMatchObject({
    attachments: [{ name: 'timetable.txt', size: 24 }],
  });
  expect(db.prepare('SELECT count(*) FROM draft_attachment').pluck().get()).toBe(0);
});

it('sends what waits in the order in which it was written', async () => {
  const { queue, runUntil, received, isFiled } = freshOutbox();
  const items = ['first', 'second', 'third'].map((text) => queue(text));
  const last = items.at(-1)?.id;
  if (last === undefined) throw new Error('nothing queued');
  await runUntil(last, 'the last copy in Sent', () => isFiled(last));
  const bodies = received().map(({ raw }) => raw.toString().split('\r\n\r\n')[1]?.split('\r\n')[0]);
  expect(bodies).toEqual(['first', 'second', 'third']);
});

it('takes back at a lock what has not been handed over, and sends it afterwards', async () => {
  const { queue, runUntil, received, isFiled, restart, left } = freshOutbox();
  smtp.trouble.slowRecipient = true;
  const { id } = queue();
  await runUntil(id, 'the try', ({ state }) => state === 'sending');
  await restart();
  const item = await runUntil(id, 'the queue', ({ state }) => state !== 'uncertain');
  expect(item.error).toBeNull();
  smtp.trouble.slowRecipient = false;
  await restart();
  await runUntil(id, 'the copy in Sent', () => isFiled(id));
  expect(received()).toHaveLength(1);
  expect(left().slice(0, 2)).toEqual(['2 mail by Ken Abe', '2 not-done']);
});

it('writes down that a reply left once the disk lets it, and does not send it again', async () => {
  const { queue, runUntil, received, isFiled, db, job } = freshOutbox();
  const { id } = queue();
  // The disk takes nothing from the moment that the server has the message.
  db.exec(`CREATE TEMP TRIGGER full BEFORE UPDATE OF state ON outbox_item WHEN new.state = 'sent'
    BEGIN SELECT RAISE(ABORT, 'full'); END`);
  await runUntil(id, 'the server to have it', () => received().length === 1);
  db.exec('DROP TRIGGER full');
  job().wake();
  await runUntil(id, 'the copy in Sent', () => isFiled(id));
  expect(received()).toHaveLength(1);
});

it('sends nothing under an address that the section no longer has, and nobody is done with it', async () => {
  const { queue, runUntil, received, db } = freshOutbox();
  const { id, conversationId, createdAt: at } = queue();
  doneWith(db, conversationId, { letter: findUndeliveredId(db, id) ?? '', actor: ken, at });
  expect(findState(db, conversationId)?.status).toBe('done');
  db.prepare('UPDATE outbox_item SET mail_from = ?').run('old@minato.example');
  const item = await runUntil(id, 'the refusal', ({ state }) => state === 'failed');
  expect(item.error).toEqual({ code: 'sender-changed' });
  expect(findState(db, conversationId)?.status).toBe('open');
  expect(received()).toHaveLength(0);
});

it('hands nothing to a server that it could not record first', async () => {
  const { queue, runUntil, received, isFiled, db, job, left, restart } = freshOutbox();
  const { id } = queue();
  db.exec(`CREATE TRIGGER full BEFORE INSERT ON chain_entry WHEN new.kind = 'mail'
    BEGIN SELECT RAISE(ABORT, 'full'); END`);
  job().start();
  await job().stop();
  expect(findOutboxItem(db, id)).toMatchObject({ state: 'queued', attempts: 0 });
  expect(received()).toHaveLength(0);
  db.exec('DROP TRIGGER full');
  await restart();
  await runUntil(id, 'the copy in Sent', () => isFiled(id));
  expect(left()).toEqual(['2 mail by Ken Abe']);
});
