import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import type { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createKeychain } from '../../../main/app/keychain.ts';
import { paperOrNone } from '../../../main/app/paper-or-none.ts';
import { systemClock } from '../../../main/engine/clock.ts';
import { createRefusals } from '../../../main/engine/egress/refusals.ts';
import { createBodyJob } from '../../../main/engine/jobs/bodies/body-job.ts';
import { createCheckpointJob } from '../../../main/engine/jobs/checkpoint/checkpoint-job.ts';
import { createExpiryJob } from '../../../main/engine/jobs/expiry/expiry-job.ts';
import { createForgettingJob } from '../../../main/engine/jobs/forgetting/forgetting-job.ts';
import { createIntakeJob } from '../../../main/engine/jobs/intake/intake-job.ts';
import { createRetentionJob } from '../../../main/engine/jobs/retention/retention-job.ts';
import { createServerDraftsJob } from '../../../main/engine/jobs/server-drafts/server-drafts-job.ts';
import { createWakingJob } from '../../../main/engine/jobs/waking/waking-job.ts';
import type { Ledger } from '../../../main/engine/ledger/ledger.ts';
import type { Log } from '../../../main/engine/log.ts';
import type { LogEvent } from '../../../main/engine/log-events.ts';
import { createAnswerLanding } from '../../../main/engine/services/land-answers.ts';
import type { SectionDatabase } from '../../../main/engine/store/open-database.ts';
import { type EngineCallName, engineCalls } from '../../../shared/contract.ts';
import { failure, success } from '../../../shared/errors.ts';
import { MessageId } from '../../../shared/ids.ts';
import { type Dovecot, startDovecot } from '../../support/dovecot.ts';
import { testEngine } from '../../support/engine.ts';
import { eraseMails } from '../../support/erased-mails.ts';
import { hearing, keptLog } from '../../support/kept-log.ts';
import { meddlingProxy, refusing } from '../../support/meddling-proxy.ts';
import { noMime } from '../../support/no-mime.ts';
import { outboxHarness } from '../../support/outbox-harness.ts';
import { personalText, piecesIn } from '../../support/personal-text.ts';
import { scriptedServer } from '../../support/scripted-server.ts';
import { type SmtpServer, startSmtpServer } from '../../support/smtp-server.ts';
import { accountOf, loginTo, syncHarness } from '../../support/sync-harness.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { waitFor } from '../../support/wait-for.ts';

const passphrase = 'lantern ferry orchard nine';
const callNames = Object.keys(engineCalls) as EngineCallName[];

/** Other texts in each run; a failure shows what was found. */
const texts = fc.sample(personalText, 30);
/** All of them in one line, as a server may say them, and as bytes of UTF-8 for a socket. */
const words = texts.join(' ').replaceAll(/\s+/g, ' ');
const wordsAsBytes = Buffer.from(words).toString('latin1');

let dovecot: Dovecot;
let smtp: SmtpServer;

beforeAll(async () => {
  dovecot = await startDovecot(['absent', 'ended', 'kept', 'skipped', 'outbox']);
  smtp = await startSmtpServer();
});
afterAll(async () => {
  await smtp.stop();
  await dovecot.stop();
});

/** An engine of a member of staff with a name like a reader's. */
async function signedIn(log: Log) {
  const folder = temporaryFolder();
  const { engine, ask } = testEngine(folder, log);
  const { staff } = (await ask('session.create', { name: texts[0] ?? '', passphrase })).state;
  if (staff === null) throw new Error('nobody is signed in');
  return { folder, engine, ask, staffId: staff.id };
}

/** Throws the words at whoever looks at anything of it. */
const thrower = new Proxy(
  {},
  {
    get: () => throwWords(),
    has: () => throwWords(),
    ownKeys: () => throwWords(),
    getPrototypeOf: () => throwWords(),
  },
);

function throwWords(): never {
  throw Object.assign(new Error(words), { name: words, code: words, cause: new Error(words) });
}

function accountWith(imap: Parameters<typeof accountOf>[0]) {
  return {
    ...accountOf(imap),
    smtp: {
      ...imap,
      port: smtp.port,
      user: smtp.user,
      password: smtp.password,
      trustedFingerprint: smtp.certificate.fingerprint,
      trustedCertificate: smtp.certificate.certificate,
    },
  };
}

function letter(index: number): string {
  return (
    `From: =?UTF-8?B?${Buffer.from(texts[1] ?? '').toString('base64')}?= <l@example.com>\r\n` +
    `Subject: ${words.slice(0, 400)}\r\nMessage-ID: <l${index}@example.com>\r\n\r\n${words}\r\n`
  );
}

/** Logged where only a whole app is: test/e2e/logs.test.ts, and for every value log-line.test.ts. */
type OfTheApp =
  | 'start.failed'
  | 'lock.failed'
  | 'call.refused'
  | 'request.refused'
  | 'engine.crashed';

/** What makes the real engine log each of its events, with the words in everything that fails. */
const provocations: Readonly<
  Record<Exclude<LogEvent, OfTheApp>, (log: Log, folder: string) => Promise<unknown>>
> = {
  'call.failed': async (log) => {
    const { engine } = await signedIn(log);
    for (const name of callNames) await engine.call(name, thrower);
  },
  'section.closed': async (log) => {
    const { folder, engine, staffId } = await signedIn(log);
    await engine.close();
    const path = join(folder, 'sections', 'members.db');
    writeFileSync(path, words.repeat(20));
    await testEngine(folder, log).ask('session.unlock', { staffId, passphrase });
  },
  'section.rekey-waits': async (log) => {
    const { folder, engine, staffId } = await signedIn(log);
    // What stands in its way: a folder in the place of the copy.
    mkdirSync(join(folder, 'sections', 'members.db.rekey'));
    await engine.call('section.rekey', { sectionId: 'members' });
    await engine.close();
    await testEngine(folder, log).ask('session.unlock', { staffId, passphrase });
  },
  'ledger.head-late': async (log) => {
    const { folder, engine, staffId } = await signedIn(log);
    await engine.close();
    // What stands in its way: a folder in the place of the file that is written first.
    mkdirSync(join(folder, 'sections', 'members.db-head.new'));
    await testEngine(folder, log).ask('session.unlock', { staffId, passphrase });
  },
  'ledger.head-wrong': async (log) => {
    const { folder, engine, staffId } = await signedIn(log);
    await engine.close();
    writeFileSync(join(folder, 'sections', 'members.db-head'), words);
    await testEngine(folder, log).ask('session.unlock', { staffId, passphrase });
  },
  'backup.failed': async (log) => {
    const { folder, engine } = await signedIn(log);
    // What stands in its way: a file in the place of the folder.
    writeFileSync(join(folder, 'backups'), words);
    await engine.call('backup.make', { sectionId: 'members' });
  },
  'checkpoint.failed': async (log) => {
    const path = join(temporaryFolder(), 'section.db');
    writeFileSync(`${path}-wal`, Buffer.alloc(2 ** 21));
    const db = { name: path, open: true, pragma: () => 0 } as unknown as SectionDatabase;
    const answer = Promise.resolve(failure('disk-full', words));
    const threads = { start: () => ({ answer, cancel: async () => undefined }) };
    const job = createCheckpointJob({ db, path, key: Buffer.alloc(32), threads, log });
    await job.whileWriting(async () => undefined);
  },
  'egress.refused': async (log) => createRefusals({ now: Date.now, log }).record(words),
  'sync.absent': async (log) => {
    for (let index = 0; index < 2; index += 1) dovecot.deliver('absent', letter(index));
    const { login, meddling } = await meddlingProxy(dovecot, 'absent');
    meddling.refuse = refusing(/UID FETCH \S+ .*BODY/, `NO [SERVERBUG] ${wordsAsBytes}`);
    await syncHarness(accountOf(login), { log }).catchUp();
  },
  'sync.kept': async (log) => {
    dovecot.deliver('kept', letter(0));
    const { login, meddling } = await meddlingProxy(dovecot, 'kept');
    meddling.refuse = refusing(/UID STORE/, `NO ${wordsAsBytes}`);
    const { hear, hears } = hearing(log, 'sync.kept');
    const { db, catchUp, job } = syncHarness(accountOf(login), { log: hear });
    await catchUp();
    eraseMails(db, db.prepare('SELECT subject FROM message').pluck().get() as string);
    job.poke();
    await hears();
  },
  'sync.skipped': async (log) => {
    await dovecot.doveadm('mailbox', 'create', '-s', '-u', 'skipped', 'Desk');
    const { login, meddling } = await meddlingProxy(dovecot, 'skipped');
    meddling.refuse = refusing(/SELECT Desk/, `NO ${wordsAsBytes}`);
    const { hear, hears } = hearing(log, 'sync.skipped');
    await syncHarness(accountOf(login), { log: hear }).catchUp();
    await hears();
  },
  'sync.ended': async (log) => {
    dovecot.deliver('ended', letter(0));
    const { login, meddling } = await meddlingProxy(dovecot, 'ended');
    meddling.rewrite = (line) =>
      /^\* E?SEARCH/.test(line) ? '* OK hm' : line.replace(/OK Search.*/, `NO ${wordsAsBytes}`);
    const { job, statuses } = syncHarness(accountOf(login), { log });
    job.start();
    await waitFor('the refusal', () => statuses.at(-1)?.error?.code === 'server-refused');
  },
  'outbox.outcome': async (log) => {
    smtp.trouble.refuseRecipient = { code: 550, text: `5.1.1 ${words.slice(0, 300)}` };
    onTestFinished(() => {
      delete smtp.trouble.refuseRecipient;
    });
    const { queue, runUntil } = outboxHarness(accountWith(loginTo(dovecot, 'outbox')), { log });
    const { id } = queue(words);
    const failed = await runUntil(id, 'the refusal', ({ state }) => state === 'failed');
    expect(failed.error?.detail).toContain(words.slice(0, 100));
  },
  'outbox.filing-failed': async (log) => {
    const client = { list: async () => throwWords(), logout: async () => undefined };
    const openImap = async () => success(client as unknown as ImapFlow);
    const account = accountWith(loginTo(dovecot, 'outbox'));
    const { queue, runUntil } = outboxHarness(account, { log, openImap });
    await runUntil(queue(words).id, 'the sending', ({ state }) => state === 'sent');
  },
  'forgetting.failed': async (log) => {
    const db = { prepare: throwWords } as unknown as SectionDatabase;
    createForgettingJob({ db, log }).wake();
  },
  'drafts.failed': async (log) => {
    const db = { prepare: throwWords } as unknown as SectionDatabase;
    createServerDraftsJob({
      db,
      log,
      clock: systemClock,
      isOn: () => true,
      isOpen: () => false,
      account: () => null,
      ledger: {} as Ledger,
      mime: noMime,
      changed: () => undefined,
      forgotten: () => undefined,
      compose: async () => Buffer.from(''),
      openImap: async () => failure('cancelled'),
    }).look();
  },
  'retention.failed': async (log) => {
    const db = { prepare: throwWords } as unknown as SectionDatabase;
    const ledger = {} as Ledger;
    const ignored = () => undefined;
    const deps = { db, ledger, clock: systemClock, log, forgotten: ignored };
    createRetentionJob({ ...deps, statusChanged: ignored }).start();
  },
  'paper.failed': async (log) => {
    await paperOrNone(async () => throwWords(), log)('');
  },
  'expiry.failed': async (log) => {
    const { start, stop } = createExpiryJob({ log, expire: throwWords, changed: () => undefined });
    start();
    await stop();
  },
  'bodies.failed': async (log) => {
    const deps = { log, settings: throwWords } as unknown as Parameters<typeof createBodyJob>[0];
    const { tidy, stop } = createBodyJob(deps);
    tidy();
    await stop();
  },
  'intake.failed': async (log) => {
    const db = { prepare: throwWords } as unknown as SectionDatabase;
    const { look, stop } = createIntakeJob({
      ...{ db, log, takeIn: async () => undefined, changed: () => undefined },
    });
    look();
    await stop();
  },
  'waking.failed': async (log) => {
    const db = { transaction: throwWords } as unknown as SectionDatabase;
    createWakingJob({ db, clock: systemClock, log, changed: () => undefined }).look();
  },
  'review.failed': async (log) => {
    const db = { prepare: throwWords } as unknown as SectionDatabase;
    const ledger = { write: throwWords } as unknown as Ledger;
    createAnswerLanding({ id: 'members', db, ledger, clock: systemClock, log }).look();
  },
  'outbox.failed': async (log) => {
    const { db, queue, job } = outboxHarness(accountWith(loginTo(dovecot, 'outbox')), { log });
    queue(words);
    db.exec(`CREATE TRIGGER refuse BEFORE UPDATE ON outbox_item
      BEGIN SELECT RAISE(ABORT, '${words.replaceAll("'", '')}'); END`);
    job().start();
  },
  'keychain.failed': async (log, folder) =>
    createKeychain({
      safeStorage: {
        isEncryptionAvailable: () => true,
        getSelectedStorageBackend: () => 'kwallet6',
        encryptString: throwWords,
        decryptString: throwWords,
      },
      platform: 'linux',
      path: join(folder, 'device-secret'),
      log,
    }).deviceSecret(),
  'remembering.failed': async (log, folder) => {
    // What stands in its way: a folder in the place of the file beside.
    mkdirSync(join(folder, 'remembered.json.new'));
    const deviceSecret = async () => randomBytes(32);
    const engine = testEngine(folder, log, deviceSecret);
    const { state } = await engine.ask('session.create', { name: words.slice(0, 99), passphrase });
    const staffId = state.staff?.id;
    if (staffId === undefined) throw new Error('no profile');
    await engine.ask('session.unlock', { staffId, passphrase, staysSignedIn: true });
  },
  'process.failed': async (_log, folder) => {
    const bugs = ['throw new Error(words)', 'Promise.reject(Object.assign(new Error(words)))'];
    for (const bug of bugs) {
      const program = `
        import { createLogFile } from './main/app/log-file.ts';
        import { logUncaught } from './main/engine/log-uncaught.ts';
        const words = ${JSON.stringify(words)};
        logUncaught(createLogFile({ folder: ${JSON.stringify(folder)}, now: Date.now }), () =>
          process.exit(1));
        ${bug};`;
      const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
      await expect(run).rejects.toMatchObject({ code: 1, stdout: '', stderr: '' });
    }
  },
};

it.each(Object.entries(provocations))(
  'logs %s without a word of anybody, whatever failed',
  async (event, provoke) => {
    const { folder, log, read } = keptLog();
    await provoke(log, folder);
    await waitFor(event, () => read().includes(` ${event} {`));
    expect(piecesIn(read(), words)).toEqual([]);
    expect(read()).toMatch(/^[\n -~]+$/);
  },
);

it('logs nothing of what it is asked with and of what servers say', async () => {
  const { log, read } = keptLog();
  const { engine, staffId } = await signedIn(log);
  const imap = await scriptedServer(
    (socket) => socket.write(`* OK ${words}\r\n`),
    (heard, socket) => socket.write(`${heard.split(' ')[0]} NO ${words}\r\n`),
  );
  const sending = await scriptedServer(
    (socket) => socket.write(`220 ${words}\r\n`),
    (_heard, socket) => socket.write(`550 5.3.2 ${words}\r\n`),
  );
  const text = words.slice(0, 400);
  const server = { host: '127.0.0.1', security: 'starttls', user: text.slice(0, 99) } as const;
  const input = {
    sectionId: 'world-services',
    conversationId: 1,
    messageId: 1,
    outboxItemId: 1,
    staffId,
    passphrase: text,
    name: text.slice(0, 99),
    text,
    query: text,
    index: 0,
    seen: true,
    view: 'inbox',
    offset: 0,
    limit: 1,
    token: '6e4c0ef5-9a2f-4a55-8c6e-6ee0a2a4e1ab',
    decision: 'was-sent',
    passwords: { imap: text, smtp: text },
    settings: {
      senderName: text.slice(0, 99),
      senderAddress: 'hanako@xn--wgv71a119e.example',
      imap: { ...server, port: imap.port, trustedFingerprint: null },
      smtp: { ...server, port: sending.port, trustedFingerprint: null },
    },
  };
  const ofMember = {
    ...{ sectionId: 'members', memberId: 1, asOf: null, sequence: 2, field: 'custom' },
    ...{ query: text.slice(0, 200), offset: 0, limit: 1, reason: text },
    fields: {
      ...{ familyName: text.slice(0, 99), notes: text, phones: [`${text.slice(0, 40)}@`] },
      custom: [{ label: text.slice(0, 99), text }],
    },
  };
  const { phones: _, ...fields } = ofMember.fields;
  await engine.call('member.save', { ...ofMember, memberId: null, fields });
  const answers = await Promise.all(
    callNames.map(async (name) => {
      const known = [input, ofMember].find((one) => engineCalls[name].input.safeParse(one).success);
      return JSON.stringify(await engine.call(name, known ?? null));
    }),
  );
  for (const name of ['member.read', 'member.reveal', 'member.revealChange'] as const)
    expect(answers[callNames.indexOf(name)]).toMatch(/"ok":true/);
  expect(answers[callNames.indexOf('member.save')]).toContain('"faulty"');
  // What staff see has the servers' words; the log has not.
  expect(answers[callNames.indexOf('account.test')]).toContain(wordsAsBytes.slice(0, 50));
  await engine.saveAttachment({
    ...{ sectionId: 'members', messageId: MessageId.parse(1), index: 0 },
    path: join(temporaryFolder(), text.slice(0, 60)),
  });
  expect(piecesIn(read(), words)).toEqual([]);
  expect(read()).toMatch(/^[\n -~]*$/);
});
