import { afterAll, beforeAll, expect, it } from 'vitest';
import { findDraft, saveDraft } from '../../../../../main/engine/store/drafts.ts';
import { findOutboxItem } from '../../../../../main/engine/store/outbox-items.ts';
import { type Dovecot, startDovecot } from '../../../../support/dovecot.ts';
import { outboxHarness } from '../../../../support/outbox-harness.ts';
import { plainLetter } from '../../../../support/plain-letter.ts';
import { hana } from '../../../../support/section-ledger.ts';
import { type SmtpServer, startSmtpServer } from '../../../../support/smtp-server.ts';
import { accountOf, loginTo } from '../../../../support/sync-harness.ts';

let dovecot: Dovecot;
let smtp: SmtpServer;
let users = 0;
const began = Date.UTC(2026, 10, 24, 9);
const undo = { for: 'undo', until: began + 15_000, zone: null } as const;
const tomorrow = { for: 'schedule', until: began + 86_400_000, zone: 'Asia/Tokyo' } as const;

beforeAll(async () => {
  dovecot = await startDovecot(Array.from({ length: 10 }, (_, index) => `user${index}`));
  smtp = await startSmtpServer();
});
afterAll(async () => {
  await smtp.stop();
  await dovecot.stop();
});

function outbox() {
  users += 1;
  const login = loginTo(dovecot, `user${users}`);
  const before = smtp.received.length;
  const harness = outboxHarness({
    ...accountOf(login),
    smtp: {
      ...login,
      ...{ port: smtp.port, user: smtp.user, password: smtp.password },
      trustedFingerprint: smtp.certificate.fingerprint,
      trustedCertificate: smtp.certificate.certificate,
    },
  });
  return { ...harness, received: () => smtp.received.length - before };
}

it('waits as long as it can be called back, over a restart too, and then leaves', async () => {
  const { queue, runUntil, received, restart, isFiled } = outbox();
  const { id } = queue('At nine.', undo);
  await restart(14_000);
  const waiting = await runUntil(id, 'the look', ({ state }) => state === 'waiting');
  expect(waiting).toMatchObject({ waitsFor: 'undo', retryAt: undo.until, zone: null });
  await restart();
  expect(received()).toBe(0);
  await restart(1000);
  await runUntil(id, 'the copy in Sent', () => isFiled(id));
  expect(received()).toBe(1);
});

it('comes back as the draft that it was, copies and order included', () => {
  const { queueTo, db, job, left } = outbox();
  const { id, conversationId } = queueTo([
    'hana@example.com',
    'zoe@minato.example',
    'ann@minato.example',
  ]);
  db.prepare(`UPDATE outbox_item SET html = '<p>Yes</p>' WHERE id = ?`).run(id);
  const expected = {
    html: '<p>Yes</p>',
    cc: ['zoe@minato.example', 'ann@minato.example'],
    bcc: [],
  };
  expect(job().withdraw(id)).toMatchObject({ ok: true, value: expected });
  expect(findDraft(db, { conversationId, kind: 'reply', writer: hana })).toMatchObject(expected);
  expect(findOutboxItem(db, id)).toBeNull();
  expect(left()).toEqual([]);
});

it('joins a letter that is called back to what was typed since, rich text and copies too', () => {
  const { queueTo, db, job } = outbox();
  const { id, conversationId, text } = queueTo(['hana@example.com', 'ann@minato.example']);
  const place = { conversationId, kind: 'reply', writer: hana } as const;
  const typed = {
    text: 'And <this>.',
    html: '<p>And <b>this</b>.</p>',
    cc: ['Ann@minato.example', 'bo@minato.example'],
    bcc: [],
    quote: null,
  };
  saveDraft(db, place, typed, 1);
  expect(job().withdraw(id)).toMatchObject({
    ok: true,
    value: {
      text: `${text}\n\nAnd <this>.`,
      html: `<p>${text}</p><p>And <b>this</b>.</p>`,
      cc: ['ann@minato.example', 'bo@minato.example'],
    },
  });
});

it('keeps its time when the clock is put back, and can be called back no longer than any', async () => {
  const { queue, runUntil, received, restart, db } = outbox();
  const scheduled = queue('Tomorrow.', tomorrow).id;
  const undoable = queue('Soon.', undo).id;
  await restart(-365 * 86_400_000);
  await runUntil(undoable, 'the shorter wait', ({ retryAt }) => (retryAt ?? 0) < began);
  expect(findOutboxItem(db, undoable)?.retryAt).toBe(began - 365 * 86_400_000 + 60_000);
  expect(findOutboxItem(db, scheduled)).toMatchObject({
    state: 'waiting',
    retryAt: tomorrow.until,
    zone: 'Asia/Tokyo',
  });
  expect(received()).toBe(0);
});

it('leaves at its time, at another when it is given one, or at once', async () => {
  const { queue, runUntil, received, restart, isFiled, job } = outbox();
  const [first, second] = [queue('One.', tomorrow).id, queue('Two.', tomorrow).id];
  const later = { at: tomorrow.until + 86_400_000, zone: 'Europe/Berlin' };
  expect(job().reschedule(first, later)).toMatchObject({
    ok: true,
    value: { state: 'waiting', waitsFor: 'schedule', retryAt: later.at, zone: later.zone },
  });
  expect(job().reschedule(first, { at: began, zone: 'UTC' })).toMatchObject({
    error: { code: 'schedule-passed' },
  });
  expect(job().retry(second)).toMatchObject({ ok: true, value: { waitsFor: null } });
  await runUntil(second, 'the copy in Sent', () => isFiled(second));
  expect(received()).toBe(1);
  await restart(86_400_000);
  await runUntil(first, 'the wait', ({ state }) => state === 'waiting');
  await restart(86_400_000);
  await runUntil(first, 'the copy in Sent', () => isFiled(first));
  expect(received()).toBe(2);
});

it('has nothing to take back of a letter that has left', async () => {
  const { queue, runUntil, isFiled, job, db } = outbox();
  const { id, conversationId } = queue();
  saveDraft(db, { conversationId, kind: 'reply', writer: hana }, plainLetter('Typed since.'), 1);
  await runUntil(id, 'the copy in Sent', () => isFiled(id));
  expect(job().withdraw(id)).toMatchObject({ error: { code: 'outbox-state-changed' } });
  expect(findDraft(db, { conversationId, kind: 'reply', writer: hana })?.text).toBe('Typed since.');
});
