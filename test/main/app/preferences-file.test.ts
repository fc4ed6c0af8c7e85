import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createPreferencesFile } from '../../../main/app/preferences-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

it('starts in the language of the system', () => {
  const path = join(temporaryFolder(), 'preferences.json');
  expect(createPreferencesFile(path, 'ja-JP').read()).toEqual({
    locale: 'ja',
    theme: 'system',
    lockAfterMinutes: 10,
  });
  expect(createPreferencesFile(path, 'de-DE').read().locale).toBe('en');
});

it('remembers what was chosen', () => {
  const path = join(temporaryFolder(), 'preferences.json');
  const chosen = { locale: 'ja', theme: 'dark', lockAfterMinutes: 30 } as const;
  createPreferencesFile(path, 'en-GB').write(chosen);
  expect(createPreferencesFile(path, 'en-GB').read()).toEqual(chosen);
});

it('locks after ten minutes when the file is from before that choice', () => {
  const path = join(temporaryFolder(), 'preferences.json');
  writeFileSync(path, '{"locale":"ja","theme":"dark"}');
  expect(createPreferencesFile(path, 'en-GB').read()).toEqual({
    locale: 'ja',
    theme: 'dark',
    lockAfterMinutes: 10,
  });
});

it.each([
  '{"locale":"ja"',
  '{"locale":"fr","theme":"dark"}',
  '{"locale":"ja","theme":"dark","lockAfterMinutes":7}',
  '',
])('starts with the defaults when the file holds %j', (content) => {
  const path = join(temporaryFolder(), 'preferences.json');
  writeFileSync(path, content);
  expect(createPreferencesFile(path, 'en-GB').read()).toEqual({
    locale: 'en',
    theme: 'system',
    lockAfterMinutes: 10,
  });
});
