import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { removeUnfinished, writeFileDurably } from '../write-file-durably.ts';
import { emptyKeyring, Keyring } from './keyring.ts';

export type KeyringReading = {
  readonly state: 'good' | 'restored-from-copy' | 'damaged';
  readonly keyring: Keyring;
};

/**
 * Reads the keyring, falling back to its copy when the file is cut or garbled. The unreadable file
 * is kept under another name, never deleted: whoever looks into the damage needs it. What is not
 * finished is left alone: an engine may be writing it, and would find its change refused.
 */
export function readKeyring(folder: string, now: number): KeyringReading {
  const path = keyringPath(folder);
  const found = parseKeyring(path);
  if (found !== null) return { state: 'good', keyring: found };
  const copy = parseKeyring(copyPath(folder));
  if (copy !== null) {
    if (existsSync(path)) renameSync(path, join(folder, `keyring.damaged-${now}.json`));
    writeFileDurably(path, serialise(copy));
    return { state: 'restored-from-copy', keyring: copy };
  }
  const damaged = existsSync(path) || existsSync(copyPath(folder));
  return { state: damaged ? 'damaged' : 'good', keyring: emptyKeyring };
}

/**
 * Writes both files, each whole or not at all, so that a power cut leaves one good. The one that is
 * read comes last: where the disk refuses either, nothing has changed.
 */
export function writeKeyring(folder: string, keyring: Keyring): void {
  writeFileDurably(copyPath(folder), serialise(keyring));
  writeFileDurably(keyringPath(folder), serialise(keyring));
}

/** Removes what a kill left of a keyring that was being written: only for whoever writes it from now on. */
export function removeUnfinishedKeyring(folder: string): void {
  for (const file of [keyringPath(folder), copyPath(folder)]) removeUnfinished(file);
}

export function keyringPath(folder: string): string {
  return join(folder, 'keyring.json');
}

function copyPath(folder: string): string {
  return join(folder, 'keyring.copy.json');
}

function serialise(keyring: Keyring): string {
  return `${JSON.stringify(keyring, null, 2)}\n`;
}

function parseKeyring(path: string): Keyring | null {
  if (!existsSync(path)) return null;
  try {
    const parsed = Keyring.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
