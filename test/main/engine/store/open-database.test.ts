import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate } from '../../../../main/engine/store/migrate.ts';
import { openDatabase } from '../../../../main/engine/store/open-database.ts';
import { sectionDatabase } from '../../../support/section-database.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

it('opens with SQLCipher 4 and the pragmas of the design', () => {
  const db = sectionDatabase();
  const pragma = (name: string) => db.pragma(name, { simple: true });
  expect(pragma('cipher')).toBe('sqlcipher');
  expect(pragma('legacy')).toBe('4');
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('synchronous')).toBe(2);
  expect(pragma('foreign_keys')).toBe(1);
  expect(pragma('temp_store')).toBe(2);
  expect(pragma('secure_delete')).toBe(1);
  expect(pragma('auto_vacuum')).toBe(2);
});

it('writes nothing in clear, in the file or its write-ahead log', () => {
  const folder = temporaryFolder();
  const db = openDatabase({
    path: join(folder, 'a.db'),
    key: randomBytes(32),
    nativeBinding: null,
  });
  migrate(db, () => undefined);
  db.prepare('INSERT INTO conversation (subject) VALUES (?)').run('MARKER-OF-A-READER');
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    expect(bytes.includes('MARKER-OF-A-READER'), name).toBe(false);
    expect(bytes.includes('SQLite format 3'), name).toBe(false);
  }
  db.close();
});

it('refuses a wrong key at once, and leaves the file as it was', () => {
  const path = join(temporaryFolder(), 'a.db');
  const db = openDatabase({ path, key: randomBytes(32), nativeBinding: null });
  migrate(db, () => undefined);
  db.close();
  const before = readFileSync(path);
  expect(() => openDatabase({ path, key: randomBytes(32), nativeBinding: null })).toThrow(
    expect.objectContaining({ code: 'SQLITE_NOTADB' }),
  );
  expect(readFileSync(path).equals(before)).toBe(true);
});

it('refuses a file that is not a database, and leaves it as it was', () => {
  const path = join(temporaryFolder(), 'a.db');
  writeFileSync(path, 'a shopping list, not a database. '.repeat(1000));
  const before = readFileSync(path);
  expect(() => openDatabase({ path, key: randomBytes(32), nativeBinding: null })).toThrow(
    expect.objectContaining({ code: 'SQLITE_NOTADB' }),
  );
  expect(readFileSync(path).equals(before)).toBe(true);
});

it('makes no new file where one that only rests here is gone', () => {
  const path = join(temporaryFolder(), 'gone.db');
  const options = { path, key: randomBytes(32), nativeBinding: null, keepsJournal: true };
  expect(() => openDatabase(options)).toThrow('unable to open database file');
  expect(existsSync(path)).toBe(false);
});
