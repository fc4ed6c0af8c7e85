import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Account } from '../../../../../main/engine/mail/account.ts';
import { moveOutboxItem, saveLook } from '../../../../../main/engine/store/outbox-moves.ts';
import {
  findSectionSettings,
  saveSectionSettings,
} from '../../../../../main/engine/store/section-settings.ts';
import { failure } from '../../../../../shared/errors.ts';
import type { OutboxItem } from '../../../../../shared/model/outbox-item.ts';
import {
  companyDomain,
  hostileAddress,
  mayHave,
  ownAddress,
} from '../../../../support/hostile-addresses.ts';
import { outboxHarness } from '../../../../support/outbox-harness.ts';
import { type SmtpServer, startSmtpServer } from '../../../../support/smtp-server.ts';

const reader = 'hana@example.com';
let smtp: SmtpServer;

beforeAll(async () => {
  smtp = await startSmtpServer();
});
afterAll(() => smtp.stop());

/** An outbox whose letters go nowhere but to the SMTP server, and what that was asked for since. */
function freshOutbox() {
  const before = smtp.received.length;
  const login: Account['smtp'] = {
    host: smtp.host,
    port: smtp.port,
    security: 'tls',
    user: smtp.user,
    password: smtp.password,
    trustedFingerprint: smtp.certificate.fingerprint,
    trustedCertificate: smtp.certificate.certificate,
  };
  const account = {
    senderName: 'World Services',
    senderAddress: ownAddress,
    imap: login,
    smtp: login,
  };
  const outbox = outboxHarness(account, { openImap: async () => failure('connect-refused') });
  const { db } = outbox;
  saveSectionSettings(db, { ...findSectionSettings(db), companyDomains: [] });
  return {
    ...outbox,
    list: (...companyDomains: string[]) =>
      saveSectionSettings(db, { ...findSectionSettings(db), companyDomains }),
    /** As whoever can write to the file would. */
    add: (item: OutboxItem, role: string, address: string) =>
      db
        .prepare(
          'INSERT OR IGNORE INTO outbox_recipient (outbox_item_id, position, role, address) VALUES (?, 9, ?, ?)',
        )
        .run(item.id, role, address),
    received: () => smtp.received.slice(before),
  };
}

const isEnded = ({ state }: OutboxItem) => state === 'sent' || state === 'failed';

it('keeps a letter here when a domain is withdrawn between queueing and sending, and says for whom', async () => {
  const { queue, add, list, runUntil, job, received, left } = freshOutbox();
  const item = queue();
  add(item, 'cc', `desk@${companyDomain}`);
  const kept = await runUntil(item.id, 'a verdict', isEnded);
  expect(kept).toMatchObject({
    state: 'failed',
    error: { code: 'recipient-not-permitted', detail: `desk@${companyDomain}` },
    text: item.text,
  });
  expect([received(), left()]).toEqual([[], []]);

  job().retry(item.id);
  await runUntil(item.id, 'the same verdict', isEnded);
  expect(received()).toEqual([]);
  list(companyDomain);
  job().retry(item.id);
  await runUntil(item.id, 'the letter to leave', ({ state }) => state === 'sent');
  expect(received()[0]?.rcptTo.toSorted()).toEqual([`desk@${companyDomain}`, reader]);
});

it('judges a letter again that staff say was not sent', async () => {
  const { queue, add, db, job, runUntil, received } = freshOutbox();
  const item = queue();
  add(item, 'bcc', 'eve@evil.test');
  moveOutboxItem(db, item.id, { from: ['queued'], to: 'uncertain' });
  saveLook(db, item.id, { at: 1, folders: ['Sent'] });
  expect(job().settle(item.id, 'send-again').ok).toBe(true);
  expect(await runUntil(item.id, 'a verdict', isEnded)).toMatchObject({ state: 'failed' });
  expect(received()).toEqual([]);
});

it('takes no other letter’s exception for its own, though it has the number of one that was taken back', async () => {
  const { queue, add, db, job, runUntil, received } = freshOutbox();
  const first = queue();
  const letterOf = (item: OutboxItem) =>
    db.prepare('SELECT header_message_id FROM outbox_item WHERE id = ?').pluck().get(item.id);
  const except = (item: OutboxItem) =>
    db
      .prepare(
        `INSERT INTO chain_entry (sequence, at, kind, staff_name, target, reason, outbox_item_id, detail, mac)
         SELECT max(sequence) + 1, 0, 'exception', '', 'eve@evil.test', 'A reason', ?, json_object('letter', ?), x''
         FROM chain_entry`,
      )
      .run(item.id, letterOf(item));
  except(first);
  expect(job().withdraw(first.id).ok).toBe(true);
  const second = queue();
  expect(second.id).toBe(first.id);
  add(second, 'cc', 'eve@evil.test');
  await runUntil(second.id, 'a verdict', isEnded);
  expect(received()).toEqual([]);
  except(second);
  job().retry(second.id);
  await runUntil(second.id, 'the letter to leave', ({ state }) => state === 'sent');
  expect(received()).toHaveLength(1);
});

it('asks the server for no address outside the permitted set, whatever the outbox was made to hold', async () => {
  const outbox = freshOutbox();
  outbox.list(companyDomain);
  const role = fc.constantFrom('to', 'cc', 'bcc');
  const added = fc.array(fc.tuple(role, hostileAddress), { maxLength: 2 });
  const kind = fc.constantFrom('reply', 'forward');
  const items = fc.sample(fc.tuple(kind, added), 40).map(([letterKind, recipients], index) => {
    const item = outbox.queue(`Letter ${index}`);
    outbox.db.prepare('UPDATE outbox_item SET kind = ? WHERE id = ?').run(letterKind, item.id);
    for (const [as, address] of recipients) outbox.add(item, as, address);
    return { item, readers: letterKind === 'reply' ? [reader] : [] };
  });
  for (const { item } of items) await outbox.runUntil(item.id, 'its end', isEnded);
  for (const { item } of items) outbox.job().retry(item.id);
  for (const { item } of items) await outbox.runUntil(item.id, 'its end again', isEnded);
  expect(outbox.received().length).toBeGreaterThan(0);
  for (const { rcptTo, raw } of outbox.received()) {
    const index = Number(/Letter (\d+)/.exec(raw.toString())?.[1]);
    const readers = items[index]?.readers ?? [];
    for (const address of rcptTo)
      expect([address, mayHave(address, readers)]).toEqual([address, true]);
  }
});
