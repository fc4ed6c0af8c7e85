import { readFileSync } from 'node:fs';
import { Preferences } from '../../shared/model/preferences.ts';
import { writeFileDurably } from '../engine/write-file-durably.ts';

export type PreferencesFile = {
  readonly read: () => Preferences;
  readonly write: (preferences: Preferences) => void;
};

/** `systemLocale` is a BCP 47 tag. A missing or damaged file means the defaults. */
export function createPreferencesFile(path: string, systemLocale: string): PreferencesFile {
  const defaults = Preferences.parse({
    locale: systemLocale.startsWith('ja') ? 'ja' : 'en',
    theme: 'system',
  });
  let current = readPreferences(path) ?? defaults;
  return {
    read: () => current,
    write(preferences) {
      writeFileDurably(path, JSON.stringify(preferences));
      current = preferences;
    },
  };
}

/** What was chosen; null where nothing was, or the file is damaged. */
export function readPreferences(path: string): Preferences | null {
  try {
    return Preferences.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Choices that staff make again in a second: not worth a message.
    return null;
  }
}
