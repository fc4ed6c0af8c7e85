import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openSection, quarantineSection } from '../../../../main/engine/services/open-section.ts';
import { openDatabase, type SectionDatabase } from '../../../../main/engine/store/open-database.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const key = randomBytes(32);

function newFiles() {
  const dataFolder = temporaryFolder();
  const path = join(dataFolder, 'sections', 'members.db');
  const now = () => Date.UTC(2026, 10, 24, 9);
  return { files: { dataFolder, nativeBinding: null, now }, path };
}

function opened(opening: ReturnType<typeof openSection>): SectionDatabase {
  if (!opening.ok) throw new Error(opening.error.code);
  onTestFinished(() => {
    opening.db.close();
  });
  return opening.db;
}

it.each([
  ['a text file', Buffer.from('This is not a database.'.repeat(500))],
  ['an SQLite file in clear', Buffer.concat([Buffer.from('SQLite format 3\0'), randomBytes(8176)])],
  ['random bytes', randomBytes(40_960)],
])('says that %s is damaged and leaves it as it is, to be moved aside', (_, content) => {
  const { files, path } = newFiles();
  mkdirSync(join(files.dataFolder, 'sections'));
  writeFileSync(path, content);
  expect(openSection(files, 'members', [key])).toMatchObject({ error: { code: 'store-damaged' } });
  expect(readFileSync(path).equals(content)).toBe(true);

  const keptAs = quarantineSection(files, 'members');
  opened(openSection(files, 'members', [key]));
  expect(readFileSync(join(files.dataFolder, 'sections', keptAs)).equals(content)).toBe(true);
});

it('opens nothing with the key of another section', () => {
  const { files } = newFiles();
  opened(openSection(files, 'members', [key]));
  expect(openSection(files, 'members', [randomBytes(32)])).toMatchObject({
    error: { code: 'store-damaged' },
  });
});

it('leaves a database from the future alone', () => {
  const { files, path } = newFiles();
  const made = openSection(files, 'members', [key]);
  if (made.ok) {
    made.db.pragma('user_version = 999');
    made.db.close();
  }
  expect(openSection(files, 'members', [key])).toMatchObject({
    error: { code: 'store-from-the-future' },
  });
  const db = openDatabase({ path, key, nativeBinding: null });
  expect(db.pragma('user_version', { simple: true })).toBe(999);
  db.close();
  expect(readdirSync(join(files.dataFolder, 'sections'))).toEqual(['members.db']);
});
