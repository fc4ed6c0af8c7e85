import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asPart } from '../../../../../main/engine/mail/mime/as-part.ts';
import { findFolder } from '../../../../../main/engine/store/folders.ts';
import { deleteMails } from '../../../../../main/engine/store/mail-deletions.ts';
import { findAttachments, findDeflatedSource } from '../../../../../main/engine/store/messages.ts';
import { storeMessages } from '../../../../../main/engine/store/store-messages.ts';
import { ErasureId } from '../../../../../shared/ids.ts';
import { bodiesHarness } from '../../../../support/bodies-harness.ts';
import { type Dovecot, startDovecot } from '../../../../support/dovecot.ts';
import { letterWithFile } from '../../../../support/letter-with-file.ts';
import { storedFolder, storedInbox } from '../../../../support/stored-inbox.ts';

let dovecot: Dovecot;
let users = 0;
beforeAll(async () => {
  dovecot = await startDovecot(Array.from({ length: 20 }, (_, index) => `user${index}`));
});
afterAll(() => dovecot.stop());

function harness(kept: Parameters<typeof bodiesHarness>[2]) {
  users += 1;
  const user = `user${users}`;
  return { user, ...bodiesHarness(dovecot, user, kept) };
}

const letter = (subject: string, text = `The ferry of ${subject}`) =>
  `From: Hana Sato <hana@example.com>\r\nTo: world@minato.example\r\nSubject: ${subject}\r\n` +
  `Message-ID: <${subject}@example.com>\r\nDate: Mon, 02 Nov 2026 10:00:00 +0900\r\n\r\n${text}\r\n`;

const megabyte = 1024 * 1024;

it('keeps the letters of the last months, and of older ones the heads', async () => {
  const { user, arrive, catchUp, parts, found, bodies, idOf, db } = harness({ bodyMonths: 3 });
  await arrive(letter('new'), 10);
  await arrive(letter('old'), 200);
  await catchUp();
  expect(parts().map(({ part }) => part)).toEqual(['whole', 'head']);
  expect(found('ferry')).toEqual(['new']);
  expect(found('hana')).toEqual(['new', 'old']);
  expect(await bodies.needText(idOf('old'))).toEqual({ ok: true, value: null });
  expect(parts().map(({ part }) => part)).toEqual(['whole', 'whole']);
  expect(found('ferry')).toEqual(['new', 'old']);
  const onServer = (await dovecot.messages(user)).map(({ uid, raw }) => ({ uid, raw }));
  expect(storedInbox(db)).toEqual(onServer);
});

it('fetches what is wanted after all with the next look, newest first', async () => {
  const { arrive, catchUp, parts, keep, job } = harness({ bodyMonths: 3 });
  for (const subject of ['a', 'b', 'c']) await arrive(letter(subject), 200);
  await catchUp();
  expect(parts().map(({ part }) => part)).toEqual(['head', 'head', 'head']);
  keep({ bodyMonths: 12 });
  await job.stop();
  await catchUp();
  await expect.poll(() => parts().map(({ part }) => part)).toEqual(['whole', 'whole', 'whole']);
});

it('fetches of a large letter its words, and its files when somebody wants them', async () => {
  const { arrive, catchUp, parts, found, idOf, bodies, mime, db, progress } = harness({
    wholeUpToMb: 1,
  });
  const raw = letterWithFile('film', 3 * megabyte);
  await arrive(raw, 0);
  await arrive(letter('small'), 0);
  await catchUp();
  expect(parts()).toMatchObject([{ part: 'beginning', size: raw.length }, { part: 'whole' }]);
  const id = idOf('film');
  expect(findAttachments(db, id)).toMatchObject([{ filename: 'film.mp4', mimeType: 'video/mp4' }]);
  const told = findAttachments(db, id)[0]?.size ?? 0;
  expect(Math.abs(told - 3 * megabyte)).toBeLessThan(1024);
  expect(found('film')).toEqual(['film']);
  const beginning = findDeflatedSource(db, id);
  if (beginning === null) throw new Error('no source');
  expect((await mime.parse(beginning)).text.trim()).toBe('Here is the film');

  expect(await bodies.needText(id)).toMatchObject({ ok: true });
  expect(progress).toEqual([]);
  expect(await bodies.needWhole(id)).toMatchObject({ ok: true });
  expect(progress.length).toBeGreaterThan(5);
  expect(progress.at(-1)).toEqual({ messageId: id, done: raw.length, total: raw.length });
  const whole = findDeflatedSource(db, id);
  const file = whole === null ? null : await mime.readAttachment(whole, 0);
  expect(file?.content.byteLength).toBe(3 * megabyte);
  expect(findAttachments(db, id)).toMatchObject([{ size: 3 * megabyte }]);
});

it('leaves off when somebody changes their mind, and begins anew when they change it again', async () => {
  const { arrive, catchUp, idOf, bodies, parts, whenProgressing } = harness({ wholeUpToMb: 1 });
  await arrive(letterWithFile('film', 3 * megabyte), 0);
  await catchUp();
  whenProgressing(({ messageId }) => bodies.cancel(messageId));
  expect(await bodies.needWhole(idOf('film'))).toMatchObject({ error: { code: 'cancelled' } });
  expect(parts()).toMatchObject([{ part: 'beginning' }]);
  whenProgressing(() => undefined);
  expect(await bodies.needWhole(idOf('film'))).toMatchObject({ ok: true });
});

it('fetches on the connection that it keeps what came since it was made', async () => {
  const { arrive, catchUp, idOf, bodies, parts, job, db, mime } = harness({ bodyMonths: 3 });
  await arrive(letter('a'), 200);
  await catchUp();
  expect(await bodies.needText(idOf('a'))).toMatchObject({ ok: true });
  await job.stop();
  const [head] = await mime.ingestMany([Buffer.from(letter('b').split('\r\n\r\n')[0] ?? '')]);
  if (head === undefined) throw new Error('not read');
  const ingested = asPart(head, { size: letter('b').length, attachments: [] });
  await arrive(letter('b'), 200);
  const folder = findFolder(db, 'inbox');
  storeMessages(db, { folderId: folder?.id ?? 0, ownAddress: '' }, [
    { uid: 2, seen: false, arrivedAt: 0, part: 'head', ingested },
  ]);
  // At once: Dovecot tells an idle connection of it half a second later.
  expect(await bodies.needText(idOf('b'))).toMatchObject({ ok: true });
  expect(parts()).toMatchObject([{ part: 'whole' }, { part: 'whole' }]);
});

it('says why it cannot be fetched, and keeps what is here', async () => {
  const { arrive, catchUp, idOf, bodies, job, parts, user } = harness({ bodyMonths: 3 });
  await arrive(letter('old'), 200);
  await catchUp();
  await job.stop();
  await dovecot.doveadm('expunge', '-u', user, 'mailbox', 'INBOX', 'all');
  expect(await bodies.needText(idOf('old'))).toMatchObject({ error: { code: 'not-found' } });
  expect(parts()).toMatchObject([{ part: 'head' }]);
});

it('drops the letters that have grown old, and has them again when they are asked for', async () => {
  const { arrive, catchUp, keep, bodies, parts, found, idOf, db, forgotten } = harness({});
  await arrive(letter('new'), 10);
  await arrive(letter('old'), 200);
  await catchUp();
  const before = storedInbox(db);
  const hashes = () => db.prepare('SELECT hex(content_hash) FROM message ORDER BY id').all();
  const hashed = hashes();
  keep({ bodyMonths: 3 });
  bodies.tidy();
  await expect.poll(() => parts().map(({ part }) => part)).toEqual(['whole', 'head']);
  await expect.poll(forgotten).toBe(1);
  expect(found('ferry')).toEqual(['new']);
  expect(found('sato')).toEqual(['new', 'old']);
  expect(hashes()).toEqual(hashed);
  await bodies.needText(idOf('old'));
  expect(storedInbox(db)).toEqual(before);
  expect(hashes()).toEqual(hashed);
  // Somebody wants it: it stays for a while.
  bodies.tidy();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(parts().map(({ part }) => part)).toEqual(['whole', 'whole']);
});

it('knows a head that moves to another folder, and its letter in two folders for one', async () => {
  const { arrive, catchUp, parts, job, user, db } = harness({ bodyMonths: 3 });
  await arrive(letter('moved'), 200);
  await arrive(letter('twice'), 200);
  await arrive(letter('twice'), 10, 'Sent');
  await catchUp();
  await expect.poll(() => parts().map(({ part }) => part)).toEqual(['head', 'whole']);
  const [{ id } = { id: 0 }] = parts();
  await job.stop();
  await dovecot.doveadm('move', '-u', user, 'Sent', 'mailbox', 'INBOX', 'subject', 'moved');
  await catchUp();
  await expect.poll(() => storedFolder(db, 'Sent').length).toBe(2);
  expect(parts()).toMatchObject([{ id, part: 'head' }, { part: 'whole' }]);
});

it('stores a letter that was deleted here in no part again', async () => {
  const { arrive, catchUp, db, idOf, mime, parts } = harness({ bodyMonths: 3 });
  const raw = letter('gone');
  await arrive(raw, 200);
  await catchUp();
  db.pragma('foreign_keys = OFF');
  db.exec(`INSERT INTO erasure (id, member_id, at, staff_name, reason, places, sequence)
    VALUES (1, 1, 0, '', 'asked', '[]', 1)`);
  db.transaction(() => deleteMails(db, [idOf('gone')], ErasureId.parse(1)))();
  const [ingested] = await mime.ingestMany([Buffer.from(raw)]);
  if (ingested === undefined) throw new Error('not read');
  expect(ingested.contentHash).toBe(createHash('sha256').update(raw).digest('hex'));
  const [folder] = db.prepare('SELECT id FROM folder').all() as { id: number }[];
  const arrived = { uid: 99, seen: false, arrivedAt: 0, ingested };
  storeMessages(db, { folderId: folder?.id ?? 0, ownAddress: '' }, [arrived]);
  expect(parts()).toEqual([]);
});
