import { afterAll, beforeAll, expect, it } from 'vitest';
import { findDraft, saveDraft } from '../../../main/engine/store/drafts.ts';
import type { SectionDatabase } from '../../../main/engine/store/open-database.ts';
import { toStoreError } from '../../../main/engine/store/store-error.ts';
import { type Dovecot, startDovecot } from '../../support/dovecot.ts';
import { plainLetter, replyDraft } from '../../support/plain-letter.ts';
import { sectionDatabase } from '../../support/section-database.ts';
import { storedInbox } from '../../support/stored-inbox.ts';
import { storeLetter } from '../../support/stored-letter.ts';
import { accountOf, loginTo, syncHarness } from '../../support/sync-harness.ts';
import { waitFor } from '../../support/wait-for.ts';

let dovecot: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot(['full']);
});
afterAll(() => dovecot.stop());

/** SQLite then finds no room for another page, as on a disk that is full. */
function fill(db: SectionDatabase, spare: number): void {
  const pages = db.pragma('page_count', { simple: true }) as number;
  db.pragma(`max_page_count = ${pages + spare}`);
}

const makeRoom = (db: SectionDatabase) => db.pragma('max_page_count = 1000000');

it('says that the disk is full, keeps what it has, and goes on when there is room', async () => {
  for (let index = 0; index < 900; index += 1) {
    dovecot.deliver(
      'full',
      `From: Hana <hana@example.com>\r\nSubject: ${index}\r\nMessage-ID: <${index}@example.com>\r\n\r\n` +
        `${Math.random()} `.repeat(200),
    );
  }
  const { db, job, statuses } = syncHarness(accountOf(loginTo(dovecot, 'full')));
  fill(db, 250);
  job.start();
  await waitFor('the disk to be full', () => statuses.at(-1)?.error?.code === 'disk-full');
  const kept = storedInbox(db);
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(900);
  makeRoom(db);
  job.start();
  await waitFor('the rest', () => statuses.at(-1)?.phase === 'live');
  const onServer = (await dovecot.messages('full')).map(({ uid, raw }) => ({ uid, raw }));
  expect(storedInbox(db)).toEqual(onServer);
});

it('refuses a draft that has no room, and keeps the last one whole', () => {
  const db = sectionDatabase();
  const { conversationId } = storeLetter(db);
  saveDraft(db, replyDraft(conversationId), plainLetter('What fitted.'), 1);
  fill(db, 0);
  let refused: unknown = null;
  try {
    saveDraft(db, replyDraft(conversationId), plainLetter('long '.repeat(100_000)), 2);
  } catch (error) {
    refused = error;
  }
  expect(toStoreError(refused)).toMatchObject({ code: 'disk-full' });
  expect(findDraft(db, replyDraft(conversationId))?.text).toBe('What fitted.');
});
