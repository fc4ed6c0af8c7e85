import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  findEditPlaces,
  findOfferedEdit,
  settleEdit,
} from '../../../../../main/engine/store/edited-drafts.ts';
import type { EditedDraftChoice } from '../../../../../shared/model/edited-draft.ts';
import { type Dovecot, startDovecot } from '../../../../support/dovecot.ts';
import { hana, ken } from '../../../../support/section-ledger.ts';
import {
  type ServerDraftsHarness,
  serverDraftsHarness,
} from '../../../../support/server-drafts-harness.ts';

const users = [
  'new-id',
  'same-id',
  'references',
  'again',
  'ours',
  'foreign',
  'two',
  'named',
  'kept',
  'taken',
  'hostile',
  'files',
  'turned',
  'sent',
  'off',
  'cheap',
  'gone',
] as const;
type User = (typeof users)[number];

let dovecot: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot(users);
});
afterAll(() => dovecot.stop());

/** A section with one reply, copied to Drafts, and the job that did it. */
async function copied(user: User, text = 'Dear Hana') {
  const harness = serverDraftsHarness(dovecot, user);
  const job = harness.start();
  harness.write(text);
  await harness.whole(job.look);
  const look = () => harness.whole(() => job.opened(harness.conversationId));
  return { ...harness, job, look };
}

type Edit = {
  /** The fields of its head by name; null takes one out. */
  readonly head?: Readonly<Record<string, string | null>>;
  readonly body?: string;
  /** What becomes of the copy that it was made of. */
  readonly old?: 'expunged' | 'marked' | 'left';
};

const ourFields = { 'x-fumibako-draft': null, 'x-fumibako-words': null };
const newId = { 'message-id': '<new@phone.example>' };
const asPhone = { ...newId, ...ourFields };

/** Saves an edit of the newest draft as RFC 9051 lets a program: a new message, and the old one away. */
async function saveElsewhere(
  { elsewhere }: Pick<ServerDraftsHarness, 'elsewhere'>,
  { head = asPhone, body = 'Dear Hana, from my phone.', old = 'expunged' }: Edit = {},
): Promise<void> {
  await elsewhere(async (client) => {
    const lock = await client.getMailboxLock('Drafts');
    const uid = ((await client.search({ all: true }, { uid: true })) as number[]).at(-1);
    const fetched = await client.fetchOne(String(uid), { source: true }, { uid: true });
    const source = fetched === false ? '' : (fetched.source?.toString('latin1') ?? '');
    const [before = ''] = source.split('\r\n\r\n');
    const fields = before
      .replace(/\r\n(?=[ \t])/g, '')
      .split('\r\n')
      .filter((line) => {
        const name = line.slice(0, line.indexOf(':')).toLowerCase();
        return !(name in head) && !name.startsWith('content-');
      });
    for (const [name, value] of Object.entries(head)) {
      if (value !== null) fields.push(`${name}: ${value}`);
    }
    const raw = 'content-type' in head ? body : `\r\n${body}\r\n`;
    await client.append('Drafts', `${fields.join('\r\n')}\r\n${raw}`, ['\\Draft', '\\Seen']);
    if (old === 'expunged') await client.messageDelete(String(uid), { uid: true });
    if (old === 'marked') await client.messageFlagsAdd(String(uid), ['\\Deleted'], { uid: true });
    lock.release();
  });
}

function offered({ db, conversationId }: ServerDraftsHarness, writer = hana) {
  return findOfferedEdit(db, conversationId, writer.id);
}

function choose(harness: ServerDraftsHarness, choice: EditedDraftChoice, writer = hana): boolean {
  const { db, conversationId } = harness;
  const version = offered(harness, writer)?.version ?? '';
  return settleEdit(db, conversationId, writer.id, { version, choice });
}

it.each(['expunged', 'marked'] as const)(
  'offers what another program saved under a new Message-ID, its old copy %s, and copies nothing beside it',
  async (old) => {
    const section = await copied('new-id');
    const before = Date.now() - 2000;
    await saveElsewhere(section, { old });
    await section.look();
    expect(offered(section)).toMatchObject({
      text: 'Dear Hana, from my phone.\n',
      html: null,
      hasFiles: false,
      problem: null,
    });
    expect(offered(section)?.savedAt).toBeGreaterThan(before);
    expect(section.changes).toContain(section.conversationId);
    // Written on here meanwhile: two texts, and the person chooses.
    section.write('Dear Hana, yes.');
    await section.whole(section.job.look);
    await section.look();
    expect(await section.texts()).not.toContain('Dear Hana, yes.');
    expect(await section.texts()).toContain('Dear Hana, from my phone.');
    section.write('');
    await section.whole(section.job.look);
    // Of another program's, nothing goes without a choice; here nothing is kept of it.
    expect(await section.texts()).toEqual(['Dear Hana, from my phone.']);
    expect(findEditPlaces(section.db)).toEqual([]);
    await section.elsewhere(async (client) => {
      await client.mailboxDelete('Drafts');
    });
  },
);

it('offers a version that kept the Message-ID and the marks of our copy, and takes neither for ours', async () => {
  const section = await copied('same-id');
  await saveElsewhere(section, { head: {}, old: 'left' });
  section.write('Dear Hana, yes.');
  await section.whole(section.job.look);
  expect(offered(section)?.text).toBe('Dear Hana, from my phone.\n');
  section.write('');
  await section.whole(section.job.look);
  expect(await section.texts()).toEqual(['Dear Hana, from my phone.']);
});

it('knows a version by its references where the program keeps no In-Reply-To', async () => {
  const section = await copied('references');
  const references = '<first@example.com>\r\n <question@example.com>';
  await saveElsewhere(section, { head: { ...asPhone, 'in-reply-to': null, references } });
  await section.look();
  expect(offered(section)?.text).toBe('Dear Hana, from my phone.\n');
});

it('offers nothing that a copy of the same reply ever said, however it is encoded and folded', async () => {
  const section = await copied('again', 'Dear Hana,\n\nthe boat leaves at nine. Every day.');
  await saveElsewhere(section, {
    head: {
      ...asPhone,
      'content-type': 'text/plain; charset=utf-8',
      'content-transfer-encoding': 'base64',
    },
    body: `\r\n${Buffer.from('Dear Hana,\r\n\r\nthe boat leaves\r\nat nine. Every day.\r\n').toString('base64')}\r\n`,
  });
  section.write('Dear Hana,\n\nat ten.');
  await section.whole(section.job.look);
  await section.look();
  expect(offered(section)).toBeNull();
  // A newer one is copied, and the version of before is another program's: it stays.
  expect(await section.onServer()).toHaveLength(2);
  await saveElsewhere(section, {
    head: { ...asPhone, 'message-id': '<later@phone.example>' },
    body: 'Dear Hana,\r\n\r\nat eleven.',
  });
  await section.look();
  expect(offered(section)?.text).toBe('Dear Hana,\n\nat eleven.\n');
});

it('never offers copies of ours: replaced ones, those of a colleague, those of another desktop', async () => {
  const section = await copied('ours');
  const { db, write, conversationId, whole, job, look } = section;
  write('Dear Hana, from Ken', 'reply', ken);
  await whole(job.look);
  // One whose answer was lost, of which no record is left either.
  write('Dear Hana, lost');
  await whole(job.look);
  db.prepare('DELETE FROM server_draft WHERE staff_id = ? AND saved_at = ?').run(
    hana.id,
    section.time.now,
  );
  write('Dear Hana, newer');
  await whole(job.look);
  const other = serverDraftsHarness(dovecot, 'ours');
  other.write('Dear Hana, from another desktop');
  await other.whole(other.start().look);
  await look();
  await other.whole(() => other.start().opened(other.conversationId));
  expect((await section.texts()).toSorted()).toEqual([
    'Dear Hana, from Ken',
    'Dear Hana, from another desktop',
    'Dear Hana, lost',
    'Dear Hana, newer',
  ]);
  for (const writer of [hana, ken]) {
    expect(findOfferedEdit(db, conversationId, writer.id)).toBeNull();
    expect(offered(other, writer)).toBeNull();
  }
  // An edit of the other desktop's copy, its marks kept, is nobody's here.
  await saveElsewhere(other, { head: newId });
  await look();
  expect(offered(section)).toBeNull();
  expect(offered(section, ken)).toBeNull();
  await other.whole(() => other.start().look());
  expect(offered(other)?.text).toBe('Dear Hana, from my phone.\n');
});

it('takes no other draft for a version of a reply', async () => {
  const section = await copied('foreign');
  const others = [
    { 'in-reply-to': '<another@example.com>', references: null },
    { 'in-reply-to': null, references: '<question@example.com> <another@example.com>' },
    { 'in-reply-to': null, references: null },
    { from: 'Somebody <somebody@minato.example>' },
    { from: 'foreign@minato.example.evil.test' },
  ];
  for (const head of others) {
    await saveElsewhere(section, { head: { ...asPhone, ...head }, old: 'left' });
  }
  await section.look();
  expect(findEditPlaces(section.db)).toEqual([]);
});

it('offers what could be either colleague’s to both, until one takes it or both keep their own', async () => {
  const section = await copied('two');
  const { job, write, whole, look, texts } = section;
  write('Dear Hana, from Ken', 'reply', ken);
  await whole(job.look);
  await saveElsewhere(section);
  await look();
  expect(offered(section)?.text).toBe('Dear Hana, from my phone.\n');
  expect(choose(section, 'kept')).toBe(true);
  await whole(job.look);
  // Not Hana's, so it may be Ken's.
  expect(offered(section)).toBeNull();
  expect(offered(section, ken)?.text).toBe('Dear Hana, from my phone.\n');
  expect(await texts()).toContain('Dear Hana, from my phone.');
  expect(choose(section, 'kept', ken)).toBe(true);
  await whole(job.look);
  expect((await texts()).toSorted()).toEqual(['Dear Hana', 'Dear Hana, from Ken']);
});

it('offers a version that kept the name of the draft to its writer alone', async () => {
  const section = await copied('named');
  const { job, write, whole, look } = section;
  write('Dear Hana, from Ken', 'reply', ken);
  await whole(job.look);
  // Of the newest: of Ken's.
  await saveElsewhere(section, { head: newId });
  await look();
  expect(offered(section)).toBeNull();
  expect(choose(section, 'taken')).toBe(false);
  expect(offered(section, ken)?.text).toBe('Dear Hana, from my phone.\n');
});

it('keeps the own text for that version, puts it back into Drafts, and offers a later version', async () => {
  const section = await copied('kept');
  const { job, whole, look, texts } = section;
  await saveElsewhere(section);
  await look();
  expect(choose(section, 'kept')).toBe(true);
  await whole(job.look);
  expect(offered(section)).toBeNull();
  expect(await texts()).toEqual(['Dear Hana']);
  await saveElsewhere(section, { body: 'Dear Hana, once more.' });
  await look();
  expect(offered(section)?.text).toBe('Dear Hana, once more.\n');
});

it('takes a version away only when the text that was taken from it is copied', async () => {
  const section = await copied('taken');
  const { db, job, write, whole, look, texts, conversationId } = section;
  await saveElsewhere(section);
  await look();
  const version = offered(section)?.version ?? '';
  section.chosen.isOpen = true;
  write('Dear Hana, from my phone.\n');
  settleEdit(db, conversationId, hana.id, { version, choice: 'taken' });
  await whole(job.look);
  expect(await texts()).toEqual(['Dear Hana, from my phone.']);
  const [edited] = await section.onServer();
  section.chosen.isOpen = false;
  await whole(job.look);
  const [ours] = await section.onServer();
  expect(await texts()).toEqual(['Dear Hana, from my phone.']);
  expect(ours?.uid).not.toBe(edited?.uid);
  expect(findEditPlaces(db)).toEqual([]);
});

it('says of a version that is too large or cannot be read that it is, and leaves it in Drafts', async () => {
  const section = await copied('hostile');
  const { job, whole, look, onServer } = section;
  const count = async () => (await onServer()).length;
  await saveElsewhere(section, { body: 'x'.repeat(78).concat('\r\n').repeat(140_000) });
  await look();
  expect(offered(section)).toMatchObject({ text: '', problem: 'too-large' });
  expect(choose(section, 'kept')).toBe(true);
  await whole(job.look);
  await look();
  expect(offered(section)).toBeNull();
  expect(await count()).toBe(2);

  const parts = Array.from({ length: 3000 }, (_, index) => index);
  const nested = parts.map(
    (at) => `Content-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n--b${at + 1}\r\n`,
  );
  await saveElsewhere(section, {
    head: {
      ...asPhone,
      'message-id': '<nested@phone.example>',
      'content-type': 'multipart/mixed; boundary=b0',
    },
    body: `\r\n--b0\r\n${nested.join('')}\r\nDear\r\n`,
  });
  await look();
  expect(offered(section)).toMatchObject({ text: '', problem: 'unreadable' });
});

it('takes the words of HTML, and leaves a version with files in Drafts after the choice', async () => {
  const section = await copied('files');
  const { job, whole, look, onServer } = section;
  await saveElsewhere(section, {
    head: { ...asPhone, 'content-type': 'multipart/mixed; boundary=b', 'mime-version': '1.0' },
    body: [
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<script>alert(1)</script><p>Dear <b>Hana</b>, boldly.</p>',
      '--b',
      'Content-Type: image/png; name=boat.png',
      'Content-Disposition: attachment; filename=boat.png',
      '',
      'not a boat',
      '--b--',
      '',
    ].join('\r\n'),
  });
  await look();
  expect(offered(section)).toMatchObject({ hasFiles: true, problem: null });
  expect(offered(section)?.text.trim()).toBe('Dear Hana, boldly.');
  expect(choose(section, 'kept')).toBe(true);
  await whole(job.look);
  await look();
  expect(offered(section)).toBeNull();
  expect((await onServer()).filter(({ raw }) => raw.includes('boat.png'))).toHaveLength(1);
});

it('offers no version of a reply that answers another message by now', async () => {
  const section = await copied('turned');
  const { db, look } = section;
  await saveElsewhere(section);
  await look();
  expect(offered(section)).not.toBeNull();
  // Whose letter it quotes is not whom the reply goes to.
  db.prepare('UPDATE draft SET message_id = NULL').run();
  expect(offered(section)).toBeNull();
  expect(choose(section, 'taken')).toBe(false);
});

it('asks nothing about what another program saved before the reply was sent', async () => {
  const section = await copied('sent');
  const { db, look, conversationId, messageId } = section;
  await saveElsewhere(section);
  await look();
  expect(offered(section)).not.toBeNull();
  db.prepare(
    `INSERT INTO outbox_item (token, conversation_id, message_id, header_message_id, kind, state,
       recipient, mail_from, subject, text, raw, created_at)
     VALUES ('t', ?, ?, 'sent@minato.example', 'reply', 'sent', '', '', '', '', x'00', ?)`,
  ).run(conversationId, messageId, Date.now() + 60_000);
  expect(offered(section)).toBeNull();
});

it('asks no more once the setting is off, and takes nothing of another program’s away', async () => {
  const section = await copied('off');
  const { chosen, job, whole, look, texts } = section;
  await saveElsewhere(section);
  await look();
  chosen.isOn = false;
  await whole(job.look);
  expect(offered(section)).toBeNull();
  expect(await texts()).toEqual(['Dear Hana, from my phone.']);
});

it('asks no more about a version that is gone from Drafts', async () => {
  const section = await copied('gone');
  await saveElsewhere(section);
  await section.look();
  await section.elsewhere(async (client) => {
    const lock = await client.getMailboxLock('Drafts');
    await client.messageDelete('1:*');
    lock.release();
  });
  await section.look();
  expect(offered(section)).toBeNull();
  await section.whole(section.job.look);
});

it('asks the server only when a conversation with a copy is opened, and now and then while it is open', async () => {
  const section = await copied('cheap');
  const { chosen, time, job, write, whole, connections } = section;
  expect(connections()).toBe(1);
  chosen.isOpen = true;
  for (const text of ['Dear', 'Dear Ha', 'Dear Hana, n']) {
    write(text);
    await whole(job.look);
  }
  expect(connections()).toBe(1);
  await whole(() => job.opened(section.conversationId));
  expect(connections()).toBe(2);
  time.now += 3 * 60_000;
  await whole(job.look);
  expect(connections()).toBe(3);
});
