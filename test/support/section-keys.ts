import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openKeyHolder } from '../../main/engine/keyring/key-holder.ts';
import { readKeyring } from '../../main/engine/keyring/keyring-file.ts';
import { openDatabase, type SectionDatabase } from '../../main/engine/store/open-database.ts';
import type { SectionId } from '../../shared/model/section.ts';

/** The keys of a section that a passphrase opens, of whichever profile it is. */
export async function sectionKeys(
  dataFolder: string,
  sectionId: SectionId,
  passphrase: string,
): Promise<readonly Buffer[]> {
  for (const profile of readKeyring(dataFolder, 0).keyring.profiles) {
    const keys = (await openKeyHolder(profile, passphrase))?.get(sectionId);
    if (keys !== undefined) return keys;
  }
  return [];
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
