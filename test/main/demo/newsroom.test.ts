import { X509Certificate } from 'node:crypto';
import { ImapFlow } from 'imapflow';
import { type ParsedMail, simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningNewsroom, startNewsroom } from '../../../main/demo/newsroom.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { createManualTimers } from './manual-timers.ts';

const timers = createManualTimers();
let running: RunningNewsroom;
const clients: ImapFlow[] = [];

beforeAll(async () => {
  running = await startNewsroom({
    clock: { now: () => Date.now() },
    timers,
    random: () => 0.5,
  });
});

afterAll(async () => {
  for (const client of clients) client.close();
  await running.stop();
});

function account(sectionId: SectionId) {
  const found = running.newsroom.accounts.find((each) => each.sectionId === sectionId);
  if (found === undefined) throw new Error(`no account ${sectionId}`);
  return found;
}

async function connect(sectionId: SectionId, password?: string): Promise<ImapFlow> {
  const { user, password: right } = account(sectionId);
  const client = new ImapFlow({
    host: running.newsroom.host,
    port: running.newsroom.imapPort,
    secure: true,
    auth: { user, pass: password ?? right },
    tls: { ca: running.newsroom.certificatePem },
    logger: false,
  });
  clients.push(client);
  await client.connect();
  return client;
}

function transport(sectionId: SectionId, password?: string) {
  const { user, password: right } = account(sectionId);
  return createTransport({
    host: running.newsroom.host,
    port: running.newsroom.smtpPort,
    secure: true,
    auth: { user, pass: password ?? right },
    tls: { ca: running.newsroom.certificatePem },
  });
}

type Fetched = { readonly seen: boolean; readonly source: Buffer; readonly mail: ParsedMail };

async function fetchFolder(client: ImapFlow, folder: string): Promise<Fetched[]> {
  const fetched: Fetched[] = [];
  const lock = await client.getMailboxLock(folder);
  try {
    for (const message of await client.fetchAll('1:*', { uid: true, flags: true, source: true })) {
      if (message.source === undefined) throw new Error('no source');
      fetched.push({
        seen: message.flags?.has('\\Seen') ?? false,
        source: message.source,
        mail: await simpleParser(message.source),
      });
    }
  } finally {
    lock.release();
  }
  return fetched;
}

const sections = ['world-services', 'website-editor', 'members'] as const;

async function fetchEverything(): Promise<{ inbox: Fetched[]; sent: Fetched[] }> {
  const inbox: Fetched[] = [];
  const sent: Fetched[] = [];
  for (const sectionId of sections) {
    const client = await connect(sectionId);
    inbox.push(...(await fetchFolder(client, 'INBOX')));
    sent.push(...(await fetchFolder(client, 'Sent')));
    await client.logout();
  }
  return { inbox, sent };
}

it('gives every message in part as it gives it whole', async () => {
  const client = await connect('world-services');
  await client.mailboxOpen('INBOX');
  const whole = new Map<number, string>();
  for await (const { uid, source } of client.fetch('1:*', { uid: true, source: true }))
    whole.set(uid, source?.toString('latin1') ?? '');
  const asked = { uid: true, flags: true, source: { maxLength: 1_000_000_000 } };
  for await (const { uid, source } of client.fetch('1:*', asked))
    expect(source?.toString('latin1')).toBe(whole.get(uid));
  for await (const { uid, source } of client.fetch('1:3', {
    uid: true,
    source: { start: 10, maxLength: 20 },
  }))
    expect(source?.toString('latin1')).toBe(whole.get(uid)?.slice(10, 30));
});

it('announces the fingerprint of the certificate it serves', () => {
  const certificate = new X509Certificate(running.newsroom.certificatePem);
  expect(running.newsroom.fingerprint).toBe(certificate.fingerprint256);
  expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(certificate.checkHost('localhost')).toBe('localhost');
});

it('holds at least 80 letters of every kind that a newsroom gets, in both languages', async () => {
  const { inbox, sent } = await fetchEverything();
  const all = [...inbox, ...sent];
  const sources = all.map(({ source }) => source.toString('latin1'));
  const withSource = (pattern: RegExp) => sources.filter((source) => pattern.test(source)).length;
  expect(all.length).toBeGreaterThanOrEqual(100);
  const ids = all.map(({ mail }) => mail.messageId).filter((id) => id !== undefined);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(all.length - 1);

  const unread = inbox.filter(({ seen }) => !seen).length / inbox.length;
  expect(unread).toBeGreaterThan(0.25);
  expect(unread).toBeLessThan(0.45);
  expect(sent.every(({ seen }) => seen)).toBe(true);
  const ages = all.map(({ mail }) => (Date.now() - (mail.date?.getTime() ?? 0)) / 3_600_000);
  expect(Math.min(...ages)).toBeLessThan(1);
  expect(Math.max(...ages)).toBeLessThan(24 * 11);

  expect(withSource(/^Content-Type: multipart\/report/im)).toBe(1);
  expect(withSource(/^Auto-Submitted: auto-replied/im)).toBe(3);
  expect(withSource(/<img src="https:\/\/open[^>]+width="1" height="1"/)).toBe(1);
  expect(withSource(/charset=ISO-2022-JP/i)).toBe(2);
  expect(withSource(/charset=Shift_JIS/i)).toBe(2);
  expect(withSource(/^Cc: /im)).toBe(1);
  expect(all.filter(({ mail }) => !mail.subject).length).toBe(1);
  expect(all.filter(({ mail }) => (mail.subject?.length ?? 0) > 250).length).toBe(1);
  expect(
    all.filter(({ mail }) => /\p{Extended_Pictographic}/u.test(mail.subject ?? '')).length,
  ).toBe(2);
  expect(all.filter(({ mail }) => /\p{Script=Arabic}/u.test(mail.subject ?? '')).length).toBe(1);
  expect(all.filter(({ mail }) => /[ぁ-ん]/.test(mail.text ?? '')).length).toBeGreaterThan(40);
  expect(
    all.filter(({ mail }) => /Registration\]|会員登録】/.test(mail.subject ?? '')).length,
  ).toBe(7);
  const enclosures = all.flatMap(({ mail }) => mail.attachments);
  for (const type of ['application/pdf', 'text/csv', 'image/png', 'text/calendar']) {
    expect(enclosures.map(({ contentType }) => contentType)).toContain(type);
  }
  expect(enclosures.some(({ filename }) => filename?.endsWith('.docx'))).toBe(true);
  expect(enclosures.some(({ filename }) => filename === '質問案.docx')).toBe(true);
  const photo = enclosures.find(({ size }) => size > 4_500_000);
  expect(photo?.contentType).toBe('image/png');
  expect(photo?.content.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  expect(photo?.content.subarray(-8, -4).toString('latin1')).toBe('IEND');
});

it('leaves no date mark unfilled in a letter', async () => {
  const { inbox, sent } = await fetchEverything();
  for (const { mail } of [...inbox, ...sent]) {
    expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toMatch(
      /\{(day|month)[^}]*\}|\{section\}/,
    );
  }
});

it('sends the old Japanese charsets byte for byte', async () => {
  const { inbox } = await fetchEverything();
  const bySubject = (subject: string) =>
    inbox.find(({ mail }) => mail.subject === subject)?.mail.text ?? '';
  expect(bySubject('昭和三十九年の記事を探しています')).toContain(
    '文字化けしましたらご容赦ください',
  );
  expect(bySubject('会費の引き落とし日について')).toContain('年金の支給日の後に');
  expect(bySubject('記事の表示について（機種依存文字）')).toContain('①朝食 ②夕食 ㈱能登屋');
  expect(bySubject('勉強会の資料に使わせていただきました')).toContain('ソ連時代の能力表示');
});

it('threads every answer in Sent to a letter that exists', async () => {
  const { inbox, sent } = await fetchEverything();
  const known = new Set([...inbox, ...sent].map(({ mail }) => mail.messageId));
  expect(sent.length).toBeGreaterThan(25);
  for (const { mail } of sent) {
    expect(known).toContain(mail.inReplyTo);
    expect([mail.references ?? []].flat().at(-1)).toBe(mail.inReplyTo);
  }
});

it('knows its folders, keeps flags, and finds changes by mod-sequence', async () => {
  const client = await connect('website-editor');
  const list = await client.list();
  expect(list.find(({ path }) => path === 'Sent')?.specialUse).toBe('\\Sent');
  expect(client.capabilities.has('CONDSTORE')).toBe(true);
  const lock = await client.getMailboxLock('INBOX');
  const before = client.mailbox === false ? 0n : (client.mailbox.highestModseq ?? 0n);
  expect(before).toBeGreaterThan(0n);
  const [uid] = (await client.search({ seen: false }, { uid: true })) || [];
  await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
  const other = await connect('website-editor');
  const otherLock = await other.getMailboxLock('INBOX');
  const seen = await other.fetchOne(String(uid), { flags: true }, { uid: true });
  expect(seen !== false && seen.flags?.has('\\Seen')).toBe(true);
  const changed = await other.fetchAll(
    '1:*',
    { uid: true, flags: true },
    { uid: true, changedSince: before },
  );
  expect(changed.map((message) => message.uid)).toEqual([uid]);
  await other.messageFlagsRemove(String(uid), ['\\Seen'], { uid: true });
  const unseen = await client.fetchOne(String(uid), { flags: true }, { uid: true });
  expect(unseen !== false && unseen.flags?.has('\\Seen')).toBe(false);
  lock.release();
  otherLock.release();
});

it('appends a copy to Sent byte for byte and tells its UID', async () => {
  const client = await connect('world-services');
  const source = Buffer.from(
    'From: a@example.com\r\nSubject: \xe6\xb8\xaf\r\n\r\n8-bit: \xff\xfe {3}\r\nend\r\n',
    'latin1',
  );
  const appended = await client.append('Sent', source, ['\\Seen']);
  const uid = appended === false ? undefined : appended.uid;
  expect(uid).toBeGreaterThan(0);
  const lock = await client.getMailboxLock('Sent');
  const fetched = await client.fetchOne(String(uid), { source: true }, { uid: true });
  expect(fetched !== false && fetched.source?.equals(source)).toBe(true);
  await client.messageDelete(String(uid), { uid: true });
  lock.release();
});

it('refuses a wrong password over IMAP and SMTP', async () => {
  await expect(connect('members', 'wrong')).rejects.toMatchObject({ authenticationFailed: true });
  await expect(transport('members', 'wrong').verify()).rejects.toMatchObject({
    code: 'EAUTH',
    responseCode: 535,
  });
});

it('refuses a recipient that is no reader, and a sender that is another section', async () => {
  const smtp = transport('world-services');
  const from = account('world-services').senderAddress;
  for (const to of ['stranger@example.com', 'weekly@pressgazette.example']) {
    await expect(smtp.sendMail({ from, to, subject: 's', text: 't' })).rejects.toMatchObject({
      responseCode: 550,
    });
  }
  await expect(
    smtp.sendMail({
      from: account('members').senderAddress,
      to: 'gordon.pell@example.net',
      subject: 's',
      text: 't',
    }),
  ).rejects.toMatchObject({ responseCode: 553 });
});

it('writes a new letter every 30 to 60 seconds, seen by a client that idles', async () => {
  expect(timers.pending()).toEqual([45_000]);
  const client = await connect('world-services');
  const lock = await client.getMailboxLock('INBOX');
  const arrived = new Promise<number>((resolve) =>
    client.once('exists', (event: { count: number }) => resolve(event.count)),
  );
  void client.idle();
  timers.runNext();
  const count = await arrived;
  const message = await client.fetchOne(String(count), { source: true, flags: true });
  if (message === false || message.source === undefined) throw new Error('not there');
  expect((await simpleParser(message.source)).subject).toBe('Is the bridge open again?');
  expect(message.flags?.has('\\Seen')).toBe(false);
  await expect.poll(() => timers.pending()).toEqual([45_000]);
  lock.release();
});

it('answers a reply in its conversation, in the language of the reader', async () => {
  const client = await connect('members');
  const lock = await client.getMailboxLock('INBOX');
  const arrived = new Promise<number>((resolve) =>
    client.once('exists', (event: { count: number }) => resolve(event.count)),
  );
  void client.idle();
  const sent = await transport('members').sendMail({
    from: account('members').senderAddress,
    to: 'nikaido@example.org',
    subject: 'Re: グループ会社への提供を止めたい',
    text: '二階堂様\n\n本日付で停止いたしました。',
    inReplyTo: '<first@example.org>',
    references: ['<first@example.org>'],
  });
  await expect.poll(() => timers.pending()).toContain(30_000);
  timers.run(30_000);
  const message = await client.fetchOne(String(await arrived), { source: true });
  if (message === false || message.source === undefined) throw new Error('not there');
  const answer = await simpleParser(message.source);
  expect(answer.from?.value[0]?.address).toBe('nikaido@example.org');
  expect(answer.subject).toBe('Re: グループ会社への提供を止めたい');
  expect(answer.inReplyTo).toBe(sent.messageId);
  expect(answer.references).toEqual(['<first@example.org>', sent.messageId]);
  expect(answer.text).toMatch(/^ご丁寧なお返事.*\n[\s\S]*> 本日付で停止いたしました。/);
  lock.release();
});
