import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate } from '../../../../main/engine/store/migrate.ts';
import { migrations } from '../../../../main/engine/store/migrations/all.ts';
import { openDatabase } from '../../../../main/engine/store/open-database.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function emptyDatabase() {
  const path = join(temporaryFolder(), 'a.db');
  return openDatabase({ path, key: randomBytes(32), nativeBinding: null });
}

it('brings a new database to the newest version without a copy', () => {
  const db = emptyDatabase();
  const copies: number[] = [];
  expect(migrate(db, (version) => copies.push(version))).toBe('migrated');
  expect(db.pragma('user_version', { simple: true })).toBe(migrations.length);
  expect(copies).toEqual([]);
});

it('does nothing to a current database', () => {
  const db = emptyDatabase();
  migrate(db, () => undefined);
  expect(migrate(db, () => expect.unreachable())).toBe('current');
});

it('asks for a copy before it changes an existing database', () => {
  const db = emptyDatabase();
  const steps = ['CREATE TABLE a (x)', 'CREATE TABLE b (x)'];
  migrate(db, () => undefined, steps.slice(0, 1));
  const copies: number[] = [];
  migrate(db, (version) => copies.push(version), steps);
  expect(copies).toEqual([1]);
});

it('leaves a failing step undone, with the version of the last one that held', () => {
  const db = emptyDatabase();
  const steps = ['CREATE TABLE a (x)', 'CREATE TABLE b (x); CREATE TABLE a (x)'];
  expect(() => migrate(db, () => undefined, steps)).toThrow('already exists');
  expect(db.pragma('user_version', { simple: true })).toBe(1);
  expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'b'").get()).toBeUndefined();
});

it('never touches a database from the future', () => {
  const db = emptyDatabase();
  db.exec('CREATE TABLE from_the_future (x); PRAGMA user_version = 999');
  expect(migrate(db, () => expect.unreachable())).toBe('from-the-future');
  expect(db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()).toEqual({ tables: 1 });
});
