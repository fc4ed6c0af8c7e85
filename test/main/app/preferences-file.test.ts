import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createPreferencesFile } from '../../../main/app/preferences-file.ts';
import { Preferences } from '../../../shared/model/preferences.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

it('starts in the language of the system', () => {
  const path = join(temporaryFolder(), 'preferences.json');
  expect(createPreferencesFile(path, 'ja-JP').read()).toMatchObject({
    locale: 'ja',
    theme: 'system',
    lockAfterMinutes: 10,
  });
  expect(createPreferencesFile(path, 'de-DE').read().locale).toBe('en');
});

it('remembers what was chosen', () => {
  const path = join(temporaryFolder(), 'preferences.json');
  const chosen = Preferences.parse({
    locale: 'ja',
    theme: 'dark',
    keepReports: 90,
    lockAfterMinutes: 30,
  });
  createPreferencesFile(path, 'en-GB').write(chosen);
  expect(createPreferencesFile(path, 'en-GB').read()).toEqual(chosen);
});

it.each([
  '{"locale":"ja"',
  '{"locale":"fr","theme":"dark"}',
  '{"locale":"ja","theme":"dark","lockAfterMinutes":7}',
  '',
])('starts with the defaults when the file holds %j', (content) => {
  const path = join(temporaryFolder(), 'preferences.json');
  writeFileSync(path, content);
  expect(createPreferencesFile(path, 'en-GB').read()).toMatchObject({
    locale: 'en',
    theme: 'system',
  });
});

it('keeps no crash reports, and locks after ten minutes, when the file is older than these', () => {
  const path = join(temporaryFolder(), 'preferences.json');
  writeFileSync(path, '{"locale":"ja","theme":"dark"}');
  expect(createPreferencesFile(path, 'en-GB').read()).toMatchObject({
    theme: 'dark',
    keepReports: 0,
    lockAfterMinutes: 10,
  });
});

it('has the usual key for one that cannot stand, and everything else as it was chosen', () => {
  const path = join(temporaryFolder(), 'preferences.json');
  const keys = { done: { key: 'x' }, send: { key: 's' }, reply: 'r', nonsense: { key: 'y' } };
  writeFileSync(path, JSON.stringify({ locale: 'ja', theme: 'dark', keys }));
  expect(createPreferencesFile(path, 'en-GB').read()).toMatchObject({
    locale: 'ja',
    theme: 'dark',
    keys: { done: { key: 'x' } },
  });
});
