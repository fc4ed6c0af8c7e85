import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { chooseLook } from './support/choose-look.ts';
import { findViolations } from './support/find-violations.ts';
import type { RunningApp } from './support/launch-app.ts';
import { letter } from './support/letters.ts';
import { type Newsroom, sectionUser, startNewsroom } from './support/newsroom.ts';
import { shoot } from './support/shoot.ts';

const userData = makeTemporaryFolder();
let newsroom: Newsroom;
let app: RunningApp;
let page: Page;

const pane = () => page.locator('[data-pane=reading]');
const row = (subject: string) =>
  page.locator('[data-pane=list]').getByRole('option').filter({ hasText: subject });

beforeAll(async () => {
  newsroom = await startNewsroom();
  const fraud = letter({
    from: '"ceo@minato.example" <x@phish.example>',
    ...{ subject: 'Urgent payment', text: 'Pay at once.', messageId: 'fraud@phish.example' },
  });
  newsroom.dovecot.deliver(sectionUser, `Reply-To: other@phish.example\r\n${fraud}`);
  newsroom.dovecot.deliver(
    sectionUser,
    letter({
      from: 'Mika <mika@reader.example>',
      ...{ subject: 'The night ferry', text: 'At nine?', messageId: 'plain@reader.example' },
    }),
  );
  app = await newsroom.startApp(userData);
  page = app.page;
  page.setDefaultTimeout(15_000);
});
afterAll(async () => {
  await app.quit();
  await newsroom.stop();
  removeFolder(userData);
});

it('says who a letter is from when its name says another', async () => {
  await row('Urgent payment').click();
  const words = 'The name says ceo@minato.example, but the letter is from x@phish.example.';
  await pane().getByText(words).waitFor();
  await pane().getByText('Answers go to other@phish.example.').waitFor();
  await pane().getByText('<x@phish.example>').first().waitFor();
  await shoot(page, 'doubts');
  expect(await findViolations(page)).toEqual([]);
  await chooseLook(page, { theme: 'dark', locale: 'ja' });
  await pane().getByText('実際の差出人はx@phish.exampleです。').waitFor();
  await shoot(page, 'doubts-dark-ja');
  await row('The night ferry').click();
  await pane().getByText('At nine?').waitFor();
  expect(await pane().getByText('返信先は').count()).toBe(0);
});
