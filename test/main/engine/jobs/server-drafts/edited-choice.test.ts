import { expect, it } from 'vitest';
import { findEditPlaces, settleEdit } from '../../../../../main/engine/store/edited-drafts.ts';
import {
  asPhone,
  choose,
  copiedReplies,
  newId,
  offered,
  saveElsewhere,
} from '../../../../support/edit-elsewhere.ts';
import { hana } from '../../../../support/section-ledger.ts';

const { copied } = copiedReplies([
  'kept',
  'taken',
  'hostile',
  'files',
  'turned',
  'sent',
  'off',
  'cheap',
  'gone',
  'own',
  'photo',
]);

it('keeps the own text beside that version in Drafts, asks about it once, and offers a later version', async () => {
  const section = await copied('kept');
  const { job, whole, look, texts } = section;
  await saveElsewhere(section, { head: newId });
  await look();
  expect(choose(section, 'kept')).toBe(true);
  await whole(job.look);
  await look();
  expect(offered(section)).toBeNull();
  expect((await texts()).toSorted()).toEqual(['Dear Hana', 'Dear Hana, from my phone.']);
  await saveElsewhere(section, { body: 'Dear Hana, once more.' });
  await look();
  expect(offered(section)?.text).toBe('Dear Hana, once more.\n');
});

it('takes a version of our copy away, once the text that was taken from it is copied', async () => {
  const section = await copied('taken');
  const { db, job, write, whole, look, texts, conversationId } = section;
  await saveElsewhere(section, { head: newId });
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

it('leaves what may be a letter of its own in Drafts, also when its text is taken', async () => {
  const section = await copied('own');
  const { job, write, whole, look, texts, onServer } = section;
  // Begun in another program: it answers the same message, and has nothing of ours about it.
  await saveElsewhere(section, { old: 'left' });
  await look();
  write('Dear Hana, from my phone.\n');
  expect(choose(section, 'taken')).toBe(true);
  await whole(job.look);
  await look();
  expect(await texts()).toEqual(['Dear Hana, from my phone.', 'Dear Hana, from my phone.']);
  expect((await onServer()).some(({ raw }) => raw.includes('new@phone.example'))).toBe(true);
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

it('offers a version with a file that was added there, though it says the same', async () => {
  const section = await copied('photo');
  await saveElsewhere(section, {
    head: { ...asPhone, 'content-type': 'multipart/mixed; boundary=b', 'mime-version': '1.0' },
    body: [
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Dear Hana',
      '--b',
      'Content-Type: image/png; name=boat.png',
      'Content-Disposition: attachment; filename=boat.png',
      '',
      'not a boat',
      '--b--',
      '',
    ].join('\r\n'),
  });
  await section.look();
  expect(offered(section)).toMatchObject({ hasFiles: true, problem: null });
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
