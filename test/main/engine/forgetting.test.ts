import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openKeyHolder } from '../../../main/engine/keyring/key-holder.ts';
import { readKeyring } from '../../../main/engine/keyring/keyring-file.ts';
import { openDatabase } from '../../../main/engine/store/open-database.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { decryptedPages } from '../../support/decrypted-pages.ts';
import { type Dovecot, startDovecot } from '../../support/dovecot.ts';
import { type TestEngine, testEngine } from '../../support/engine.ts';
import { plainLetter } from '../../support/plain-letter.ts';
import { type SmtpServer, startSmtpServer } from '../../support/smtp-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { waitFor } from '../../support/wait-for.ts';

const sectionId: SectionId = 'world-services';
const passphrase = 'lantern ferry orchard nine';
const user = 'forgetting';
let dovecot: Dovecot;
let smtp: SmtpServer;

beforeAll(async () => {
  dovecot = await startDovecot([user]);
  smtp = await startSmtpServer();
});
afterAll(async () => {
  await smtp.stop();
  await dovecot.stop();
});

/** In every place that a deleted thing has words in. Lower case, as the search index keeps them. */
const gone = {
  sender: 'quirmeadowzephyr',
  address: 'vexjunipercobalt',
  subject: 'plonthistlewicker',
  body: 'drubmarzipanfjord',
  japanese: '朱鷺鵯鶺鴒',
  filename: 'hobgossamertinder',
  content: 'klimpebblevortex',
  messageId: 'wugsaffronlattice',
  reply: 'zorbcinnamonquay',
  draft: 'fenlanternmosaic',
  withdrawn: 'yaptamarindcoil',
};
/** What stays: a search that does not find it would find nothing. */
const kept = 'bexrhubarbsignal';

it('leaves nothing of deleted mail, drafts and replies in any page of the file or its log', async () => {
  for (let index = 0; index < 40; index += 1) dovecot.deliver(user, keptLetter(index));
  dovecot.deliver(user, goneLetter);
  const folder = temporaryFolder();
  const engine = testEngine(folder);
  await engine.ask('session.create', { name: 'Hana', passphrase });
  await setUp(engine);
  await waitFor('the letters', async () => (await listed(engine, 'inbox')).length === 41);

  const all = await listed(engine, 'inbox');
  const letter = all.find(({ subject }) => subject.includes(gone.subject));
  const [first, second] = all.filter(({ subject }) => subject.startsWith('Kept'));
  if (!letter || !first || !second) throw new Error('a letter is missing');
  await reply(engine, letter.id, gone.reply);
  await waitFor('the copy in Sent', async () => {
    const { messages, outbox } = await engine.ask('conversation.read', {
      ...{ sectionId, conversationId: letter.id },
    });
    return messages.length === 2 && outbox.length === 0;
  });
  await draft(engine, first.id, gone.draft);
  smtp.trouble.refuseRecipient = { code: 550, text: 'no such user' };
  await reply(engine, second.id, gone.withdrawn);
  const refused = await waitFor('the refusal', async () =>
    (await engine.ask('outbox.list', { sectionId })).find(({ state }) => state === 'failed'),
  );

  const path = join(folder, 'sections', `${sectionId}.db`);
  const key = await keyOf(folder);
  const source = deflatedSource(path, key, letter.id);
  const found = () => {
    const pages = decryptedPages(path, key);
    const texts = [pages.toString('latin1'), pages.toString('utf16le')];
    const words = Object.entries({ ...gone, kept }).filter(([, word]) => isIn(word, texts, pages));
    return [...words.map(([name]) => name), ...(pages.includes(source) ? ['source'] : [])].sort();
  };
  // Deleted things are looked for where they are found before: the attachment is packed, and its words
  // are in the index.
  const visible = Object.keys({ ...gone, kept, source });
  expect(found()).toEqual(visible.sort());

  await engine.ask('outbox.withdraw', { sectionId, outboxItemId: refused.id });
  for (const { id } of [first, second]) await draft(engine, id, '');
  await dovecot.doveadm('expunge', '-u', user, 'mailbox', 'Sent', 'all');
  await dovecot.doveadm(
    ...['expunge', '-u', user, 'mailbox', 'INBOX', 'header', 'Message-ID', gone.messageId],
  );
  // Sent is looked at once in a minute, or when the server is to be told something.
  await engine.ask('conversation.markSeen', { sectionId, conversationId: first.id, seen: true });
  await waitFor('it to be gone', async () => (await listed(engine, 'all')).length === 40);
  await waitFor('nothing to be left', () => found().length === 1).catch(() => undefined);
  expect(found()).toEqual(['kept']);
}, 60_000);

it('deletes a letter that staff were answering once they have thrown the draft away', async () => {
  const other = 'other';
  const server = await startDovecot([other]);
  try {
    server.deliver(other, keptLetter(0));
    const engine = testEngine(temporaryFolder());
    await engine.ask('session.create', { name: 'Hana', passphrase });
    await setUp(engine, server, other);
    const [letter] = await waitFor('the letter', async () => {
      const all = await listed(engine, 'inbox');
      return all.length > 0 && all;
    });
    if (letter === undefined) throw new Error('no letter');
    await draft(engine, letter.id, 'Dear Hana');
    await server.doveadm('expunge', '-u', other, 'mailbox', 'INBOX', 'all');
    await waitFor(
      'it to leave the inbox',
      async () => (await listed(engine, 'inbox')).length === 0,
    );
    expect(await listed(engine, 'all')).toHaveLength(1);
    await draft(engine, letter.id, '');
    await waitFor('it to be gone', async () => (await listed(engine, 'all')).length === 0);
  } finally {
    await server.stop();
  }
}, 60_000);

/** A word of the index is stored without what it has in common with the word before it. */
function isIn(word: string, [latin, utf16]: readonly string[], pages: Buffer): boolean {
  if (!/^[a-z]+$/.test(word)) return pages.includes(word) || utf16?.includes(word) === true;
  const tail = word.slice(3);
  return latin?.includes(tail) === true || utf16?.includes(tail) === true;
}

async function keyOf(folder: string): Promise<Buffer> {
  const [profile] = readKeyring(folder, 0).keyring.profiles;
  const keys = profile === undefined ? null : await openKeyHolder(profile, passphrase);
  const key = keys?.get(sectionId)?.[0];
  if (key === undefined) throw new Error('no key');
  return key;
}

/** A piece of the packed message that lies in one page. */
function deflatedSource(path: string, key: Buffer, conversationId: number): Buffer {
  const db = openDatabase({ path, key, nativeBinding: null });
  const deflated = db
    .prepare(
      `SELECT deflated FROM message_source JOIN message ON id = message_id
       WHERE conversation_id = ? ORDER BY id`,
    )
    .pluck()
    .get(conversationId) as Buffer;
  db.close();
  return deflated.subarray(100, 200);
}

async function listed({ ask }: TestEngine, view: 'inbox' | 'all') {
  const page = { query: '', offset: 0, limit: 200 };
  return (await ask('conversation.list', { sectionId, view, ...page })).items;
}

type Id = Awaited<ReturnType<typeof listed>>[number]['id'];

async function draft({ ask }: TestEngine, conversationId: Id, text: string): Promise<void> {
  await ask('draft.save', {
    sectionId,
    conversationId,
    kind: 'reply',
    content: plainLetter(text),
    messageId: null,
  });
}

async function reply({ ask }: TestEngine, conversationId: Id, text: string): Promise<void> {
  const { replyTo } = await ask('conversation.read', { sectionId, conversationId });
  if (replyTo === null) throw new Error('nothing to answer');
  const { messageId, recipient } = replyTo;
  const to = recipient.allowed ? [recipient.recipient.address] : [];
  await ask('settings.change', { sectionId, change: { undoSeconds: 0 } });
  await ask('reply.send', {
    ...{ sectionId, conversationId, messageId, kind: 'reply' },
    ...{ content: plainLetter(text), to, token: randomUUID() },
  });
}

const goneLetter = [
  `From: ${gone.sender} <${gone.address}@example.com>`,
  // Where the answer goes, the ledger says for good.
  'Reply-To: answers@example.com',
  'To: world@minato.example',
  `Subject: ${gone.subject}`,
  `Message-ID: <${gone.messageId}@example.com>`,
  'Date: Mon, 02 Nov 2026 10:00:00 +0900',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: 8bit',
  '',
  `${gone.japanese} ${gone.body}`,
  '--b',
  'Content-Type: text/plain',
  `Content-Disposition: attachment; filename="${gone.filename}.txt"`,
  '',
  gone.content,
  '--b--',
  '',
].join('\r\n');

function keptLetter(index: number): string {
  return (
    `From: Hana Sato <hana@example.com>\r\nTo: world@minato.example\r\nSubject: Kept ${index}\r\n` +
    `Message-ID: <kept-${index}@example.com>\r\nDate: Sun, 01 Nov 2026 10:00:00 +0900\r\n\r\n` +
    `${kept} ${'ferry '.repeat(200)}\r\n`
  );
}

async function setUp({ ask }: TestEngine, server = dovecot, login = user): Promise<void> {
  const account = (at: Dovecot | SmtpServer, port: number, name: string) => ({
    host: at.host,
    port,
    security: 'tls' as const,
    user: name,
    trustedFingerprint: at.certificate.fingerprint,
  });
  await ask('account.save', {
    sectionId,
    settings: {
      senderName: 'World Services',
      senderAddress: 'world@minato.example',
      imap: account(server, server.imapsPort, login),
      smtp: account(smtp, smtp.port, smtp.user),
    },
    passwords: { imap: server.password, smtp: smtp.password },
  });
}
