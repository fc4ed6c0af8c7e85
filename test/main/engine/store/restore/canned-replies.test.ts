import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import {
  countUse,
  findCannedReplies,
  findCannedVersions,
  insertCannedVersion,
  putCannedReply,
} from '../../../../../main/engine/store/canned-replies.ts';
import { findHonorific, saveHonorific } from '../../../../../main/engine/store/honorifics.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import {
  openDatabase,
  type SectionDatabase,
} from '../../../../../main/engine/store/open-database.ts';
import { rekeyDatabase } from '../../../../../main/engine/store/rekey-database.ts';
import { carryOver } from '../../../../../main/engine/store/restore/carry-over.ts';
import { CannedReplyId } from '../../../../../shared/ids.ts';
import { storeLetter } from '../../../../support/stored-letter.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

/** A section with a letter of Hana Sato's, and a way to have it as it was. */
function section() {
  const folder = temporaryFolder();
  const key = randomBytes(32);
  const open = (path: string, withKey = key) => {
    const db = openDatabase({ path, key: withKey, nativeBinding: null });
    onTestFinished(() => void db.close());
    return db;
  };
  const path = join(folder, 'section.db');
  const db = open(path);
  migrate(db, () => undefined);
  storeLetter(db, { headerMessageId: 'question@example.com' });
  const backUp = (): SectionDatabase => {
    const copy = join(folder, `${randomUUID()}.db`);
    db.prepare('VACUUM INTO ?').run(copy);
    return open(copy);
  };
  return { path, key, open, db, backUp };
}

function write(db: SectionDatabase, text: string, id = CannedReplyId.parse(randomUUID())) {
  const content = { name: 'Thanks', key: 't', language: 'en', text } as const;
  putCannedReply(db, id, content);
  const by = { staffId: null, staffName: 'Hana Ito' };
  insertCannedVersion(db, { id: randomUUID(), cannedReplyId: id, at: 1, ...by, ...content });
  return id;
}

const texts = (db: SectionDatabase) =>
  findCannedReplies(db)
    .map(({ text, uses }) => [text, uses])
    .sort();

it('goes back to a backup with every canned reply of now, and those that only it has', () => {
  const { db, backUp } = section();
  const both = write(db, 'Before');
  const backup = backUp();
  write(backup, 'Only there');
  write(db, 'Now', both);
  countUse(db, both, 2);
  write(db, 'Newer');
  carryOver(db, backup);
  expect(texts(backup)).toEqual([
    ['Newer', 0],
    ['Now', 1],
    ['Only there', 0],
  ]);
  expect(findCannedVersions(backup, both).map(({ text }) => text)).toEqual(['Now', 'Before']);
});

it('has the backup’s own when nothing is left to compare with', () => {
  const { db, backUp } = section();
  write(db, 'Before');
  const backup = backUp();
  carryOver(null, backup);
  expect(texts(backup)).toEqual([['Before', 0]]);
});

it('takes along how readers are addressed who have a letter in the backup, and no others', () => {
  const { db, backUp } = section();
  const backup = backUp();
  saveHonorific(db, 'hana@example.com', 'dr');
  saveHonorific(db, 'gone@example.com', 'ms');
  carryOver(db, backup);
  expect(findHonorific(backup, 'hana@example.com')).toBe('dr');
  expect(findHonorific(backup, 'gone@example.com')).toBeNull();
});

it('keeps all of it through a change of the section’s key', () => {
  const { path, key, open, db } = section();
  const id = write(db, 'Kept');
  saveHonorific(db, 'hana@example.com', 'sama');
  db.close();
  const next = randomBytes(32);
  rekeyDatabase({ path, from: key, to: next, nativeBinding: null });
  const after = open(path, next);
  expect(texts(after)).toEqual([['Kept', 0]]);
  expect(findCannedVersions(after, id)).toHaveLength(1);
  expect(findHonorific(after, 'hana@example.com')).toBe('sama');
});
