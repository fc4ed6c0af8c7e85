import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSocket } from '../../../../../main/engine/egress/open-socket.ts';
import { openImap } from '../../../../../main/engine/mail/imap/open-imap.ts';
import type { SectionDatabase } from '../../../../../main/engine/store/open-database.ts';
import { type Dovecot, startDovecot } from '../../../../support/dovecot.ts';
import { startEngineProcess } from '../../../../support/engine-process.ts';
import { meddlingProxy } from '../../../../support/meddling-proxy.ts';
import { plainImap, scriptedServer } from '../../../../support/scripted-server.ts';
import { storedInbox } from '../../../../support/stored-inbox.ts';
import { accountOf, loginTo, syncHarness } from '../../../../support/sync-harness.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { waitFor } from '../../../../support/wait-for.ts';

/*
 * A server that means harm, or is broken beyond what a person would think of: Dovecot behind a proxy
 * that answers in its place. Each time the store is as it was, and an honest server finds it so.
 */

const sectionId = 'world-services' as const;
let dovecot: Dovecot;
let users = 0;
beforeAll(async () => {
  dovecot = await startDovecot(Array.from({ length: 20 }, (_, index) => `user${index}`));
});
afterAll(() => dovecot.stop());

const letter = (subject: string, body = 'words') =>
  `From: Hana <hana@example.com>\r\nSubject: ${subject}\r\n` +
  `Message-ID: <${subject}@example.com>\r\n\r\n${body}\r\n`;

async function newsroom() {
  users += 1;
  const user = `user${users}`;
  for (const subject of ['one', 'two']) dovecot.deliver(user, letter(subject));
  const proxy = await meddlingProxy(dovecot, user);
  const harness = syncHarness(accountOf(proxy.login));
  const { job, statuses } = harness;
  const phase = (wanted: string) =>
    waitFor(`the sync to be ${wanted}`, () => statuses.at(-1)?.phase === wanted);
  return {
    ...{ user, ...proxy, ...harness },
    phase,
    errors: () => statuses.flatMap(({ error }) => (error === null ? [] : [error.code])),
    async synced() {
      job.start();
      await phase('live');
    },
    onServer: async () => (await dovecot.messages(user)).map(({ uid, raw }) => ({ uid, raw })),
  };
}

const everything = (db: SectionDatabase) =>
  ['message', 'folder_message', 'conversation', 'thread_reference'].map((table) =>
    db.prepare(`SELECT * FROM ${table}`).raw().all(),
  );

const harms = [
  {
    harm: 'announces a literal of 4 GB',
    to: /UID FETCH .*BODY/,
    answer: () => '* 3 FETCH (UID 3 BODY[] {4294967296}\r\nnothing much',
  },
  {
    harm: 'sends a line without an end',
    to: /UID SEARCH/,
    answer: () => `* SEARCH${' 1'.repeat(20_000_000)}`,
  },
  {
    harm: 'has a response of a million words',
    to: /UID SEARCH/,
    answer: () => `* 1 FETCH (FLAGS (${'a '.repeat(1_000_000)}))\r\n`,
  },
  {
    harm: 'lists two million folders',
    to: / X?LIST/,
    answer: () => '* LIST () "/" folder\r\n'.repeat(2_000_000),
  },
  {
    harm: 'never comes to the end of a login',
    to: / (LOGIN|AUTHENTICATE)/,
    answer: () => '* CAPABILITY IMAP4rev1 X-MORE\r\n'.repeat(1_000_000),
  },
];

it.each(harms)(
  'ends a connection that $harm, by name, with the store as it was',
  async ({ to, answer }) => {
    const { user, db, job, meddling, phase, errors, synced, onServer } = await newsroom();
    await synced();
    await job.stop();
    const before = everything(db);
    dovecot.deliver(user, letter('three'));
    let answered = 0;
    meddling.refuse = (command) => {
      if (!to.test(command)) return null;
      answered += 1;
      return answer();
    };
    job.start();
    await phase('waiting');
    expect(errors()).toEqual(['server-misbehaved']);
    expect(answered).toBeLessThanOrEqual(2);
    expect(everything(db)).toEqual(before);
    meddling.refuse = () => null;
    await synced();
    expect(storedInbox(db)).toEqual(await onServer());
  },
);

it.each(harms)(
  'keeps the engine under 500 MB when a server $harm again and again',
  async ({ to, answer }) => {
    const { login, meddling, user } = await newsroom();
    const engine = await startEngineProcess(temporaryFolder());
    const { password, trustedCertificate: _, ...server } = login;
    await engine.ask('account.save', {
      sectionId,
      settings: {
        ...{ senderName: 'World Services', senderAddress: `${user}@minato.example` },
        ...{ imap: server, smtp: server },
      },
      passwords: { imap: password, smtp: password },
    });
    const status = async () => (await engine.ask('section.list', null))[0]?.sync;
    const whenLive = () => waitFor('the sync', async () => (await status())?.phase === 'live');
    await whenLive();
    for (let time = 1; time <= 3; time += 1) {
      dovecot.deliver(user, letter(`later${time}`));
      meddling.refuse = (command) => (to.test(command) ? answer() : null);
      await engine.ask('sync.reconnect', { sectionId });
      await waitFor('the end', async () => (await status())?.error?.code === 'server-misbehaved');
      meddling.refuse = () => null;
      await engine.ask('sync.start', { sectionId });
      await whenLive();
    }
    const megabytes = engine.peakMemory() / 1e6;
    console.log(`${to}: the engine held ${megabytes.toFixed(0)} MB at most`);
    expect(megabytes).toBeLessThan(500);
  },
  60_000,
);

const deep = `${'('.repeat(1000)}"text" "plain"${')'.repeat(1000)}`;

it.each([
  {
    harm: 'gives UIDs that go down, and some twice',
    rewrite: (line: string) => line.replace(/^\* SEARCH.*/, '* SEARCH 2 1 2 1'),
  },
  {
    harm: 'tells of a message a thousand parts deep',
    rewrite: (line: string) =>
      line.replace(/^\* SEARCH/, `* 1 FETCH (UID 1 BODYSTRUCTURE ${deep})\r\n* SEARCH`),
  },
  {
    harm: 'has no idea of UTF-8',
    rewrite: (line: string) =>
      line
        .replace(/^\* SEARCH/, '* OK \xff\xfe\xc3(\r\n* LIST (\\\xff) "/" "\xc3("\r\n* SEARCH')
        .replace(/ completed/, ' \x80\xff'),
  },
  {
    harm: 'sends NUL bytes and empty lines',
    rewrite: (line: string) => line.replace(/^\* SEARCH/, '\r\n* OK a\0b\r\n*\r\n* SEARCH'),
  },
])('goes on with a server that $harm', async ({ rewrite }) => {
  const { db, meddling, synced, onServer } = await newsroom();
  meddling.rewrite = rewrite;
  await synced();
  expect(storedInbox(db)).toEqual(await onServer());
});

it('hears nothing of what comes after a goodbye', async () => {
  const { db, job, meddling, phase, synced, errors } = await newsroom();
  await synced();
  await job.stop();
  const before = everything(db);
  meddling.refuse = (command) =>
    /UID SEARCH|IDLE/.test(command)
      ? '* BYE Enough\r\n* 0 EXISTS\r\n* VANISHED 1:2\r\n* SEARCH\r\na1 OK\r\n'
      : null;
  job.poke();
  job.start();
  await phase('waiting');
  expect(errors()).toEqual(['server-ended']);
  expect(everything(db)).toEqual(before);
});

it('fetches the beginning of a message that is larger than any provider takes, and all others whole', async () => {
  const { user, db, synced, errors } = await newsroom();
  dovecot.deliver(user, letter('huge', `Here it is\r\n${'m'.repeat(75)}\r\n`.repeat(1_800_000)));
  await synced();
  expect(errors()).toEqual([]);
  const stored = db.prepare('SELECT subject, part, size FROM message ORDER BY subject').all();
  expect(stored).toMatchObject([
    { subject: 'huge', part: 'beginning', size: 160_200_082 },
    { subject: 'one', part: 'whole' },
    { subject: 'two', part: 'whole' },
  ]);
}, 60_000);

it.each([
  { trick: 'has no STARTTLS any more', server: plainImap, code: 'starttls-missing' },
  {
    trick: 'slips something in before TLS begins',
    server: () =>
      scriptedServer(
        (socket) => socket.write('* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n'),
        (heard, socket) => {
          const [tag = '*', command = ''] = heard.trim().split(/\s/);
          const more = /starttls/i.test(command) ? '* 1 EXISTS\r\n' : '* CAPABILITY IMAP4rev1\r\n';
          socket.write(`${tag} OK begin\r\n${more}`);
        },
      ),
    code: 'tls-failed',
  },
])('sends no password to a server that $trick', async ({ server, code }) => {
  const { port, heard } = await server();
  const login = { ...loginTo(dovecot, 'user0'), port, security: 'starttls' as const };
  const timeouts = { connect: 5000, greeting: 5000, socket: 5000 };
  const opened = await openImap(login, { connect: openSocket, timeouts });
  expect(opened).toMatchObject({ ok: false, error: { code } });
  expect(heard()).not.toMatch(/LOGIN|AUTHENTICATE/i);
  expect(heard()).not.toContain(login.password);
});
