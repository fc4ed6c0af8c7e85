import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createKeyHolder, newSectionKeys } from '../../../../main/engine/keyring/key-holder.ts';
import { emptyKeyring, type Keyring } from '../../../../main/engine/keyring/keyring.ts';
import { openKeyringBook } from '../../../../main/engine/keyring/keyring-book.ts';
import {
  keyringPath,
  readKeyring,
  writeKeyring,
} from '../../../../main/engine/keyring/keyring-file.ts';
import { StaffId } from '../../../../shared/ids.ts';
import { quickScrypt } from '../../../support/plain-engine.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const id = StaffId.parse('9b2f3c1e-7a54-4c1b-9a0e-5d3f1c2b4a60');
const keys = newSectionKeys();

async function keyringOf(passphrase: string): Promise<Keyring> {
  const holder = await createKeyHolder(passphrase, keys, quickScrypt);
  const profile = { ...holder, id, name: 'Mori', role: 'administrator', isHandedOver: false };
  return { ...emptyKeyring, profiles: [profile as Keyring['profiles'][number]] };
}

async function keyringOnDisk(): Promise<string> {
  const folder = temporaryFolder();
  writeKeyring(folder, await keyringOf('a long passphrase'));
  return folder;
}

it('reads back what it wrote', async () => {
  const folder = await keyringOnDisk();
  const { state, keyring } = readKeyring(folder, 1);
  expect(state).toBe('good');
  expect(keyring.profiles.map(({ name }) => name)).toEqual(['Mori']);
});

it('is empty and good on a new computer', () => {
  expect(readKeyring(temporaryFolder(), 1)).toEqual({
    state: 'good',
    keyring: emptyKeyring,
  });
});

it('restores a keyring cut in half from its copy, and keeps the cut file', async () => {
  const folder = await keyringOnDisk();
  const whole = readFileSync(keyringPath(folder), 'utf8');
  truncateSync(keyringPath(folder), Math.floor(whole.length / 2));

  const { state, keyring } = readKeyring(folder, 42);

  expect(state).toBe('restored-from-copy');
  expect(keyring.profiles).toHaveLength(1);
  expect(readFileSync(keyringPath(folder), 'utf8')).toBe(whole);
  expect(existsSync(join(folder, 'keyring.damaged-42.json'))).toBe(true);
});

it('says that it is damaged when no copy is good either, and deletes nothing', async () => {
  const folder = await keyringOnDisk();
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{"version":2,"prof');

  expect(readKeyring(folder, 1).state).toBe('damaged');
  expect(readdirSync(folder)).toHaveLength(2);
});

it('leaves what another is writing to be finished, and clears it away when it is opened to write', async () => {
  const folder = await keyringOnDisk();
  const unfinished = ['keyring.json.new', 'keyring.copy.json.new'];
  for (const name of unfinished) writeFileSync(join(folder, name), '{"version":2,"prof');

  expect(readKeyring(folder, 1).state).toBe('good');
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(unfinished));

  expect(openKeyringBook(folder, 1).state).toBe('good');
  expect(readdirSync(folder).sort()).toEqual(['keyring.copy.json', 'keyring.json']);
});

it('holds no usable key', async () => {
  const folder = temporaryFolder();
  writeKeyring(folder, await keyringOf('passphrase!'));
  const text = readFileSync(keyringPath(folder), 'utf8');
  for (const key of [...keys.values()].flat()) {
    expect(text).not.toContain(key.toString('base64'));
    expect(text).not.toContain(key.toString('hex'));
  }
  expect(text).not.toContain('passphrase!');
});
