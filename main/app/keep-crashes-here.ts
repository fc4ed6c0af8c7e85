import { join } from 'node:path';
import { app, crashReporter } from 'electron';
import type { KeepReports } from '../../shared/model/preferences.ts';

/**
 * Crashes of every process of the app leave a report in the app's own folder, which is returned, and
 * nowhere else; none at all unless staff chose to keep some: a piece of memory may hold mail. Early,
 * so that no process is without. It cannot be ended again: a choice holds from the next start on.
 */
export function keepCrashesHere(userData: string, keepReports: KeepReports): string {
  const folder = join(userData, 'crashes');
  app.setPath('crashDumps', folder);
  if (keepReports > 0) crashReporter.start({ uploadToServer: false });
  return folder;
}
