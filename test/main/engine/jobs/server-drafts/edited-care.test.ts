import { expect, it } from 'vitest';
import { findEditPlaces } from '../../../../../main/engine/store/edited-drafts.ts';
import {
  asPhone,
  choose,
  copiedReplies,
  newId,
  offered,
  saveElsewhere,
} from '../../../../support/edit-elsewhere.ts';
import { ken } from '../../../../support/section-ledger.ts';

const { copied } = copiedReplies([
  'colleague',
  'nameless',
  'words',
  'ended',
  'refused',
  'busy',
  'unread',
  'asked',
]);

it('keeps nothing of a version once its writer’s reply is gone, and offers it to no colleague', async () => {
  const section = await copied('colleague');
  const { db, job, write, whole, look } = section;
  await saveElsewhere(section, { head: newId });
  write('Dear Hana, from Ken', 'reply', ken);
  await look();
  expect(offered(section)).not.toBeNull();
  write('');
  await whole(job.look);
  await look();
  expect(offered(section, ken)).toBeNull();
  expect(db.prepare("SELECT count(*) FROM edited_draft WHERE text <> ''").pluck().get()).toBe(0);
  write('Dear Hana, anew');
  await look();
  expect(offered(section)).toBeNull();
});

it('takes a draft that answers some message for no version of a reply to one without a Message-ID', async () => {
  const section = await copied('nameless');
  section.db.prepare('UPDATE message SET header_message_id = NULL').run();
  const ours = { 'in-reply-to': '<another@example.com>' };
  await saveElsewhere(section, { head: ours, old: 'left' });
  await section.look();
  expect(findEditPlaces(section.db)).toEqual([]);
  await saveElsewhere(section, { head: { 'in-reply-to': null, references: null } });
  await section.look();
  expect(offered(section)?.text).toBe('Dear Hana, from my phone.\n');
});

it('has the disk cleared of what it forgets', async () => {
  const section = await copied('words');
  const { calls, write, whole, job } = section;
  expect(calls.forgotten).toBe(0);
  write('');
  await whole(job.look);
  expect(calls.forgotten).toBe(1);
});

it('tells of a version that was kept before the server ended the look', async () => {
  const section = await copied('ended');
  await saveElsewhere(section);
  await saveElsewhere(section, {
    head: { ...asPhone, 'message-id': '<second@phone.example>' },
    old: 'left',
  });
  section.changes.length = 0;
  section.between.client = (client) => {
    const { fetchOne } = client;
    let count = 0;
    client.fetchOne = async (...args) => {
      count += 1;
      if (count > 1) throw new Error('the connection ended');
      return await fetchOne.apply(client, args);
    };
  };
  await section.look();
  expect(findEditPlaces(section.db)).toHaveLength(1);
  expect(section.changes).toEqual([section.conversationId]);
});

it('knows a copy, or a version, that the server refuses to take away, and tries again', async () => {
  const section = await copied('refused');
  const { db, job, write, whole, look, texts, between } = section;
  await saveElsewhere(section, { head: newId });
  await look();
  write('Dear Hana, from my phone.\n');
  expect(choose(section, 'taken')).toBe(true);
  between.client = (client) => {
    client.messageDelete = () => Promise.resolve(false);
  };
  await whole(job.look);
  expect(findEditPlaces(db)).toHaveLength(1);
  between.client = () => {};
  await whole(job.look);
  expect(findEditPlaces(db)).toEqual([]);
  expect(await texts()).toEqual(['Dear Hana, from my phone.']);
});

it('reads a version once more that the parser had no time for', async () => {
  const section = await copied('busy');
  const { between, look, mime } = section;
  await saveElsewhere(section);
  between.tryParse = () => Promise.resolve(null);
  await look();
  expect(findEditPlaces(section.db)).toEqual([]);
  between.tryParse = mime.tryParse;
  await look();
  expect(offered(section)?.text).toBe('Dear Hana, from my phone.\n');
});

it('keeps the record of a copy that the parser had no time for', async () => {
  const section = await copied('unread');
  const { db, between, job, whole, texts, write, mime } = section;
  // The app was ended before the server's answer.
  db.prepare('UPDATE server_draft SET uid = NULL, uid_validity = NULL').run();
  between.tryParse = () => Promise.resolve(null);
  await whole(job.look);
  expect(db.prepare('SELECT count(*) FROM server_draft').pluck().get()).toBe(1);
  between.tryParse = mime.tryParse;
  write('');
  await whole(job.look);
  await whole(job.look);
  expect(await texts()).toEqual([]);
});

it('asks for no address of a draft but its writer’s, to tell whose it is', async () => {
  const section = await copied('asked');
  const asked: unknown[] = [];
  section.between.client = (client) => {
    const { fetchAll } = client;
    client.fetchAll = (...args) => {
      asked.push(args[1]);
      return fetchAll.apply(client, args);
    };
  };
  await saveElsewhere(section);
  await section.look();
  expect(offered(section)).not.toBeNull();
  expect(JSON.stringify(asked)).toContain('"from"');
  expect(JSON.stringify(asked)).not.toMatch(/envelope|"(?:to|cc|bcc|reply-to)"/i);
});
