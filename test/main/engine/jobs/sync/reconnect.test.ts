import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SyncStatus } from '../../../../../shared/model/sync-status.ts';
import { type Dovecot, startDovecot } from '../../../../support/dovecot.ts';
import { meddlingProxy, refusing } from '../../../../support/meddling-proxy.ts';
import { scriptedServer } from '../../../../support/scripted-server.ts';
import { accountOf, syncHarness } from '../../../../support/sync-harness.ts';
import { waitFor } from '../../../../support/wait-for.ts';

let dovecot: Dovecot;
let users = 0;
beforeAll(async () => {
  dovecot = await startDovecot(Array.from({ length: 12 }, (_, index) => `user${index}`));
});
afterAll(() => dovecot.stop());

async function newsroom() {
  users += 1;
  const user = `user${users}`;
  dovecot.deliver(user, 'From: Hana <hana@example.com>\r\nSubject: A question\r\n\r\nText\r\n');
  const proxy = await meddlingProxy(dovecot, user);
  const harness = syncHarness(accountOf(proxy.login));
  const ended = (phase: SyncStatus['phase']) =>
    waitFor(`the sync to be ${phase}`, () => {
      const last = harness.statuses.at(-1);
      return last?.phase === phase ? last : null;
    });
  return { user, ...proxy, ...harness, ended };
}

it.each([
  ['INUSE', 'account-in-use'],
  ['LIMIT', 'server-limit'],
  ['UNAVAILABLE', 'server-unavailable'],
  ['OVERQUOTA', 'mailbox-full'],
])(
  'has words of its own for a login that is refused with [%s], and tries again',
  async (code, known) => {
    const { job, meddling, ended } = await newsroom();
    meddling.refuse = refusing(/ (LOGIN|AUTHENTICATE)/i, `NO [${code}] Not just now`);
    job.start();
    const { error, retryAt } = await ended('waiting');
    expect(error?.code).toBe(known);
    expect(error?.detail).toContain('Not just now');
    expect(retryAt).not.toBeNull();
    meddling.refuse = () => null;
    job.start();
    expect((await ended('live')).error).toBeNull();
  },
);

it('has the same words for a command that is refused in the middle of it all', async () => {
  const { job, meddling, ended } = await newsroom();
  meddling.refuse = refusing(/ UID SEARCH/i, 'NO [LIMIT] Too many');
  job.start();
  expect((await ended('waiting')).error?.code).toBe('server-limit');
});

it.each([
  { when: 'while it is at work', during: /UID SEARCH/i },
  { when: 'while it listens', during: /IDLE/ },
])('repeats what a server says that ends the connection $when', async ({ during }) => {
  const { job, meddling, ended } = await newsroom();
  meddling.refuse = (command) =>
    during.test(command) ? '* BYE Down for the night until six\r\n' : null;
  job.start();
  const { error } = await ended('waiting');
  expect(error).toEqual({ code: 'server-ended', detail: 'Down for the night until six' });
});

it('shows what the server wants people to see, and goes on', async () => {
  const { job, meddling, ended } = await newsroom();
  meddling.rewrite = (line) =>
    line.replace(/^\* SEARCH/, '* OK [ALERT] Mail moves to another house on Friday\r\n* SEARCH');
  job.start();
  expect((await ended('live')).alert?.words).toBe('Mail moves to another house on Friday');
});

it('connects anew at once when the network is another one, without a word of an error', async () => {
  const { job, user, db, connections, statuses, ended } = await newsroom();
  job.start();
  await ended('live');
  const before = statuses.length;
  job.reconnect();
  await waitFor('another connection', () => connections() === 2);
  await ended('live');
  expect(statuses.slice(before).filter(({ error }) => error !== null)).toEqual([]);
  expect(statuses.slice(before).map(({ phase }) => phase)).not.toContain('waiting');
  dovecot.deliver(user, 'Subject: Later\r\n\r\nText\r\n');
  await waitFor('the new letter', () =>
    db.prepare(`SELECT 1 FROM message WHERE subject = 'Later'`).get(),
  );
});

it('does not wait out its patience once the network is back, and leaves alone what staff stopped', async () => {
  const { job, meddling, connections, statuses, ended } = await newsroom();
  meddling.cutAfter = 0;
  job.start();
  await waitFor('a few tries', () => connections() >= 3 && statuses.at(-1)?.phase === 'waiting');
  const { retryAt } = await ended('waiting');
  meddling.cutAfter = Number.POSITIVE_INFINITY;
  job.reconnect();
  await ended('live');
  expect(Date.now()).toBeLessThan(retryAt ?? 0);
  await job.cancel();
  const made = connections();
  job.reconnect();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(connections()).toBe(made);
  expect(statuses.at(-1)?.phase).toBe('stopped');
});

it('takes a stranger in the place of a server that it knew for a sign-in page, and tries again', async () => {
  const { job, db, user, ended } = await newsroom();
  job.start();
  await ended('live');
  await job.stop();
  const stranger = (await meddlingProxy(dovecot, user)).login;
  const page = await scriptedServer((socket) =>
    socket.write('HTTP/1.1 302 Found\r\nLocation: http://login.hotel.example/\r\n\r\n'),
  );
  const untrusted = { ...stranger, trustedFingerprint: null, trustedCertificate: null };
  for (const port of [stranger.port, page.port]) {
    const account = accountOf({ ...untrusted, port });
    const again = syncHarness(account, { db });
    again.job.start();
    await waitFor('the stranger', () => again.statuses.at(-1)?.phase === 'waiting');
    expect(again.statuses.at(-1)?.error?.code).toBe('server-replaced');
    await again.job.stop();
  }
  const first = syncHarness(accountOf(untrusted));
  first.job.start();
  await waitFor('the stop', () => first.statuses.at(-1)?.phase === 'stopped');
  expect(first.statuses.at(-1)?.error?.code).toBe('certificate-untrusted');
});
