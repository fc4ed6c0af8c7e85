import { join } from 'node:path';
import { app, crashReporter } from 'electron';

/**
 * Crashes of every process of the app leave a report in the app's own folder, which is returned, and
 * nowhere else: a piece of memory may hold mail. Early, so that no process is without.
 */
export function keepCrashesHere(userData: string): string {
  const folder = join(userData, 'crashes');
  app.setPath('crashDumps', folder);
  crashReporter.start({ uploadToServer: false });
  return folder;
}
