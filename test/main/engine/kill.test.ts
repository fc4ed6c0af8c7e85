import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ConversationSummary } from '../../../shared/model/conversation.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { type Dovecot, startDovecot } from '../../support/dovecot.ts';
import { type EngineProcess, startEngineProcess } from '../../support/engine-process.ts';
import { plainLetter } from '../../support/plain-letter.ts';
import { type SmtpServer, startSmtpServer } from '../../support/smtp-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { waitFor } from '../../support/wait-for.ts';

const sectionId: SectionId = 'world-services';
let dovecot: Dovecot;
let smtp: SmtpServer;

beforeAll(async () => {
  dovecot = await startDovecot(['syncing', 'sending', 'typing']);
  smtp = await startSmtpServer();
});
afterAll(async () => {
  await smtp.stop();
  await dovecot.stop();
});

it('has every message once after kills in the middle of a first sync', async () => {
  const count = 1500;
  for (let index = 0; index < count; index += 1) {
    dovecot.deliver('syncing', letter(`m${index}`, 'text '.repeat(3000)));
  }
  const dataFolder = temporaryFolder();
  let engine = await startEngineProcess(dataFolder);
  await setUp(engine, 'syncing');
  let kills = 0;
  for (let stored = 0; stored < count; kills += 1) {
    // Every time somewhere else: in the middle of a download, a transaction, a look at a folder.
    await pause(50 + Math.random() * 400);
    await engine.kill();
    engine = await startEngineProcess(dataFolder);
    const before = stored;
    stored = (await listInbox(engine)).total;
    expect(stored).toBeGreaterThanOrEqual(before);
    if (kills === 6) {
      await waitFor('the rest', async () => (await listInbox(engine)).total === count, 30_000);
      break;
    }
  }
  expect(kills).toBeGreaterThan(1);

  const { items } = await listInbox(engine);
  for (const { id, subject } of items.slice(0, 20)) {
    const { messages } = await engine.ask('conversation.read', { sectionId, conversationId: id });
    expect(messages).toHaveLength(1);
    const messageId = messages[0]?.id;
    if (messageId === undefined) throw new Error('no message');
    const { source } = await engine.ask('message.source', { sectionId, messageId });
    expect(hash(source)).toBe(hash(letter(subject.replace('Letter ', ''), 'text '.repeat(3000))));
  }
});

it('loses no reply, and sends none twice, when it is killed at any moment', async () => {
  const replies = 10;
  for (let index = 0; index < replies; index += 1) {
    dovecot.deliver('sending', letter(`q${index}`, 'A question'));
  }
  const dataFolder = temporaryFolder();
  let engine = await startEngineProcess(dataFolder);
  await setUp(engine, 'sending');
  await waitFor('the letters', async () => (await listInbox(engine)).total === replies);

  for (const { id } of (await listInbox(engine)).items) {
    const [text, token] = [`Answer to ${id}`, randomUUID()];
    await engine.ask('draft.save', {
      sectionId,
      conversationId: id,
      kind: 'reply',
      content: plainLetter(text),
      messageId: null,
    });
    const messageId = await newestMessage(engine, id);
    const reply = {
      sectionId,
      conversationId: id,
      messageId,
      kind: 'reply' as const,
      content: plainLetter(text),
      to: ['hana@example.com'],
      token,
    };
    const answered = engine.call('reply.send', reply).then(
      () => true,
      () => false,
    );
    await pause(Math.random() * 120);
    await engine.kill();
    await answered;
    engine = await startEngineProcess(dataFolder);
    const { drafts, outbox, messages } = await engine.ask('conversation.read', {
      sectionId,
      conversationId: id,
    });
    // Wherever the kill fell, the text is in one place: still a draft, on its way, or filed.
    const filed = messages.filter(({ direction }) => direction === 'out').length;
    expect([
      ...drafts.map((draft) => draft.text),
      ...outbox.map((item) => item.text),
      ...Array(filed).fill(text),
    ]).toContain(text);
    expect(drafts.length + Math.max(outbox.length, filed)).toBe(1);
    // Staff press Send again, and the window has kept its token.
    if (drafts.length > 0) await engine.ask('reply.send', reply);
  }

  await waitFor('everything to be settled', async () => {
    const items = await engine.ask('outbox.list', { sectionId });
    return items.every(({ state }) => state === 'uncertain');
  });
  const doubtful = await engine.ask('outbox.list', { sectionId });
  const sent = smtp.received.map(({ raw }) => /Answer to \d+/.exec(raw.toString())?.[0] ?? '');
  expect(sent).toEqual([...new Set(sent)]);
  const settled = new Set([...sent, ...doubtful.map(({ text }) => text)]);
  expect(settled.size).toBe(replies);
}, 90_000);

it('has every word that was stored, of a reply and of a note, when it is killed at any moment', async () => {
  dovecot.deliver('typing', letter('typed', 'A question'));
  const dataFolder = temporaryFolder();
  let engine = await startEngineProcess(dataFolder);
  await setUp(engine, 'typing');
  await waitFor('the letter', async () => (await listInbox(engine)).total === 1);
  const conversationId = (await listInbox(engine)).items[0]?.id;
  if (conversationId === undefined) throw new Error('no letter');

  const stored = { reply: '', note: '' };
  const kinds = ['reply', 'note'] as const;
  for (let round = 1; round <= 2; round += 1) {
    const typing = (async () => {
      for (let word = 1; ; word += 1) {
        for (const kind of kinds) {
          const text = `${stored[kind]} ${round}.${word}`;
          const content = plainLetter(text);
          const place = { sectionId, conversationId, kind, content, messageId: null };
          await engine.ask('draft.save', place);
          stored[kind] = text;
        }
      }
    })().catch(() => undefined);
    const before = stored.note;
    await waitFor('a word', () => stored.note !== before);
    await pause(Math.random() * 300);
    await engine.kill();
    await typing;
    engine = await startEngineProcess(dataFolder);
    const { drafts } = await engine.ask('conversation.read', { sectionId, conversationId });
    for (const kind of kinds) {
      const text = drafts.find((draft) => draft.kind === kind)?.text ?? '';
      // What the engine answered for is there; the word that it was at may be.
      expect(text.startsWith(stored[kind])).toBe(true);
      stored[kind] = text;
    }
  }
  expect(stored.reply).not.toBe('');
}, 90_000);

function letter(id: string, text: string): string {
  return (
    `From: Hana Sato <hana@example.com>\r\nTo: world@minato.example\r\nSubject: Letter ${id}\r\n` +
    `Message-ID: <${id}@example.com>\r\nDate: Mon, 02 Nov 2026 10:00:00 +0900\r\n\r\n${text}\r\n`
  );
}

async function setUp(engine: EngineProcess, user: string): Promise<void> {
  const settings = {
    senderName: 'World Services',
    senderAddress: 'world@minato.example',
    imap: {
      host: dovecot.host,
      port: dovecot.imapsPort,
      security: 'tls' as const,
      user,
      trustedFingerprint: dovecot.certificate.fingerprint,
    },
    smtp: {
      host: smtp.host,
      port: smtp.port,
      security: 'tls' as const,
      user: smtp.user,
      trustedFingerprint: smtp.certificate.fingerprint,
    },
  };
  const passwords = { imap: dovecot.password, smtp: smtp.password };
  await engine.ask('account.save', { sectionId, settings, passwords });
  await engine.ask('settings.change', { sectionId, change: { undoSeconds: 0 } });
}

function listInbox(engine: EngineProcess) {
  return engine.ask('conversation.list', {
    sectionId,
    view: 'inbox',
    query: '',
    offset: 0,
    limit: 200,
  });
}

async function newestMessage(engine: EngineProcess, conversationId: ConversationSummary['id']) {
  const { replyTo } = await engine.ask('conversation.read', { sectionId, conversationId });
  if (replyTo === null) throw new Error('nothing to answer');
  return replyTo.messageId;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
