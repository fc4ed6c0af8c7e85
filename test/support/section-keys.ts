import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openKeyHolder, type SectionKeys } from '../../main/engine/keyring/key-holder.ts';
import { readKeyring } from '../../main/engine/keyring/keyring-file.ts';
import { openDatabase, type SectionDatabase } from '../../main/engine/store/open-database.ts';
import type { SectionId } from '../../shared/model/section.ts';

/** The keys that a passphrase opens for the first profile of a keyring. Costs one scrypt. */
export async function keysOfFirst(dataFolder: string, passphrase: string): Promise<SectionKeys> {
  const [profile] = readKeyring(dataFolder, 0).keyring.profiles;
  const keys = profile === undefined ? null : await openKeyHolder(profile, passphrase);
  if (keys === null) throw new Error('no keys');
  return keys;
}

export async function sectionKeys(
  dataFolder: string,
  sectionId: SectionId,
  passphrase: string,
): Promise<readonly Buffer[]> {
  return (await keysOfFirst(dataFolder, passphrase)).get(sectionId) ?? [];
}

/** A second connection to a section's file, beside the engine's own; closed when the test ends. */
export async function openBeside(
  dataFolder: string,
  sectionId: SectionId,
  passphrase: string,
): Promise<SectionDatabase> {
  const [key] = await sectionKeys(dataFolder, sectionId, passphrase);
  if (key === undefined) throw new Error('no key');
  const path = join(dataFolder, 'sections', `${sectionId}.db`);
  const db = openDatabase({ path, key, nativeBinding: null });
  onTestFinished(() => void db.close());
  return db;
}
