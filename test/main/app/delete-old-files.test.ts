import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { deleteOldFiles } from '../../../main/app/delete-old-files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function fileOf(folder: string, name: string, writtenAt: number): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, 'x');
  utimesSync(path, writtenAt / 1000, writtenAt / 1000);
  return path;
}

it('deletes what is older than the limit, in folders below as well, and nothing else', () => {
  const folder = temporaryFolder();
  const limit = Date.UTC(2026, 10, 24);
  const old = [
    fileOf(folder, 'fumibako.4.log', limit - 1000),
    fileOf(folder, join('pending', 'a.dmp'), limit - 1000),
  ];
  const fresh = [
    fileOf(folder, 'fumibako.log', limit + 1000),
    fileOf(folder, join('pending', 'b.dmp'), limit + 1000),
  ];
  deleteOldFiles(folder, limit);
  expect(old.filter(existsSync)).toEqual([]);
  expect(fresh.filter(existsSync)).toEqual(fresh);
});

it('goes on past a file that cannot be deleted', () => {
  const folder = temporaryFolder();
  const limit = Date.UTC(2026, 10, 24);
  const held = fileOf(folder, 'a.dmp', limit - 1000);
  const old = fileOf(folder, 'b.dmp', limit - 1000);
  const refused: string[] = [];
  deleteOldFiles(folder, limit, (path) => {
    refused.push(path);
    if (path === held) throw new Error('held by another program');
    rmSync(path);
  });
  expect(refused).toEqual([held, old]);
  expect(existsSync(old)).toBe(false);
});

it('finds nothing old in a folder that is not there', () => {
  expect(() => deleteOldFiles(join(temporaryFolder(), 'none'), Date.now())).not.toThrow();
});
