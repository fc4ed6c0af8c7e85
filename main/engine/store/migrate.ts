import { migrations } from './migrations/all.ts';
import type { SectionDatabase } from './open-database.ts';

export type MigrationOutcome = 'current' | 'migrated' | 'from-the-future';

/**
 * Brings a database to the newest schema, each step and its `user_version` in one transaction.
 * A database that a newer version of the app wrote is left untouched. Before an existing database
 * changes, `copyFirst` is called so that a copy can be kept.
 */
export function migrate(
  db: SectionDatabase,
  copyFirst: (fromVersion: number) => void,
  steps: readonly string[] = migrations,
): MigrationOutcome {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > steps.length) return 'from-the-future';
  if (version === steps.length) return 'current';
  if (version > 0) copyFirst(version);
  for (const [index, step] of steps.entries()) {
    if (index < version) continue;
    db.transaction(() => {
      db.exec(step);
      db.pragma(`user_version = ${index + 1}`);
    })();
  }
  return 'migrated';
}
