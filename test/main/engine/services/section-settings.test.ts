import { expect, it } from 'vitest';
import { SectionSettings } from '../../../../shared/model/section-settings.ts';
import { testEngine } from '../../../support/engine.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const inSection = { sectionId: 'members' } as const;

it('has defaults, and keeps what is chosen until another is', async () => {
  const engine = testEngine(temporaryFolder());
  await engine.ask('session.create', { name: 'Hana', passphrase: 'gentle copper lantern' });
  expect(await engine.ask('settings.get', inSection)).toEqual(SectionSettings.parse({}));
  await engine.ask('settings.change', { ...inSection, change: { undoSeconds: 60 } });
  await engine.ask('settings.change', { ...inSection, change: {} });
  expect(await engine.ask('settings.get', inSection)).toMatchObject({ undoSeconds: 60 });
  expect(
    await engine.fail('settings.change', { ...inSection, change: { undoSeconds: 61 } }),
  ).toMatchObject({ code: 'bad-request' });
});
