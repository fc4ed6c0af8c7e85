import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readPieces } from '../../../../main/engine/store/attachment-pieces.ts';
import {
  findDraftAttachments,
  findQueuedAttachments,
  type LetterPlace,
  queueAttachments,
} from '../../../../main/engine/store/draft-attachments.ts';
import { findFolder, keepFolder } from '../../../../main/engine/store/folders.ts';
import { migrate } from '../../../../main/engine/store/migrate.ts';
import { openDatabase } from '../../../../main/engine/store/open-database.ts';
import { findOutboxItems, insertOutboxItem } from '../../../../main/engine/store/outbox-items.ts';
import { carryOver } from '../../../../main/engine/store/restore/carry-over.ts';
import { storeMessages } from '../../../../main/engine/store/store-messages.ts';
import { ingestedMessage } from '../../../support/ingested-message.ts';
import { sectionDatabase } from '../../../support/section-database.ts';
import { hana } from '../../../support/section-ledger.ts';
import { storeAttachment } from '../../../support/stored-attachment.ts';
import { storeLetter } from '../../../support/stored-letter.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

it('keeps the files of a conversation that turns out to be part of another', () => {
  const db = sectionDatabase();
  const first = storeLetter(db, { headerMessageId: 'first@example.com' });
  const place: LetterPlace = { conversationId: first.conversationId, kind: 'reply', writer: hana };
  const folderId = findFolder(db, 'inbox')?.id ?? keepFolder(db, 'inbox', 'INBOX').id;
  const store = (uid: number, headerMessageId: string, references: readonly string[]) =>
    storeMessages(db, { folderId, ownAddress: 'world@minato.example' }, [
      {
        ...{ uid, seen: false, arrivedAt: uid },
        ingested: ingestedMessage({
          headerMessageId,
          references: [...references],
          contentHash: randomBytes(32).toString('hex'),
        }),
      },
    ]);
  store(2, 'second@example.com', []);
  const second = db
    .prepare<[], { id: typeof first.conversationId }>('SELECT max(id) AS id FROM conversation')
    .get();
  if (second === undefined) throw new Error('there is no other conversation');
  storeAttachment(db, { ...place, conversationId: second.id });
  store(3, 'both@example.com', ['first@example.com', 'second@example.com']);
  expect(findDraftAttachments(db, place)).toMatchObject([{ name: 'timetable.txt' }]);
});

it('comes along to a restored backup: with the draft, and with a letter that waits', () => {
  const folder = temporaryFolder();
  const key = randomBytes(32);
  const open = (path: string) => {
    const db = openDatabase({ path, key, nativeBinding: null });
    onTestFinished(() => void db.close());
    return db;
  };
  const db = open(join(folder, 'section.db'));
  migrate(db, () => undefined);
  const { conversationId, messageId } = storeLetter(db, { headerMessageId: 'first@example.com' });
  const place: LetterPlace = { conversationId, kind: 'reply', writer: hana };
  storeAttachment(db, place, 'before.txt');
  const path = join(folder, 'backup.db');
  db.prepare('VACUUM INTO ?').run(path);
  const item = insertOutboxItem(db, {
    ...{ token: randomUUID(), conversationId, messageId, kind: 'reply', html: null, quote: null },
    recipients: [{ role: 'to', address: 'hana@example.com' }],
    ...{ headerMessageId: 'reply@minato.example', mailFrom: 'world@minato.example' },
    ...{ subject: 'Re', text: 'Text', raw: Buffer.from('Text'), createdAt: 1 },
    ...{ staffId: hana.id, staffName: hana.name },
  });
  queueAttachments(db, [storeAttachment(db, place, 'queued.txt')], item.id);
  storeAttachment(db, place, 'after.txt');
  const restored = open(path);
  carryOver(db, restored);
  const files = findDraftAttachments(restored, place);
  expect(files.map(({ name }) => name)).toEqual(['before.txt', 'after.txt']);
  expect(files.map((file) => readPieces(restored, file).toString())).toEqual([
    'what is in before.txt',
    'what is in after.txt',
  ]);
  const [waiting] = findOutboxItems(restored);
  expect(waiting && findQueuedAttachments(restored, waiting.id)).toMatchObject([
    { name: 'queued.txt' },
  ]);
});
