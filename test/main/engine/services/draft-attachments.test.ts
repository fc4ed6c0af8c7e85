import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { parseMessage } from '../../../../main/engine/mail/mime/parse-message.ts';
import {
  appendToDraftAttachment,
  beginDraftAttachment,
  choosePhotoSize,
  finishAttachment,
  listDraftAttachments,
  putBackAttachments,
  removeAttachments,
  renameAttachment,
} from '../../../../main/engine/services/draft-attachments.ts';
import { sendReply } from '../../../../main/engine/services/send-reply.ts';
import { saveAccount } from '../../../../main/engine/store/account.ts';
import {
  clearDraftAttachments,
  findQueuedAttachments,
  forgetRemovedAttachments,
  queueAttachments,
} from '../../../../main/engine/store/draft-attachments.ts';
import { removeUids } from '../../../../main/engine/store/folder-messages.ts';
import { keepFolder } from '../../../../main/engine/store/folders.ts';
import { keepLetterLimit } from '../../../../main/engine/store/letter-limit.ts';
import { removeOrphans } from '../../../../main/engine/store/lost-places.ts';
import { findDueMail } from '../../../../main/engine/store/outbox-items.ts';
import { markCopied, moveOutboxItem } from '../../../../main/engine/store/outbox-moves.ts';
import type { DraftAttachmentId } from '../../../../shared/ids.ts';
import { encodedSize } from '../../../../shared/letter-size.ts';
import { longestPiece, type PhotoSize } from '../../../../shared/model/draft-attachment.ts';
import { noMime } from '../../../support/no-mime.ts';
import { plainJpeg, tellingJpeg } from '../../../support/photos.ts';
import { plainLetter } from '../../../support/plain-letter.ts';
import { sectionContext } from '../../../support/section-context.ts';
import { sectionDatabase } from '../../../support/section-database.ts';
import { hana, ken, sectionLedger } from '../../../support/section-ledger.ts';
import { storeLetter } from '../../../support/stored-letter.ts';
import { accountOf } from '../../../support/sync-harness.ts';

const sectionId = 'world-services';
const kind = 'reply';
const now = Date.UTC(2026, 10, 24, 9);

/** A section with one letter of a reader, in which a person is signed in. */
function sectionWithLetter() {
  const db = sectionDatabase();
  const letter = storeLetter(db, { headerMessageId: 'question@example.com' });
  const server = {
    ...{ host: '127.0.0.1', port: 1, user: 'world', password: 'a password' },
    ...{ security: 'tls' as const, trustedFingerprint: null, trustedCertificate: null },
  };
  saveAccount(db, accountOf(server));
  let writer = hana;
  const section = { ...sectionContext(db), ledger: sectionLedger(db, undefined, () => writer) };
  const { conversationId, messageId } = letter;
  const place = { sectionId, conversationId, kind } as const;

  function unwrap<T>(result: { readonly ok: boolean; readonly value?: T }): T {
    expect(result).toMatchObject({ ok: true });
    return result.value as T;
  }

  function upload(id: DraftAttachmentId, photoSize: PhotoSize, content: Buffer) {
    const target = { sectionId, draftAttachmentId: id, photoSize } as const;
    for (let offset = 0; offset < content.length; offset += longestPiece) {
      const piece = content.subarray(offset, offset + longestPiece);
      unwrap(appendToDraftAttachment(section, { ...target, offset, content: piece }));
    }
    return finishAttachment(section, { ...target, thumbnail: null });
  }

  function attach(name: string, content: Buffer) {
    const file = { ...place, name, size: content.length, photoSize: 'original' } as const;
    const { id } = unwrap(beginDraftAttachment(section, file));
    return unwrap(upload(id, 'original', content));
  }

  return {
    db,
    section,
    place,
    attach,
    upload,
    list: () => unwrap(listDraftAttachments(section, place)).attachments,
    signIn: (who: typeof hana) => {
      writer = who;
    },
    send: (attachments: DraftAttachmentId[], token: string = randomUUID()) =>
      sendReply(
        section,
        noMime,
        {
          ...place,
          messageId,
          content: plainLetter('Here it is.'),
          to: ['hana@example.com'],
          attachments,
          token,
        },
        now,
        { isAdministrator: false, members: null },
      ),
    pieces: () => db.prepare('SELECT count(*) FROM draft_attachment_piece').pluck().get(),
  };
}

it('sends the files of the letter, under their names, and a photo without its place', async () => {
  const { db, attach, send, list } = sectionWithLetter();
  const film = Buffer.alloc(longestPiece * 2 + 7, 'film');
  const ids = [attach('フェリー.bin', film), attach('port.jpg', tellingJpeg(1))].map(
    ({ id }) => id,
  );
  expect(list().map(({ privacy }) => privacy)).toEqual(['no-photo', 'cleaned']);
  expect(await send(ids)).toMatchObject({ ok: true });
  expect(list()).toEqual([]);
  const { attachments } = await parseMessage(findDueMail(db, now + 60_000)?.raw ?? Buffer.alloc(0));
  expect(attachments).toMatchObject([
    { filename: 'フェリー.bin', mimeType: 'application/octet-stream', size: film.length },
    { filename: 'port.jpg', mimeType: 'image/jpeg', size: plainJpeg.length },
  ]);
});

it('sends nothing when the files are not those that the window showed', async () => {
  const { attach, send, list } = sectionWithLetter();
  const { id } = attach('a.txt', Buffer.from('a'));
  const refused = { ok: false, error: { code: 'attachments-changed' } };
  expect(await send([])).toEqual(refused);
  const other = attach('b.txt', Buffer.from('b'));
  expect(await send([id])).toEqual(refused);
  expect(list()).toHaveLength(2);
  expect(await send([other.id, id])).toMatchObject({ ok: true });
});

it('queues a letter once for a token, with its files', async () => {
  const { db, attach, send } = sectionWithLetter();
  const { id } = attach('a.txt', Buffer.from('a'));
  const token = randomUUID();
  const first = await send([id], token);
  expect(await send([], token)).toEqual(first);
  expect(first.ok && findQueuedAttachments(db, first.value.id)).toMatchObject([{ name: 'a.txt' }]);
});

it('keeps what one person attaches from another', () => {
  const { section, attach, list, signIn } = sectionWithLetter();
  const { id } = attach('a.txt', Buffer.from('a'));
  signIn(ken);
  expect(list()).toEqual([]);
  const renamed = renameAttachment(section, { sectionId, draftAttachmentId: id, name: 'b' });
  expect(renamed).toMatchObject({ ok: false, error: { code: 'not-found' } });
  removeAttachments(section, { sectionId, draftAttachmentIds: [id] }, now);
  signIn(hana);
  expect(list()).toHaveLength(1);
});

it('refuses a file that the server would refuse, encoded, before a byte of it comes in', () => {
  const { db, section, place } = sectionWithLetter();
  const begin = (size: number) =>
    beginDraftAttachment(section, { ...place, name: 'a', size, photoSize: 'original' });
  const tooLarge = { ok: false, error: { code: 'letter-too-large' } };
  expect(begin(60_000_000)).toMatchObject(tooLarge);
  expect(begin(18_000_000)).toMatchObject({ ok: true });
  keepLetterLimit(db, { host: '127.0.0.1', port: 1 }, 10_000_000);
  expect(begin(1)).toMatchObject(tooLarge);
  expect(encodedSize(57)).toBe(encodedSize(0) + 78);
});

it('takes no more bytes than were announced, no fewer, and none out of order', () => {
  const { section, place, list } = sectionWithLetter();
  const begun = beginDraftAttachment(section, {
    ...place,
    name: 'a',
    size: 4,
    photoSize: 'original',
  });
  if (!begun.ok) throw new Error('it was not begun');
  const target = {
    sectionId,
    draftAttachmentId: begun.value.id,
    photoSize: 'original',
  } as const;
  const append = (offset: number, content: string) =>
    appendToDraftAttachment(section, { ...target, offset, content: Buffer.from(content) }).ok;
  expect(append(0, 'abcde')).toBe(false);
  expect(append(0, 'ab')).toBe(true);
  expect(append(0, 'ab')).toBe(false);
  expect(append(3, 'd')).toBe(false);
  expect(finishAttachment(section, { ...target, thumbnail: null }).ok).toBe(false);
  expect(list()).toEqual([]);
  expect(append(2, 'cd')).toBe(true);
  expect(finishAttachment(section, { ...target, thumbnail: null }).ok).toBe(true);
  expect(append(4, 'e')).toBe(false);
});

it('sends a photo in the size that staff chose, as a JPEG, and goes back to the original', () => {
  const { section, attach, upload } = sectionWithLetter();
  const { id } = attach('port.png', tellingJpeg(1));
  expect(upload(id, 'medium', plainJpeg)).toMatchObject({
    ok: true,
    value: { name: 'port.jpg', photoSize: 'medium', mimeType: 'image/jpeg', hasOriginal: true },
  });
  const target = { sectionId, draftAttachmentId: id } as const;
  const choose = (photoSize: PhotoSize) => choosePhotoSize(section, { ...target, photoSize });
  expect(choose('original')).toMatchObject({ ok: true, value: { name: 'port.png' } });
  expect(choose('medium')).toMatchObject({ ok: true, value: { name: 'port.jpg' } });
  expect(choose('large')).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

it('gives a file a safe name, and keeps its ending when it is renamed', () => {
  const { section, attach } = sectionWithLetter();
  const { id, name } = attach('../../etc/\u202egpj.exe\r\nBcc: x.txt', Buffer.from('a'));
  expect(name).toBe('etc gpj.exe Bcc x.txt');
  const renamed = renameAttachment(section, { sectionId, draftAttachmentId: id, name: '表/1' });
  expect(renamed).toMatchObject({ ok: true, value: { name: '表 1.txt' } });
});

it('brings back what was removed, until the section is opened anew', () => {
  const { db, section, place, attach, list, pieces } = sectionWithLetter();
  const { id } = attach('a.txt', Buffer.from('a'));
  const these = { sectionId: place.sectionId, draftAttachmentIds: [id] };
  removeAttachments(section, these, now);
  expect(list()).toEqual([]);
  putBackAttachments(section, these);
  expect(list()).toHaveLength(1);
  removeAttachments(section, these, now);
  clearDraftAttachments(db);
  expect(pieces()).toBe(0);
});

it('forgets what was removed once nobody can put it back any more', () => {
  const { db, section, place, attach, pieces } = sectionWithLetter();
  const { id } = attach('a.txt', Buffer.from('a'));
  expect(forgetRemovedAttachments(db, now)).toBeNull();
  removeAttachments(section, { sectionId: place.sectionId, draftAttachmentIds: [id] }, now);
  expect(forgetRemovedAttachments(db, now + 50_000)).toBe(10_000);
  expect(pieces()).toBe(1);
  expect(forgetRemovedAttachments(db, now + 60_000)).toBeNull();
  expect(pieces()).toBe(0);
});

it('clears away what never came in whole when the section is opened, and nothing else', () => {
  const { db, section, place, attach, list } = sectionWithLetter();
  attach('a.txt', Buffer.from('a'));
  beginDraftAttachment(section, { ...place, name: 'b', size: 9, photoSize: 'original' });
  clearDraftAttachments(db);
  expect(list()).toMatchObject([{ name: 'a.txt' }]);
});

it('has no file of a letter any more once its copy is filed', async () => {
  const { db, attach, send, pieces } = sectionWithLetter();
  const { id } = attach('a.txt', Buffer.from('a'));
  const sent = await send([id]);
  if (!sent.ok) throw new Error('it was not queued');
  expect(pieces()).toBe(1);
  queueAttachments(db, [id], sent.value.id);
  moveOutboxItem(db, sent.value.id, { from: ['waiting'], to: 'sent' });
  markCopied(db, sent.value.id);
  expect(pieces()).toBe(0);
});

it('keeps a conversation with a file under way, and forgets the file with the conversation', () => {
  const { db, section, attach, list, pieces } = sectionWithLetter();
  const { id } = attach('a.txt', Buffer.from('a'));
  removeUids(db, keepFolder(db, 'inbox', 'INBOX').id, [1]);
  expect(removeOrphans(db)).toMatchObject({ removed: 0 });
  expect(list()).toHaveLength(1);
  removeAttachments(section, { sectionId, draftAttachmentIds: [id] }, now);
  expect(removeOrphans(db)).toMatchObject({ removed: 1 });
  expect(pieces()).toBe(0);
});
