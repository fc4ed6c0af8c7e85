import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseMessage } from '../../../../main/engine/mail/mime/parse-message.ts';
import { emptyLetter, type LetterContent } from '../../../../shared/model/letter-content.ts';
import { letter } from '../../../e2e/support/letters.ts';
import { type Dovecot, startDovecot } from '../../../support/dovecot.ts';
import { testEngine } from '../../../support/engine.ts';
import { type SmtpServer, startSmtpServer } from '../../../support/smtp-server.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { waitFor } from '../../../support/wait-for.ts';

const sectionId = 'world-services' as const;
const words = 'When was the bridge built? ';

let dovecot: Dovecot;
let smtp: SmtpServer;
let users = 0;

async function openSection() {
  users += 1;
  const user = `user${users}`;
  const text = words.repeat(2000);
  const from = 'Hana <hana@example.com>';
  const mail = { from, subject: 'The bridge', text, messageId: 'bridge@example.com' };
  dovecot.deliver(user, letter(mail));
  const engine = testEngine(temporaryFolder());
  await engine.ask('session.create', { name: 'Ken', passphrase: 'gentle copper lantern' });
  const at = { host: dovecot.host, security: 'tls' as const };
  await engine.ask('account.save', {
    sectionId,
    settings: {
      senderName: 'Minato',
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
  await engine.ask('settings.change', { sectionId, change: { undoSeconds: 0 } });
  const row = await waitFor('the letter', async () => {
    const list = { sectionId, view: 'all' as const, query: '', offset: 0, limit: 9 };
    return (await engine.ask('conversation.list', list)).items[0] ?? null;
  });
  const place = { sectionId, conversationId: row.id } as const;
  const { replyTo } = await engine.ask('conversation.read', place);
  if (replyTo === null) throw new Error('nobody to answer');
  const { messageId } = replyTo;
  return {
    engine,
    state: async () => (await engine.ask('conversation.read', place)).state,
    place,
    draft: async (content: LetterContent) => {
      await engine.ask('draft.save', { ...place, kind: 'reply', content, messageId });
      return (await engine.ask('conversation.read', place)).drafts[0];
    },
    replyWith: (part: Partial<LetterContent>) => ({
      ...{ ...place, kind: 'reply' as const, messageId, to: ['hana@example.com'] },
      ...{ content: { ...emptyLetter, ...part }, token: randomUUID() },
    }),
  };
}

async function sentAfter(count: number) {
  const mail = await waitFor('the reply', () => smtp.received[count] ?? null);
  return { raw: mail.raw.toString('latin1'), ...(await parseMessage(mail.raw)) };
}

beforeAll(async () => {
  dovecot = await startDovecot(['user1', 'user2', 'user3', 'user4', 'user5']);
  smtp = await startSmtpServer();
});
afterAll(async () => {
  await smtp.stop();
  await dovecot.stop();
});

it('quotes a long message on sending, and keeps no more of it in the draft than its introduction', async () => {
  const { draft, engine, replyWith } = await openSection();
  const quote = 'On Monday, Hana wrote:';
  const stored = await draft({ ...emptyLetter, text: 'In 1983.', quote });
  expect(stored).toMatchObject({ text: 'In 1983.', quote });
  const count = smtp.received.length;
  await engine.ask('reply.send', replyWith({ text: 'In 1983.', html: '<p>In 1983.</p>', quote }));
  const sent = await sentAfter(count);
  expect(sent.text.trimEnd()).toBe(`In 1983.\n\n${quote}\n> ${words.repeat(2000).trim()}`);
  expect(sent.html).toContain(`<p>In 1983.</p><pre style="white-space:pre-wrap;font:inherit">`);
  expect(sent.html).toContain(words.repeat(50));
});

it('says which characters the charset of the section does not hold, and sends nothing', async () => {
  const { engine, replyWith } = await openSection();
  await engine.ask('settings.change', { sectionId, change: { charset: 'iso-2022-jp' } });
  const count = smtp.received.length;
  const reply = replyWith({ text: '①月に髙橋が。', html: '<p>①㈱</p>' });
  expect(await engine.fail('reply.send', reply)).toMatchObject({
    code: 'characters-misfit',
    detail: '① 髙 ㈱',
  });
  await engine.ask('reply.send', { ...reply, asUtf8: true });
  expect((await sentAfter(count)).raw).toContain('charset=utf-8');
  await engine.ask('reply.send', replyWith({ text: '十月です。' }));
  const sent = await sentAfter(count + 1);
  expect(sent.raw).toContain('charset=iso-2022-jp; format=flowed');
  expect(sent.text).toContain('十月です。');
});

it('is done with a conversation as soon as the letter is on its way, and no longer than it is', async () => {
  const { engine, state, place, replyWith } = await openSection();
  await engine.ask('settings.change', { sectionId, change: { undoSeconds: 60 } });
  const until = Date.now() + 86_400_000;
  await engine.ask('conversation.snooze', { ...place, until });
  const before = await state();
  expect(before.status).toBe('snoozed');
  // What is not accepted changes nothing.
  await engine.fail('reply.send', { ...replyWith({ text: ' ' }), isDone: true });
  expect(await state()).toEqual(before);

  const reply = { ...replyWith({ text: 'In 1983.' }), isDone: true };
  const { id } = await engine.ask('reply.send', reply);
  expect(await state()).toEqual({ status: 'done', due: null, wakesAt: null });
  await engine.ask('outbox.withdraw', { sectionId, outboxItemId: id });
  expect(await state()).toEqual(before);

  // Sent and done once more, refused for good: nobody was answered.
  await engine.ask('settings.change', { sectionId, change: { undoSeconds: 0 } });
  smtp.trouble.refuseRecipient = { code: 550, text: '5.1.1 No such person' };
  await engine.ask('reply.send', { ...reply, token: randomUUID() });
  await waitFor('the refusal', async () => {
    const [item] = await engine.ask('outbox.list', { sectionId });
    return item?.state === 'failed';
  });
  delete smtp.trouble.refuseRecipient;
  expect(await state()).toEqual(before);
});

it('is done with a letter that was sent before, once that is asked for, and once only', async () => {
  const { engine, state, place, replyWith } = await openSection();
  await engine.ask('settings.change', { sectionId, change: { undoSeconds: 60 } });
  const reply = replyWith({ text: 'In 1983.' });
  const { id } = await engine.ask('reply.send', reply);
  expect((await state()).status).toBe('open');
  expect(await engine.ask('reply.send', { ...reply, isDone: true })).toMatchObject({ id });
  expect((await state()).status).toBe('done');
  await engine.ask('conversation.setStatus', { ...place, status: 'open' });
  await engine.ask('reply.send', { ...reply, isDone: true });
  expect((await state()).status).toBe('open');
});

it('is done again with a letter that failed and is sent again, unless somebody spoke since', async () => {
  const { engine, state, place, replyWith } = await openSection();
  const [failing, failed] = [{ code: 550, text: '5.1.1 No such person' }, 'failed'] as const;
  const send = async (text: string) => {
    smtp.trouble.refuseRecipient = failing;
    const { id } = await engine.ask('reply.send', { ...replyWith({ text }), isDone: true });
    await waitFor('the refusal', async () => {
      const items = await engine.ask('outbox.list', { sectionId });
      return items.find((item) => item.id === id)?.state === failed;
    });
    delete smtp.trouble.refuseRecipient;
    expect((await state()).status).toBe('open');
    return { sectionId, outboxItemId: id };
  };
  const first = await send('In 1983.');
  // Given another time, and called back then.
  const schedule = { at: Date.now() + 86_400_000, zone: 'Asia/Tokyo' };
  await engine.ask('outbox.reschedule', { ...first, schedule });
  expect((await state()).status).toBe('done');
  await engine.ask('outbox.withdraw', first);
  expect((await state()).status).toBe('open');

  const second = await send('In 1984.');
  await engine.ask('conversation.setStatus', { ...place, status: 'open' });
  await engine.ask('outbox.retry', second);
  expect((await state()).status).not.toBe('done');

  const third = await send('In 1985.');
  const count = smtp.received.length;
  await engine.ask('outbox.retry', third);
  await sentAfter(count);
  expect((await state()).status).toBe('done');
});
