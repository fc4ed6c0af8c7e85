import { mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { finishRestore } from '../../../../../main/engine/store/restore/finish-restore.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const date = '2026-11-24T09-00-00-000Z';
const kept = `members.db.before-restore-${date}`;

function folderWith(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(temporaryFolder(), 'sections-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const read = () =>
    Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    );
  return { folder, path: join(folder, 'members.db'), read };
}

const before = {
  'members.db': 'old',
  'members.db-wal': 'log',
  'members.db-shm': 'index',
  'members.db-head': 'old head',
  [`members.db.restored-${date}`]: 'restored',
  [`members.db.restored-${date}-head`]: 'restored head',
  // Another section's.
  [`website-editor.db.restored-${date}`]: 'other',
};
const after = {
  'members.db': 'restored',
  'members.db-head': 'restored head',
  [`${kept}-head`]: 'old head',
  [kept]: 'old',
  [`${kept}-wal`]: 'log',
  [`${kept}-shm`]: 'index',
  [`website-editor.db.restored-${date}`]: 'other',
};

it('puts what is ready in the place of the file, which is kept with its log', () => {
  const { path, read } = folderWith(before);
  finishRestore(path);
  expect(read()).toEqual(after);
  finishRestore(path);
  expect(read()).toEqual(after);
});

it.each([1, 2, 3, 4])('goes on after a kill that came when %i files were kept', (moved) => {
  const { path, read } = folderWith(before);
  for (const suffix of ['', '-wal', '-shm', '-head'].slice(0, moved)) {
    renameSync(path + suffix, `${join(path, '..', kept)}${suffix}`);
  }
  finishRestore(path);
  expect(read()).toEqual(after);
});

it('goes on after a kill that came when the head had its place already', () => {
  const { path, read } = folderWith(before);
  for (const suffix of ['', '-wal', '-shm', '-head']) {
    renameSync(path + suffix, `${join(path, '..', kept)}${suffix}`);
  }
  renameSync(`${path}.restored-${date}-head`, `${path}-head`);
  finishRestore(path);
  expect(read()).toEqual(after);
});

it('removes what was not whole, and leaves the section as it was', () => {
  const { path, read } = folderWith({
    'members.db': 'old',
    [`members.db.restored-${date}.new`]: 'half',
    [`members.db.restored-${date}.new-journal`]: 'half',
    [`members.db.restored-${date}.new.rekey`]: 'half, with the key of before',
    [`members.db.restored-${date}-head`]: 'a head',
    [`members.db.restored-${date}-head.new`]: 'half a head',
  });
  finishRestore(path);
  expect(read()).toEqual({ 'members.db': 'old' });
});
