import { SectionSettings } from '../../../shared/model/section-settings.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** The defaults where nothing was chosen. */
export function findSectionSettings(db: SectionDatabase): SectionSettings {
  const row = statement<{ settings: string }>(db, 'SELECT settings FROM section_settings').get();
  return SectionSettings.parse(row === undefined ? {} : JSON.parse(row.settings));
}

export function saveSectionSettings(db: SectionDatabase, settings: SectionSettings): void {
  statement(
    db,
    `INSERT INTO section_settings (id, settings) VALUES (1, ?)
     ON CONFLICT (id) DO UPDATE SET settings = excluded.settings`,
  ).run(JSON.stringify(settings));
}
