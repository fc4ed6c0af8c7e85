import { afterAll, beforeAll, expect, it } from 'vitest';
import { doneWith } from '../../../../../main/engine/services/done-with.ts';
import { findState } from '../../../../../main/engine/store/conversation-events.ts';
import { findUndeliveredId } from '../../../../../main/engine/store/outbox-recipients.ts';
import { toStoreError } from '../../../../../main/engine/store/store-error.ts';
import { testCertificate } from '../../../../support/certificate.ts';
import { type Dovecot, startDovecot } from '../../../../support/dovecot.ts';
import { faultySmtp, smtpSteps } from '../../../../support/faulty-smtp.ts';
import { outboxHarness } from '../../../../support/outbox-harness.ts';
import { ken } from '../../../../support/section-ledger.ts';
import { accountOf, loginTo } from '../../../../support/sync-harness.ts';

let dovecot: Dovecot;
let users = 0;

beforeAll(async () => {
  dovecot = await startDovecot(Array.from({ length: 30 }, (_, index) => `user${index}`));
});
afterAll(() => dovecot.stop());

async function outbox() {
  users += 1;
  const user = `user${users}`;
  const smtp = await faultySmtp();
  const login = loginTo(dovecot, user);
  const harness = outboxHarness({
    ...accountOf(login),
    smtp: {
      ...login,
      port: smtp.port,
      security: 'starttls',
      trustedFingerprint: smtp.certificate.fingerprint,
      trustedCertificate: smtp.certificate.certificate,
    },
  });
  return { ...harness, smtp, filed: () => dovecot.messages(user, 'Sent') };
}

const three = ['hana@example.com', 'ken@minato.example', 'mio@minato.example'] as const;
const long = 'A long letter, line by line.\r\n'.repeat(20_000);
const beforeMessage = smtpSteps.filter((step) => step !== 'dot' && step !== 'QUIT');

it.each(beforeMessage)(
  'keeps a letter when the line is dropped at %s, and sends it once later',
  async (step) => {
    const { queue, runUntil, smtp, restart, isFiled, filed } = await outbox();
    smtp.faults.dropAt = step;
    const { id } = queue(step === 'body' ? long : undefined);
    const waiting = await runUntil(
      id,
      'the next try to be set',
      ({ state, attempts }) => state === 'queued' && attempts === 1,
    );
    expect(waiting.error?.code).toMatch(/^(connection-lost|tls-failed|server-misbehaved)$/);
    expect(smtp.received).toEqual([]);
    delete smtp.faults.dropAt;
    await restart(30_000);
    await runUntil(id, 'the copy in Sent', () => isFiled(id));
    expect(smtp.received).toHaveLength(1);
    expect(await filed()).toHaveLength(1);
  },
);

it('does not know whether a letter left when the line is dropped behind its last dot', async () => {
  const { queue, runUntil, smtp, restart, job } = await outbox();
  smtp.faults.dropAt = 'dot';
  const { id } = queue();
  const early = await runUntil(id, 'the doubt', ({ state }) => state === 'uncertain');
  expect(early.looked).toBeNull();
  expect(job().settle(id, 'send-again')).toMatchObject({ error: { code: 'not-looked-yet' } });
  await restart(30_000);
  const late = await runUntil(id, 'the look', ({ looked }) => looked !== null);
  expect(late.looked?.folders).toContain('INBOX');
  expect(smtp.received).toHaveLength(1);
});

it('has sent a letter whose line is dropped at QUIT', async () => {
  const { queue, runUntil, smtp, isFiled } = await outbox();
  smtp.faults.dropAt = 'QUIT';
  const { id } = queue();
  await runUntil(id, 'the copy in Sent', () => isFiled(id));
  expect(smtp.received).toHaveLength(1);
});

it('comes again to a server that greylists, and has it say what it waits for', async () => {
  const { queue, runUntil, smtp, restart, isFiled } = await outbox();
  smtp.faults.greylist = 1;
  const { id } = queue();
  const waiting = await runUntil(id, 'the wait', ({ error }) => error !== null);
  expect(waiting).toMatchObject({ state: 'queued', error: { code: 'letter-deferred' } });
  expect(waiting.error?.detail).toContain('4.7.1 Greylisted');
  await restart(30_000);
  await runUntil(id, 'the copy in Sent', () => isFiled(id));
  expect(smtp.received).toHaveLength(1);
});

it('waits for a 250 that is late, and sends once', async () => {
  const { queue, runUntil, smtp, isFiled, job, restart } = await outbox();
  let answer: () => void = () => undefined;
  smtp.faults.answerAfter = new Promise((resolve) => {
    answer = resolve;
  });
  const { id } = queue();
  await runUntil(id, 'the server to have it', () => smtp.received.length === 1);
  // A lock comes meanwhile: what was handed over is waited for.
  const stopped = job().stop();
  answer();
  await stopped;
  await restart();
  await runUntil(id, 'the copy in Sent', () => isFiled(id));
  expect(smtp.received).toHaveLength(1);
});

it('says which recipient was refused for good, and never sends to the others again', async () => {
  const { queueTo, runUntil, smtp, restart, job, filed, isFiled } = await outbox();
  smtp.faults.refuse = { [three[1]]: '550 5.1.1 No such person' };
  const { id } = queueTo(three);
  const partly = await runUntil(id, 'the end of it', ({ state }) => state === 'failed');
  expect(partly.error).toEqual({ code: 'recipients-refused' });
  expect(partly.recipients).toMatchObject([
    { address: three[0], state: 'accepted', error: null },
    { address: three[1], state: 'refused', error: { code: 'recipient-refused' } },
    { address: three[2], state: 'accepted', error: null },
  ]);
  expect(partly.recipients[1]?.error?.detail).toContain('5.1.1 No such person');
  expect(job().withdraw(id)).toMatchObject({ error: { code: 'outbox-state-changed' } });
  await runUntil(id, 'its copy', () => filedOnce(filed));
  await restart(86_400_000);
  job().start();
  smtp.faults.refuse = {};
  expect(job().retry(id).ok).toBe(true);
  await runUntil(id, 'the end of filing', () => isFiled(id));
  expect(smtp.received.map(({ rcptTo }) => rcptTo)).toEqual([[three[0], three[2]], [three[1]]]);
  expect(await filed()).toHaveLength(1);
});

it.each([
  { refused: three[0], status: 'open' },
  { refused: three[1], status: 'done' },
])('leaves a conversation $status that was done with it when $refused is refused', async (each) => {
  const { queueTo, runUntil, smtp, db } = await outbox();
  smtp.faults.refuse = { [each.refused]: '550 5.1.1 No such person' };
  const { id, conversationId, createdAt: at } = queueTo(three);
  doneWith(db, conversationId, { letter: findUndeliveredId(db, id) ?? '', actor: ken, at });
  await runUntil(id, 'the refusal', ({ state }) => state === 'failed');
  expect(findState(db, conversationId)?.status).toBe(each.status);
});

it('is left at that when staff say so, with one copy in Sent', async () => {
  const { queueTo, runUntil, smtp, job, isFiled, filed } = await outbox();
  smtp.faults.refuse = { [three[2]]: '550 5.1.1 No such person' };
  const { id } = queueTo(three);
  await runUntil(id, 'the end of it', ({ state }) => state === 'failed');
  expect(job().dismiss(id).ok).toBe(true);
  await runUntil(id, 'the end of filing', () => isFiled(id));
  expect(await filed()).toHaveLength(1);
  expect(smtp.received).toHaveLength(1);
});

it('comes again for the one recipient that was put off, and for nobody else', async () => {
  const { queueTo, runUntil, smtp, restart, isFiled, filed, left } = await outbox();
  smtp.faults.refuse = { [three[0]]: '450 4.2.1 Mailbox busy' };
  const { id } = queueTo(three);
  const waiting = await runUntil(id, 'the wait', ({ error }) => error !== null);
  expect(waiting).toMatchObject({ state: 'queued', error: { code: 'letter-deferred' } });
  expect(waiting.recipients.map(({ state }) => state)).toEqual(['waiting', 'accepted', 'accepted']);
  smtp.faults.refuse = {};
  await restart(30_000);
  await runUntil(id, 'the end of filing', () => isFiled(id));
  expect(smtp.received.map(({ rcptTo }) => rcptTo)).toEqual([[three[1], three[2]], [three[0]]]);
  expect(await filed()).toHaveLength(1);
  expect(left()).toEqual(['2 mail by Ken Abe', '2 refused', '4 mail by Ken Abe']);
});

it('has reached nobody when the message itself is refused', async () => {
  const { queueTo, runUntil, smtp, filed } = await outbox();
  smtp.faults.refuseMessage = '554 5.7.1 Looks like spam';
  const { id } = queueTo(three);
  const failed = await runUntil(id, 'the refusal', ({ state }) => state === 'failed');
  expect(failed.error).toMatchObject({ code: 'letter-refused' });
  expect(failed.error?.detail).toContain('Looks like spam');
  expect(failed.recipients.map(({ state }) => state)).toEqual(['refused', 'refused', 'refused']);
  expect(await filed()).toEqual([]);
});

it('tells a server that hangs up in doubt of those whom it had refused by then', async () => {
  const { queueTo, runUntil, smtp } = await outbox();
  smtp.faults.refuse = { [three[1]]: '550 5.1.1 No such person' };
  smtp.faults.dropAt = 'dot';
  const { id } = queueTo(three);
  const doubt = await runUntil(id, 'the doubt', ({ state }) => state === 'uncertain');
  expect(doubt.recipients.map(({ state }) => state)).toEqual(['waiting', 'refused', 'waiting']);
});

it('gives no password to a server that offers no STARTTLS', async () => {
  const { queue, runUntil, smtp } = await outbox();
  smtp.faults.hasNoStartTls = true;
  const { id } = queue();
  const failed = await runUntil(id, 'the refusal', ({ state }) => state === 'failed');
  expect(failed.error).toMatchObject({ code: 'starttls-missing' });
  expect(smtp.heard).not.toContain('AUTH');
});

it('gives no password to a server whose certificate has changed', async () => {
  const { queue, runUntil, smtp } = await outbox();
  smtp.faults.certificate = await testCertificate();
  const { id } = queue();
  const failed = await runUntil(id, 'the refusal', ({ state }) => state === 'failed');
  expect(failed.error).toMatchObject({ code: 'certificate-changed' });
  expect(smtp.heard).not.toContain('AUTH');
});

it('hands nothing over on a full disk, says so, and sends once there is room', async () => {
  const { queue, runUntil, smtp, db, job, restart, isFiled } = await outbox();
  const { id } = queue();
  const pages = db.pragma('page_count', { simple: true }) as number;
  db.pragma(`max_page_count = ${pages}`);
  // What is left of the last pages is used up, so that the next entry of the chain has no room.
  expect(() => {
    for (;;) db.prepare(`INSERT INTO chain_entry SELECT ${nextEntry}`).run();
  }).toThrow();
  job().start();
  await job().stop();
  expect(smtp.received).toEqual([]);
  let refused: unknown = null;
  try {
    queue('A letter that has no room. '.repeat(10_000));
  } catch (error) {
    refused = error;
  }
  expect(toStoreError(refused)).toMatchObject({ code: 'disk-full' });
  db.pragma('max_page_count = 1000000');
  await restart();
  await runUntil(id, 'the copy in Sent', () => isFiled(id));
  expect(smtp.received).toHaveLength(1);
});

/** As the last one, with the next number: nobody looks at it here. */
const nextEntry = `sequence + 1, at, kind, staff_id, staff_name, target, reason, conversation_id,
  message_id, outbox_item_id, detail, mac FROM chain_entry ORDER BY sequence DESC LIMIT 1`;

async function filedOnce(filed: () => Promise<readonly unknown[]>): Promise<boolean> {
  return (await filed()).length === 1;
}
