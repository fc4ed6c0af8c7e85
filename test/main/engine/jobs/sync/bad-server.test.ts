import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Dovecot, startDovecot } from '../../../../support/dovecot.ts';
import { meddlingProxy, refusing } from '../../../../support/meddling-proxy.ts';
import { storedInbox } from '../../../../support/stored-inbox.ts';
import { accountOf, syncHarness } from '../../../../support/sync-harness.ts';
import { waitFor } from '../../../../support/wait-for.ts';

let dovecot: Dovecot;
let users = 0;

beforeAll(async () => {
  dovecot = await startDovecot(Array.from({ length: 12 }, (_, index) => `user${index}`));
});
afterAll(() => dovecot.stop());

/** A mailbox of so many letters behind a proxy, and a sync job of it. */
async function newsroom(letters: number, options: { readonly socketTimeout?: number } = {}) {
  users += 1;
  const user = `user${users}`;
  for (let index = 0; index < letters; index += 1) dovecot.deliver(user, letter(index));
  const proxy = await meddlingProxy(dovecot, user);
  const harness = syncHarness(accountOf(proxy.login), options);
  const onServer = async () => (await dovecot.messages(user)).map(({ uid, raw }) => ({ uid, raw }));
  return { user, ...proxy, ...harness, onServer, stored: () => storedInbox(harness.db) };
}

function letter(index: number): string {
  return (
    `From: Hana Sato <hana@example.com>\r\nSubject: Letter ${index}\r\n` +
    `Message-ID: <l${index}@example.com>\r\n\r\n${'words '.repeat(1500)}\r\n`
  );
}

const lastError = (statuses: readonly { error: { code: string } | null }[]) =>
  statuses.findLast(({ error }) => error !== null)?.error?.code;

it('gets everything over a line that is cut again and again', async () => {
  const { job, meddling, stored, onServer, connections, statuses } = await newsroom(400);
  for (let cut = 1; cut <= 6; cut += 1) {
    meddling.cutAfter = 500 + Math.floor(Math.random() * 400_000);
    job.start();
    await waitFor('the cut', () => connections() >= cut && statuses.at(-1)?.phase === 'waiting');
    expect(['connection-lost', 'tls-failed']).toContain(lastError(statuses));
  }
  meddling.cutAfter = Number.POSITIVE_INFINITY;
  await waitForLive({ job, statuses });
  expect(stored()).toEqual(await onServer());
});

it('gives up on a server that stalls in the middle of a message, keeps what it has and goes on', async () => {
  const { job, meddling, stored, onServer, statuses } = await newsroom(150, {
    socketTimeout: 1000,
  });
  meddling.silentAfter = 900_000;
  job.start();
  await waitFor('the end of patience', () => statuses.at(-1)?.phase === 'waiting');
  expect(lastError(statuses)).toBe('server-stalled');
  expect(stored().length).toBeGreaterThan(0);
  meddling.silentAfter = Number.POSITIVE_INFINITY;
  await waitForLive({ job, statuses });
  expect(stored()).toEqual(await onServer());
});

it.each([
  {
    lie: 'more messages than there are',
    rewrite: (line: string) => line.replace(/^\* (\d+) EXISTS/, '* 99 EXISTS'),
  },
  {
    lie: 'UIDs that nobody has',
    rewrite: (line: string) => line.replace(/^(\* E?SEARCH .*\d)/, '$1 4000000000'),
  },
  {
    lie: 'no UIDNEXT',
    rewrite: (line: string) => line.replace(/^\* OK \[UIDNEXT \d+\]/, '* OK [X-NOTHING]'),
  },
  {
    lie: 'responses that nobody asked for',
    rewrite: (line: string) =>
      line.replace(/^\* SEARCH/, '* 3 FETCH (UID 3 FLAGS (\\Flagged))\r\n* 0 RECENT\r\n* SEARCH'),
  },
  {
    lie: 'words without a meaning',
    rewrite: (line: string) =>
      line.replace(/^\* SEARCH/, '* OK [ALERT] ほ\r\n* X-WHATEVER 1 2\r\n* SEARCH'),
  },
])('stores what there is when the server tells of $lie', async ({ rewrite }) => {
  const { job, meddling, stored, onServer, statuses } = await newsroom(5);
  meddling.rewrite = rewrite;
  await waitForLive({ job, statuses });
  expect(stored()).toEqual(await onServer());
});

it.each([
  {
    lie: 'refuses to list',
    rewrite: (line: string) =>
      /^\* E?SEARCH/.test(line) ? '* OK hm' : line.replace(/OK Search/, 'NO [UNAVAILABLE] Search'),
    code: 'server-unavailable',
  },
  {
    lie: 'promises a message of 100 GB',
    rewrite: (line: string) => line.replace(/\{\d+\}$/, '{100000000000}'),
    code: 'server-misbehaved',
  },
])('says so and loses nothing when the server $lie', async ({ rewrite, code }) => {
  const { user, job, meddling, stored, onServer, statuses } = await newsroom(5);
  await waitForLive({ job, statuses });
  await job.stop();
  dovecot.deliver(user, letter(5));
  meddling.rewrite = rewrite;
  job.start();
  await waitFor('the complaint', () => statuses.at(-1)?.phase === 'waiting');
  expect(lastError(statuses)).toBe(code);
  expect(stored()).toHaveLength(5);
  meddling.rewrite = (line) => line;
  await waitForLive({ job, statuses });
  expect(stored()).toEqual(await onServer());
});

async function waitForLive(run: {
  readonly job: { readonly start: () => void };
  readonly statuses: readonly { readonly phase: string }[];
}): Promise<void> {
  run.job.start();
  await waitFor('the sync', () => run.statuses.at(-1)?.phase === 'live');
}

it('passes over the one message that a server cannot give, and has all the others', async () => {
  const { job, meddling, stored, onServer, statuses } = await newsroom(70);
  // Refuses every FETCH of bodies that has UID 33 in it.
  meddling.refuse = (command) => {
    const [, tag, set] = /^(\S+) UID FETCH (\S+) .*BODY/.exec(command) ?? [];
    const hasIt = (set ?? '').split(',').some((part) => {
      const [from = 0, to = from] = part.split(':').map(Number);
      return Math.min(from, to) <= 33 && 33 <= Math.max(from, to);
    });
    return tag !== undefined && hasIt ? `${tag} NO [SERVERBUG] Cannot read it\r\n` : null;
  };
  await waitForLive({ job, statuses });
  expect(stored()).toEqual((await onServer()).filter(({ uid }) => uid !== 33));
});

it('tries again after a login that was refused for a while, and stops at a wrong password', async () => {
  const { job, meddling, statuses } = await newsroom(1);
  meddling.refuse = refusing(/ (LOGIN|AUTHENTICATE)/i, 'NO [UNAVAILABLE] Try again later');
  job.start();
  await waitFor('the refusal', () => statuses.at(-1)?.phase === 'waiting');
  expect(lastError(statuses)).toBe('server-unavailable');
  meddling.refuse = () => null;
  await waitForLive({ job, statuses });
});
