import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import {
  installDependencies,
  isUpToDate,
  markInstalled,
  nodeExecutable,
} from '../../tools/setup/dependencies.mjs';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A project with a lock file and nothing installed. */
function project(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'a', version: '1.0.0' }));
  writeLock(folder, '1.0.0');
  return folder;
}

function writeLock(folder: string, version: string): void {
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ name: 'a', version }));
}

function plantNode(folder: string): void {
  const executable = nodeExecutable(folder);
  mkdirSync(dirname(executable), { recursive: true });
  writeFileSync(executable, '');
  chmodSync(executable, 0o755);
}

it('takes a folder without node_modules as stale', () => {
  expect(isUpToDate(project())).toBe(false);
});

it('takes dependencies as stale once the lock file changes', () => {
  const folder = project();
  plantNode(folder);
  markInstalled(folder);
  expect(isUpToDate(folder)).toBe(true);
  writeLock(folder, '1.0.1');
  expect(isUpToDate(folder)).toBe(false);
});

it('takes dependencies that something else installed as stale', () => {
  const folder = project();
  plantNode(folder);
  expect(isUpToDate(folder)).toBe(false);
});

it('fails with what npm said, and stays stale', async () => {
  const folder = project();
  rmSync(join(folder, 'package-lock.json'));
  await expect(installDependencies(folder)).rejects.toMatchObject({
    output: expect.stringContaining('package-lock.json'),
  });
  expect(isUpToDate(folder)).toBe(false);
});
