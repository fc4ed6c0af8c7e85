import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MessageId } from '../../../../shared/ids.ts';
import type { ChainQuery } from '../../../../shared/model/chain-entry.ts';
import { type Dovecot, startDovecot } from '../../../support/dovecot.ts';
import { type TestEngine, testEngine } from '../../../support/engine.ts';
import { plainLetter } from '../../../support/plain-letter.ts';
import { type SmtpServer, startSmtpServer } from '../../../support/smtp-server.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { waitFor } from '../../../support/wait-for.ts';

const sectionId = 'world-services' as const;
const passphrase = 'lantern ferry orchard nine';
const all: ChainQuery = {
  side: 'left',
  kind: null,
  staffId: null,
  query: '',
  from: null,
  to: null,
  offset: 0,
  limit: 100,
};
let dovecot: Dovecot;
let smtp: SmtpServer;
let users = 0;

beforeAll(async () => {
  dovecot = await startDovecot(Array.from({ length: 12 }, (_, index) => `user${index}`));
  smtp = await startSmtpServer();
});
afterAll(async () => {
  await smtp.stop();
  await dovecot.stop();
});

/** A section with a mailbox and one letter of Hana Sato's in it, with a file. */
async function section() {
  users += 1;
  const user = `user${users}`;
  dovecot.deliver(
    user,
    'From: Hana Sato <hana@example.com>\r\nTo: world@minato.example\r\nSubject: Port\r\n' +
      'Message-ID: <port@example.com>\r\nMIME-Version: 1.0\r\n' +
      'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nWhen?\r\n--b\r\n' +
      'Content-Type: text/plain; name=a.txt\r\nContent-Disposition: attachment\r\n\r\nA file\r\n--b--\r\n',
  );
  const folder = temporaryFolder();
  const engine = testEngine(folder);
  const created = await engine.ask('session.create', { name: 'Ken Abe', passphrase });
  const at = { host: dovecot.host, security: 'tls' as const };
  await engine.ask('account.save', {
    sectionId,
    settings: {
      senderName: 'World Services',
      senderAddress: 'world@minato.example',
      imap: {
        ...at,
        port: dovecot.imapsPort,
        user,
        trustedFingerprint: dovecot.certificate.fingerprint,
      },
      smtp: {
        ...at,
        port: smtp.port,
        user: smtp.user,
        trustedFingerprint: smtp.certificate.fingerprint,
      },
    },
    passwords: { imap: dovecot.password, smtp: smtp.password },
  });
  const row = await waitFor('the letter', async () => {
    const list = { sectionId, view: 'all' as const, query: '', offset: 0, limit: 9 };
    return (await engine.ask('conversation.list', list)).items[0] ?? null;
  });
  const conversationId = row.id;
  const staffId = created.state.staff?.id;
  if (staffId === undefined) throw new Error('nobody is signed in');
  return { folder, engine, conversationId, staffId, ...asking(engine) };
}

function asking({ ask }: TestEngine) {
  return {
    left: async (query: Partial<ChainQuery> = {}) =>
      (await ask('ledger.list', { sectionId, ...all, ...query })).items,
    audit: async () => (await ask('ledger.list', { sectionId, ...all, side: 'audit' })).items,
  };
}

const kinds = (entries: readonly { readonly kind: string }[]) => entries.map(({ kind }) => kind);

it('records a reply as it is handed over: who wrote it, to whom, in answer to what', async () => {
  const { engine, conversationId, staffId, left } = await section();
  const { replyTo } = await engine.ask('conversation.read', { sectionId, conversationId });
  const messageId = replyTo?.messageId ?? MessageId.parse(999);
  const before = smtp.received.length;
  const token = '0b0f8f0e-4a3c-4f55-9a53-0d7a1c2b3d4e';
  const reply = {
    sectionId,
    conversationId,
    messageId,
    kind: 'reply' as const,
    content: plainLetter('At noon.'),
    to: ['hana@example.com'],
    token,
  };
  await engine.ask('settings.change', { sectionId, change: { undoSeconds: 0 } });
  const { id } = await engine.ask('reply.send', reply);
  await waitFor('the reply', () => smtp.received.length > before);
  expect(await left()).toMatchObject([
    {
      kind: 'mail',
      staffId,
      staffName: 'Ken Abe',
      target: 'hana@example.com',
      messageId,
      conversationId,
      outboxItemId: id,
      detail: { mailFrom: 'world@minato.example', server: smtp.host },
    },
  ]);
  expect(await engine.ask('ledger.verify', { sectionId })).toMatchObject({ outcome: 'whole' });
});

it('records each opening of a conversation, and no refresh of one that is open', async () => {
  const { engine, conversationId, audit } = await section();
  const read = () => engine.ask('conversation.read', { sectionId, conversationId });
  const messageId = (await read()).messages[0]?.id ?? MessageId.parse(999);
  await read();
  await engine.ask('message.read', { sectionId, messageId });
  expect(kinds(await audit())).toEqual(['conversation-viewed', 'account-changed', 'chain-began']);
  await engine.ask('conversation.close', { sectionId, conversationId });
  await read();
  await engine.ask('message.source', { sectionId, messageId });
  expect(await audit()).toMatchObject([
    { kind: 'source-viewed', target: 'hana@example.com', messageId },
    { kind: 'conversation-viewed', target: 'hana@example.com', staffName: 'Ken Abe' },
    { kind: 'conversation-viewed' },
    { kind: 'account-changed', target: 'world@minato.example' },
    { kind: 'chain-began' },
  ]);
});

it('gives no letter away past the record, by whichever call it is asked for', async () => {
  const { engine, conversationId, audit } = await section();
  const { messages } = await engine.ask('conversation.read', { sectionId, conversationId });
  const messageId = messages[0]?.id ?? MessageId.parse(999);
  const views = async () =>
    kinds(await audit()).filter((kind) => kind === 'conversation-viewed').length;
  for (const [name, input] of [
    ['message.read', { sectionId, messageId }],
    ['attachment.read', { sectionId, messageId, index: 0 }],
  ] as const) {
    await engine.ask('conversation.close', { sectionId, conversationId });
    const before = await views();
    await engine.ask(name, input);
    expect(await views(), name).toBe(before + 1);
  }
});

it('records a draft once for each person until it is gone, not at each save', async () => {
  const { engine, conversationId, audit } = await section();
  const save = (text: string) =>
    engine.ask('draft.save', {
      sectionId,
      conversationId,
      kind: 'reply',
      content: plainLetter(text),
      messageId: null,
    });
  for (const text of ['D', 'Dear', 'Dear Hana']) await save(text);
  const drafts = async () => kinds(await audit()).filter((kind) => kind.startsWith('draft'));
  expect(await drafts()).toEqual(['draft-changed']);
  await save('');
  await save('');
  await save('Anew');
  expect(await drafts()).toEqual(['draft-changed', 'draft-discarded', 'draft-changed']);
});

it('records a file before it is written, and that it was not', async () => {
  const { folder, engine, conversationId, left } = await section();
  const { messages } = await engine.ask('conversation.read', { sectionId, conversationId });
  const messageId = messages[0]?.id ?? MessageId.parse(999);
  const path = join(folder, 'a.txt');
  await engine.engine.saveAttachment({ sectionId, messageId, index: 0, path });
  expect(readFileSync(path, 'utf8').trim()).toBe('A file');
  const nowhere = join(folder, 'none', 'a.txt');
  await engine.engine.saveAttachment({ sectionId, messageId, index: 0, path: nowhere });
  const [outcome, second, first] = await left();
  expect(first).toMatchObject({ kind: 'attachment', target: path, messageId });
  expect(second).toMatchObject({ kind: 'attachment', target: nowhere });
  expect(outcome).toMatchObject({
    kind: 'outcome',
    detail: { concerns: second?.sequence, outcome: 'not-done' },
  });
});

it('records what the window hands out, each contact by itself, and what was removed by the server', async () => {
  const { engine, conversationId, left, audit } = await section();
  const { messages } = await engine.ask('conversation.read', { sectionId, conversationId });
  const messageId = messages[0]?.id ?? MessageId.parse(999);
  await engine.engine.recordLeft(sectionId, [{ kind: 'link', messageId, host: 'port.example' }]);
  await engine.engine.recordLeft(sectionId, [
    { kind: 'contact', messageId, address: 'hana@example.com' },
    { kind: 'contact', messageId, address: 'world@minato.example' },
  ]);
  await engine.ask('ledger.print', { sectionId, count: 3 });
  expect(await left()).toMatchObject([
    { kind: 'print', detail: { count: 3 } },
    { kind: 'contact', target: 'world@minato.example' },
    { kind: 'contact', target: 'hana@example.com', conversationId },
    { kind: 'link', target: 'port.example', messageId, conversationId },
  ]);
  await dovecot.doveadm('expunge', '-u', `user${users}`, 'mailbox', 'INBOX', 'all');
  await waitFor('the removal', async () => kinds(await audit()).includes('messages-removed'));
  expect((await audit())[0]).toMatchObject({
    kind: 'messages-removed',
    staffId: null,
    // The reader is forgotten with the letter.
    target: '',
    detail: { count: 1 },
  });
  const viewed = (await audit()).find(({ kind }) => kind === 'conversation-viewed');
  expect(viewed).toMatchObject({ conversationId, target: '' });
});

it('filters by kind, person, words and time, a page at a time', async () => {
  const { engine, staffId, left } = await section();
  for (let index = 0; index < 5; index += 1)
    await engine.engine.recordLeft(sectionId, [
      { kind: 'link', messageId: null, host: `site${index}.example` },
    ]);
  await engine.ask('ledger.print', { sectionId, count: 5 });
  expect(await left({ kind: 'link' })).toHaveLength(5);
  expect(await left({ query: 'SITE3' })).toMatchObject([{ target: 'site3.example' }]);
  expect(await left({ query: 'ken abe' })).toHaveLength(6);
  expect(await left({ staffId })).toHaveLength(6);
  expect(await left({ to: 1 })).toEqual([]);
  expect(await left({ from: Date.now() + 1000 })).toEqual([]);
  expect(await left({ from: 1, to: Date.now() + 1000 })).toHaveLength(6);
  const list = { sectionId, ...all, kind: 'link' as const, offset: 1, limit: 2 };
  expect(await engine.ask('ledger.list', list)).toMatchObject({
    total: 5,
    items: [{ target: 'site3.example' }, { target: 'site2.example' }],
    staff: [{ id: staffId, name: 'Ken Abe' }],
  });
});

it('goes on when the head cannot be written, which then is late and no more', async () => {
  const { folder, engine, conversationId, staffId } = await section();
  await engine.engine.close();
  const again = testEngine(folder);
  await again.ask('session.unlock', { staffId, passphrase });
  mkdirSync(join(folder, 'sections', 'world-services.db-head.new'));
  await again.ask('conversation.read', { sectionId, conversationId });
  expect(await again.ask('ledger.verify', { sectionId })).toMatchObject({ outcome: 'whole' });
});

it('shows no ledger and no refusals to nobody', async () => {
  const engine = testEngine(temporaryFolder());
  expect(await engine.fail('ledger.list', { sectionId, ...all })).toEqual({ code: 'locked' });
  expect(await engine.fail('refusals.list', null)).toEqual({ code: 'locked' });
});

it('records a conversation that is printed, and once that it was not, for that print alone', async () => {
  const { engine, conversationId, left } = await section();
  const place = { sectionId, conversationId };
  const { entry, by } = await engine.ask('conversation.print', place);
  expect(by).toBe('Ken Abe');
  await engine.ask('conversation.notPrinted', { ...place, entry });
  expect(await left()).toMatchObject([
    { kind: 'outcome', conversationId, detail: { outcome: 'not-done', concerns: entry } },
    { kind: 'print', sequence: entry, conversationId, target: 'hana@example.com' },
  ]);
  for (const other of [entry, entry + 1, 1]) {
    expect(await engine.fail('conversation.notPrinted', { ...place, entry: other })).toMatchObject({
      code: 'not-found',
    });
  }
});

it('records that a note was written, changed and taken away, by whoever wrote it', async () => {
  const { engine, conversationId, audit } = await section();
  const place = { sectionId, conversationId };
  await engine.ask('note.add', { ...place, text: 'Called her.' });
  const [note] = (await engine.ask('conversation.read', place)).notes;
  if (note === undefined) throw new Error('no note');
  await engine.ask('note.change', { ...place, noteId: note.id, text: 'Called him.' });
  await engine.ask('note.remove', { ...place, noteId: note.id });
  expect((await engine.ask('conversation.read', place)).notes).toEqual([]);
  expect(await engine.fail('note.add', { ...place, text: ' ' })).toMatchObject({
    code: 'empty-note',
  });
  expect(kinds(await audit()).filter((kind) => kind.startsWith('note'))).toEqual([
    'note-removed',
    'note-changed',
    'note-added',
  ]);
});
