import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Backup, BackupName } from '../../../shared/model/backup.ts';
import type { SectionId } from '../../../shared/model/section.ts';

export function databasePath(dataFolder: string, sectionId: SectionId): string {
  return join(dataFolder, 'sections', `${sectionId}.db`);
}

/** The head of a section's chain is kept beside its database, under this name. */
export function headPath(database: string): string {
  return `${database}-head`;
}

/** A date that a file can be called by, everywhere. */
export function fileDate(at: number): string {
  return new Date(at).toISOString().replace(/[:.]/g, '-');
}

function backupFolder(dataFolder: string, sectionId: SectionId): string {
  return join(dataFolder, 'backups', sectionId);
}

export function backupPath(dataFolder: string, sectionId: SectionId, name: BackupName): string {
  return join(backupFolder(dataFolder, sectionId), name);
}

export function backupName(at: number): BackupName {
  return BackupName.parse(`${fileDate(at)}.db`);
}

/** The backups that are whole, newest first. */
export function listBackups(dataFolder: string, sectionId: SectionId): Backup[] {
  const folder = backupFolder(dataFolder, sectionId);
  return namesIn(folder)
    .flatMap((file) => {
      const name = BackupName.safeParse(file);
      const bytes = statSync(join(folder, file), { throwIfNoEntry: false })?.size;
      if (!name.success || bytes === undefined) return [];
      return [{ name: name.data, at: backupTime(name.data), bytes }];
    })
    .sort((one, other) => other.at - one.at);
}

/** Removes what a kill left of backups that were not whole. */
export function removePartialBackups(dataFolder: string, sectionId: SectionId): void {
  removeFrom(backupFolder(dataFolder, sectionId), /\.db\.new(-|$)/);
}

/**
 * Removes what a kill left of backups that were to get another key. Nobody else's to do: a backup may
 * be made while others get theirs.
 */
export function removePartialRekeys(dataFolder: string, sectionId: SectionId): void {
  removeFrom(backupFolder(dataFolder, sectionId), /\.db\.rekey(-|$)/);
}

function removeFrom(folder: string, name: RegExp): void {
  for (const file of namesIn(folder)) if (name.test(file)) rmSync(join(folder, file));
}

/** A section's backups, and every copy that was set aside: what a change of key concerns as well. */
export function listCopies(dataFolder: string, sectionId: SectionId): string[] {
  const beside = join(dataFolder, 'sections');
  const copy = new RegExp(
    `^${sectionId}\\.db\\.(before-migration|before-restore|damaged)-[\\dTZ-]+$`,
  );
  return [
    ...listBackups(dataFolder, sectionId).map(({ name }) =>
      backupPath(dataFolder, sectionId, name),
    ),
    ...namesIn(beside)
      .filter((file) => copy.test(file))
      .map((file) => join(beside, file)),
  ];
}

/** Files alone: a folder or a link that is called like one is somebody else's. */
function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

function backupTime(name: BackupName): number {
  const [date = '', time = ''] = name.slice(0, -'.db'.length).split('T');
  const [hour, minute, second, rest] = time.split('-');
  return Date.parse(`${date}T${hour}:${minute}:${second}.${rest}`);
}
