import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { offeredFor } from '../../../renderer/composer/offered-for.ts';
import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import type { MessageHeaders } from '../../../shared/model/message.ts';
import { type Dovecot, startDovecot } from '../../support/dovecot.ts';
import { type TestEngine, testEngine } from '../../support/engine.ts';
import {
  companyDomain,
  hostileAddress,
  mayHave,
  ownAddress,
} from '../../support/hostile-addresses.ts';
import { type SmtpServer, startSmtpServer } from '../../support/smtp-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { waitFor } from '../../support/wait-for.ts';

const sectionId = 'world-services' as const;
const passphrase = 'lantern ferry orchard nine';
const inSection = { sectionId };
let dovecot: Dovecot;
let smtp: SmtpServer;

beforeAll(async () => {
  dovecot = await startDovecot(['hostile', 'kept', 'edited']);
  smtp = await startSmtpServer();
});
afterAll(async () => {
  await smtp.stop();
  await dovecot.stop();
});

/** A section with a mailbox, and the company's domain listed. */
async function section(user: string, letters: readonly string[]) {
  for (const letter of letters) dovecot.deliver(user, letter);
  const folder = temporaryFolder();
  const engine = testEngine(folder);
  await engine.ask('session.create', { name: 'Ken Abe', passphrase });
  const at = { host: dovecot.host, security: 'tls' as const };
  await engine.ask('account.save', {
    sectionId,
    settings: {
      senderName: 'World Services',
      senderAddress: ownAddress,
      imap: {
        ...at,
        port: dovecot.imapsPort,
        user,
        trustedFingerprint: dovecot.certificate.fingerprint,
      },
      smtp: {
        host: smtp.host,
        port: smtp.port,
        security: 'tls',
        user: smtp.user,
        trustedFingerprint: smtp.certificate.fingerprint,
      },
    },
    passwords: { imap: dovecot.password, smtp: smtp.password },
  });
  await engine.ask('settings.change', {
    ...inSection,
    change: { undoSeconds: 0, companyDomains: [companyDomain] },
  });
  const list = { ...inSection, view: 'all', query: '', offset: 0, limit: 100 } as const;
  const { items } = await waitFor('every letter', async () => {
    const found = await engine.ask('conversation.list', list);
    return found.total >= letters.length ? found : null;
  });
  return { engine, folder, conversations: items.map(({ id }) => id) };
}

/** Lines of a head that nobody honest writes, as far as a server still takes them for mail. */
const hostileLetter = fc
  .record({
    from: fc.array(hostileAddress, { minLength: 1, maxLength: 3 }),
    replyTo: fc.array(hostileAddress, { maxLength: 2 }),
    cc: fc.array(hostileAddress, { maxLength: 3 }),
    name: fc.constantFrom(
      'Mika Mori',
      '"eve@evil.test"',
      'eve@evil.test',
      'a, b',
      '=?utf-8?q?=0d=0a?=',
    ),
    isGroup: fc.boolean(),
  })
  .map(({ from, replyTo, cc, name, isGroup }) => ({
    From: from.map((address) => `${name} <${address}>`).join(', '),
    ...(replyTo.length === 0
      ? {}
      : { 'Reply-To': isGroup ? `All: ${replyTo.join(', ')};` : replyTo.join(', ') }),
    ...(cc.length === 0 ? {} : { Cc: cc.join(', ') }),
  }));

/** A server would take what is behind a line's end for another field, or for the text. */
function oneLine(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not get in
  return value.replace(/[\u0000-\u001f\u007f]+/g, ' ');
}

function mail(head: Readonly<Record<string, string>>, index: number): string {
  const lines = Object.entries(head).map(([name, value]) => {
    return `${name}: ${oneLine(value)}`;
  });
  return [
    ...lines,
    `To: ${ownAddress}, Desk <desk@${companyDomain}>`,
    `Subject: Letter ${index}`,
    `Message-ID: <letter-${index}@reader.example>`,
    '',
    'When does it leave?',
    '',
  ].join('\r\n');
}

/** Whom a reply to a message could go to at all, found out from its head alone. */
function readersOf({ from, replyTo }: MessageHeaders): readonly string[] {
  return (replyTo.length > 0 ? replyTo : [from]).map(({ address }) => address);
}

it('puts no address outside the permitted set into an envelope, whatever is answered, passed on or typed', async () => {
  const letters = fc.sample(hostileLetter, 14).map(mail);
  const { engine, conversations } = await section('hostile', letters);
  const typed = fc.array(hostileAddress, { maxLength: 2 });
  const allowed = new Map<string, readonly string[]>();
  let queued = 0;
  for (const conversationId of conversations) {
    const place = { ...inSection, conversationId };
    const read = await engine.ask('conversation.read', place);
    const message = read.messages.at(-1);
    if (message === undefined) continue;
    const readers = readersOf(message);
    const everybody = [...message.to, ...message.cc].map(({ address }) => address);
    const staff = [`ken@${companyDomain}`];
    const [cc = [], bcc = [], to = [], edited = []] = fc.sample(typed, 4);
    const reader = read.replyTo?.recipient.allowed
      ? [read.replyTo.recipient.recipient.address]
      : readers.slice(0, 1);
    const attempts = [
      { kind: 'reply', to: reader, cc: [], bcc: [] },
      { kind: 'reply', to: reader, cc: staff, bcc: [] },
      { kind: 'reply', to: reader, cc, bcc },
      { kind: 'reply', to: reader, cc: everybody, bcc: [] },
      { kind: 'reply', to: [...reader, ...to], cc: [], bcc: [] },
      { kind: 'forward', to: staff, cc: [], bcc: [] },
      { kind: 'forward', to: [...staff, ...to], cc, bcc },
      { kind: 'forward', to: reader, cc: [], bcc: [] },
      // As another desktop or the server's Drafts folder may hand it over.
      { kind: 'reply', to: reader, ...(await edit(engine, place, message, edited)) },
    ] as const;
    for (const { kind, ...addressed } of attempts) {
      const result = await engine.engine.call('reply.send', {
        ...place,
        kind,
        messageId: message.id,
        content: {
          text: `Answer ${queued}`,
          html: null,
          cc: addressed.cc,
          bcc: addressed.bcc,
          quote: null,
        },
        to: addressed.to,
        token: crypto.randomUUID(),
      });
      if (!result.ok) continue;
      allowed.set(`Answer ${queued}`, kind === 'reply' ? readers : []);
      queued += 1;
    }
  }
  // Staff are always there to be passed something on to.
  expect(queued).toBeGreaterThanOrEqual(conversations.length);
  await waitFor('every letter to leave', async () => smtp.received.length === queued);
  for (const { rcptTo, raw } of smtp.received) {
    const readers = allowed.get(/Answer \d+/.exec(raw.toString())?.[0] ?? '');
    expect(readers).toBeDefined();
    for (const address of rcptTo)
      expect([address, mayHave(address, readers ?? [])]).toEqual([address, true]);
  }
});

/** What a draft holds after somebody else has put addresses into it. */
async function edit(
  engine: TestEngine,
  place: { readonly sectionId: typeof sectionId } & CallInput<'conversation.read'>,
  message: MessageHeaders,
  cc: readonly string[],
): Promise<{ cc: string[]; bcc: string[] }> {
  const content = { text: 'Edited', html: null, cc: [...cc], bcc: [...cc], quote: null };
  await engine.ask('draft.save', { ...place, kind: 'reply', content, messageId: message.id });
  const { drafts }: CallOutput<'conversation.read'> = await engine.ask('conversation.read', place);
  return { cc: drafts[0]?.cc ?? [], bcc: drafts[0]?.bcc ?? [] };
}

it('sends a reply that was edited on the server to its reader alone, whomever the edited draft names', async () => {
  const count = 12;
  const user = 'edited';
  const letters = Array.from({ length: count }, (_, index) =>
    mail({ From: `Mika <mika-${index}@reader.example>` }, index + 100),
  );
  const before = smtp.received.length;
  const { engine, conversations } = await section(user, letters);
  await engine.ask('settings.change', { ...inSection, change: { syncDrafts: true } });
  const replies = await Promise.all(
    conversations.map(async (conversationId) => {
      const place = { ...inSection, conversationId };
      const { replyTo, messages } = await engine.ask('conversation.read', place);
      if (replyTo?.recipient.allowed !== true) throw new Error('no reader');
      const content = { text: 'Dear Mika', html: null, cc: [], bcc: [], quote: null };
      const { messageId, recipient } = replyTo;
      await engine.ask('draft.save', { ...place, kind: 'reply', content, messageId });
      await engine.ask('conversation.close', place);
      const index = Number(/Letter (\d+)/.exec(messages[0]?.subject ?? '')?.[1]);
      return { place, messageId, reader: recipient.recipient.address, index };
    }),
  );
  await waitFor(
    'every copy',
    async () => (await dovecot.messages(user, 'Drafts').catch(() => [])).length === count,
  );

  const named = fc.array(hostileAddress, { minLength: 1, maxLength: 3 });
  for (const { index } of replies) {
    const [to = [], cc = [], bcc = [], other = []] = fc.sample(named, 4);
    const head = {
      From: `World Services <${ownAddress}>, Eve <eve@evil.test>`,
      'Reply-To': other.join(', '),
      Sender: 'eve@evil.test',
      Cc: cc.join(', '),
      Bcc: bcc.join(', '),
      'Resent-To': to.join(', '),
      'In-Reply-To': `<letter-${index}@reader.example>`,
    };
    const [fields = ''] = mail(head, index + 500).split('\r\n\r\n');
    const raw = fields.replace(/^To: .*$/m, `To: ${oneLine(to.join(', '))}`);
    dovecot.deliver(user, `${raw}\r\n\r\nBcc: eve@evil.test\r\n\r\nEdited ${index}.\r\n`, 'Drafts');
  }
  // Into every second conversation another reader writes, and the reply is turned to them.
  const isTurned = (index: number) => index % 2 === 1;
  for (const { index } of replies.filter((reply) => isTurned(reply.index))) {
    const answered = `<letter-${index}@reader.example>`;
    const head = { From: `Yui <yui-${index - 100}@reader.example>`, 'In-Reply-To': answered };
    dovecot.deliver(user, mail(head, index + 1000));
  }
  for (const { place, messageId, reader, index } of replies) {
    await engine.ask('conversation.read', place);
    const found = await waitFor('the edited draft', () => engine.ask('editedDraft.find', place));
    if (isTurned(index)) {
      await turn(engine, { place, found, index });
      continue;
    }
    const edited = offeredFor(found, messageId);
    if (edited === null) throw new Error('not offered');
    expect(edited.text).toContain(`Edited ${index}.`);
    expect(JSON.stringify({ ...edited, text: '' })).not.toContain('@');
    const { drafts } = await engine.ask('conversation.read', place);
    const [draft] = drafts;
    if (draft === undefined) throw new Error('no draft');
    // As the window takes it: the text, and nothing else.
    const content = { ...draft, text: edited.text, html: null };
    await engine.ask('draft.save', { ...place, kind: 'reply', content, messageId });
    const { version } = edited;
    await engine.ask('editedDraft.settle', { ...place, version, choice: 'taken' });
    const taken = (await engine.ask('conversation.read', place)).drafts[0];
    expect(taken).toMatchObject({ text: edited.text, cc: [], bcc: [] });
    await engine.ask('reply.send', {
      ...place,
      kind: 'reply',
      messageId,
      content: { ...content, cc: taken?.cc ?? [], bcc: taken?.bcc ?? [] },
      to: [reader],
      token: crypto.randomUUID(),
    });
  }
  await waitFor('every letter', async () => smtp.received.length === before + count);
  for (const { rcptTo, raw } of smtp.received.slice(before)) {
    const words = raw.toString();
    const [, kind, number] = /(Edited|Turned) (\d+)/.exec(words) ?? [];
    const name = kind === 'Edited' ? 'mika' : 'yui';
    expect(rcptTo).toEqual([`${name}-${Number(number) - 100}@reader.example`]);
    if (kind === 'Turned') expect(words).not.toContain('Edited');
    expect(raw.toString().split('\r\n\r\n')[0]).not.toContain('evil.test');
  }
});

/** As the window turns a reply to whoever wrote last, with an offer still on screen. */
async function turn(
  engine: TestEngine,
  {
    place,
    found,
    index,
  }: {
    readonly place: { readonly sectionId: typeof sectionId } & CallInput<'editedDraft.find'>;
    readonly found: NonNullable<CallOutput<'editedDraft.find'>>;
    readonly index: number;
  },
): Promise<void> {
  const newest = await waitFor('the other reader', async () => {
    const { messages } = await engine.ask('conversation.read', place);
    return messages.length > 1 ? messages.at(-1) : null;
  });
  // The engine has not heard of it: the window alone keeps the offer out of the letter.
  expect(await engine.ask('editedDraft.find', place)).toEqual(found);
  expect(offeredFor(found, newest.id)).toBeNull();
  const content = { text: `Turned ${index}`, html: null, cc: [], bcc: [], quote: null };
  const letter = { ...place, kind: 'reply' as const, content, messageId: newest.id };
  await engine.ask('draft.save', letter);
  expect(await engine.ask('editedDraft.find', place)).toBeNull();
  const choice = { ...place, version: found.version, choice: 'taken' as const };
  expect(await engine.fail('editedDraft.settle', choice)).toMatchObject({ code: 'not-found' });
  const to = [newest.from.address];
  await engine.ask('reply.send', { ...letter, to, token: crypto.randomUUID() });
}

it('lets an administrator alone list domains and allow an exception, on record with the letter', async () => {
  const before = smtp.received.length;
  const head = { From: 'Mika <mika@reader.example>', Cc: 'lawyer@outside.example' };
  const { engine, folder, conversations } = await section('kept', [mail(head, 0)]);
  const [conversationId] = conversations;
  if (conversationId === undefined) throw new Error('no letter');
  const place = { ...inSection, conversationId };
  const { messages } = await engine.ask('conversation.read', place);
  const letter = {
    ...place,
    kind: 'reply' as const,
    messageId: messages[0]?.id,
    content: { text: 'At nine.', html: null, cc: ['Lawyer@Outside.example'], bcc: [], quote: null },
    to: ['mika@reader.example'],
    token: crypto.randomUUID(),
  };
  const exception = { addresses: ['lawyer@outside.example'], reason: 'The reader asks for it.' };
  expect(await engine.fail('reply.send', letter)).toEqual({
    code: 'recipient-not-permitted',
    detail: 'Lawyer@outside.example',
  });
  await engine.ask('reply.send', { ...letter, exception } as CallInput<'reply.send'>);
  // A second press of the same letter is not a second exception.
  await engine.ask('reply.send', { ...letter, exception } as CallInput<'reply.send'>);
  await waitFor('the letter', async () => smtp.received.length === before + 1);
  expect(smtp.received.at(-1)?.rcptTo.toSorted()).toEqual([
    'Lawyer@outside.example',
    'mika@reader.example',
  ]);
  const everything = { kind: null, staffId: null, query: '', from: null, to: null };
  const { items } = await engine.ask('ledger.list', {
    ...inSection,
    side: 'left',
    ...everything,
    offset: 0,
    limit: 9,
  });
  expect(items.map(({ kind, target, reason }) => [kind, target, reason])).toEqual([
    ['mail', expect.stringMatching(/^(?=.*mika@reader)(?=.*Lawyer@outside).*$/), ''],
    ['exception', 'Lawyer@outside.example', exception.reason],
  ]);

  const inMembers = { sectionId: 'members', memberId: null, reason: '' } as const;
  const fields = { familyName: 'Mori', emails: ['mori@home.example'] };
  await engine.ask('member.save', { ...inMembers, fields });
  const telling = { ...letter.content, text: 'Ask mori@home.example.', cc: [] };
  const asked = { ...letter, content: telling, attachments: [], excepted: [] };
  const findings = async ({ ask }: TestEngine) =>
    (await ask('letter.check', asked as CallInput<'letter.check'>)).findings.map(
      ({ kind }) => kind,
    );
  expect(await findings(engine)).toEqual(['member-data']);

  const { passphrase: handed } = await engine.ask('staff.add', {
    name: 'Yui',
    role: 'staff',
    sections: [sectionId],
  });
  await engine.engine.close();
  const others = testEngine(folder);
  const { profiles } = await others.ask('session.state', null);
  const staffId = profiles.find(({ name }) => name === 'Yui')?.id;
  if (staffId === undefined) throw new Error('nobody was added');
  await others.ask('session.unlock', { staffId, passphrase: handed });
  await others.ask('passphrase.change', { current: handed, next: 'granite violin sunday moth' });
  // Whether an address is a member's is not for everybody to find out by typing it.
  expect(await findings(others)).toEqual(['contact']);
  const again = { ...letter, token: crypto.randomUUID(), exception };
  expect(await others.fail('reply.send', again)).toMatchObject({ code: 'administrator-needed' });
  const change = { companyDomains: ['outside.example'] };
  expect(await others.fail('settings.change', { ...inSection, change })).toMatchObject({
    code: 'administrator-needed',
  });
  await others.ask('settings.change', { ...inSection, change: { undoSeconds: 5 } });
  expect(await others.ask('settings.get', inSection)).toMatchObject({
    companyDomains: [companyDomain],
  });
});
