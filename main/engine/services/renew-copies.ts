import { rmSync } from 'node:fs';
import { type Result, success } from '../../../shared/errors.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import type { Sections } from '../sections.ts';
import { listCopies } from '../store/section-files.ts';
import { toFileError } from '../store/store-error.ts';

type RenewDependencies = {
  readonly dataFolder: string;
  readonly sections: Pick<Sections, 'find'>;
};

/**
 * Makes a backup, and then deletes every other copy of the section that there is here: its older
 * backups and what was set aside of it, all on record. With another key after it, nobody opens what
 * was taken elsewhere either.
 */
export async function renewCopies(
  { dataFolder, sections }: RenewDependencies,
  sectionId: SectionId,
): Promise<Result<null>> {
  const found = sections.find(sectionId);
  if (!found.ok) return found;
  const { backup, ledger } = found.value;
  try {
    // Not by their times: a clock that was put back leaves some of tomorrow.
    const older = listCopies(dataFolder, sectionId);
    const made = await backup.make();
    if (!made.ok) return made;
    // What has expired is gone already.
    for (const path of older) rmSync(path, { force: true });
    // The section may have been closed meanwhile.
    const open = sections.find(sectionId);
    if (!open.ok) return open;
    const detail = { count: older.length };
    ledger.write((write) => write({ kind: 'copies-destroyed', detail }));
    return success(null);
  } catch (error) {
    const known = toFileError(error);
    if (known === null) throw error;
    return { ok: false, error: known };
  }
}
