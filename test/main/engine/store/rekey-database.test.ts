import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../../main/engine/store/open-database.ts';
import { rekeyDatabase } from '../../../../main/engine/store/rekey-database.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function database() {
  const folder = temporaryFolder();
  const path = join(folder, 'section.db');
  const from = randomBytes(32);
  const db = openDatabase({ path, key: from, nativeBinding: null });
  db.exec('CREATE TABLE word (text TEXT)');
  db.prepare('INSERT INTO word VALUES (?)').run('harbour');
  db.close();
  return { folder, path, from, to: randomBytes(32), nativeBinding: null };
}

const words = (path: string, key: Buffer) => {
  const db = openDatabase({ path, key, nativeBinding: null });
  try {
    return db.prepare('SELECT text FROM word').pluck().all();
  } finally {
    db.close();
  }
};

it('opens with the new key and with the old one no more', () => {
  const options = database();
  rekeyDatabase(options);
  expect(words(options.path, options.to)).toEqual(['harbour']);
  expect(() => words(options.path, options.from)).toThrow('file is not a database');
  expect(globSync('*', { cwd: options.folder })).toEqual(['section.db']);
});

it('keeps what is in the write-ahead log only', () => {
  const options = database();
  const db = openDatabase({ path: options.path, key: options.from, nativeBinding: null });
  db.prepare('INSERT INTO word VALUES (?)').run('ferry');
  // As a kill leaves them: the log beside a file that has not got its pages.
  const left = temporaryFolder();
  for (const suffix of ['', '-wal']) copyFileSync(options.path + suffix, `${left}/a.db${suffix}`);
  db.close();
  rekeyDatabase({ ...options, path: join(left, 'a.db') });
  expect(words(join(left, 'a.db'), options.to)).toEqual(['harbour', 'ferry']);
});

it('does nothing the second time, nor where there is no file', () => {
  const options = database();
  rekeyDatabase(options);
  const bytes = readFileSync(options.path);
  rekeyDatabase(options);
  expect(readFileSync(options.path).equals(bytes)).toBe(true);
  const absent = join(options.folder, 'absent.db');
  rekeyDatabase({ ...options, path: absent });
  expect(existsSync(absent)).toBe(false);
});

it('throws for neither key, and leaves the file', () => {
  const options = database();
  const wrong = { ...options, from: randomBytes(32) };
  expect(() => rekeyDatabase(wrong)).toThrow('file is not a database');
  expect(words(options.path, options.from)).toEqual(['harbour']);
});

it('gives a file of before what a new one has: free pages go back to the system', () => {
  const options = database();
  const old = openDatabase({ path: options.path, key: options.from, nativeBinding: null });
  old.pragma('auto_vacuum = NONE');
  old.exec('VACUUM');
  expect(old.pragma('auto_vacuum', { simple: true })).toBe(0);
  old.close();
  rekeyDatabase(options);
  const renewed = openDatabase({ path: options.path, key: options.to, nativeBinding: null });
  expect(renewed.pragma('auto_vacuum', { simple: true })).toBe(2);
  renewed.close();
});
