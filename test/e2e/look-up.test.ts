import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mika } from '../support/members.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import type { RunningApp } from './support/launch-app.ts';
import { letter } from './support/letters.ts';
import { type Newsroom, readerAddress, sectionUser, startNewsroom } from './support/newsroom.ts';

const userData = makeTemporaryFolder();
let newsroom: Newsroom;
let app: RunningApp;

beforeAll(async () => {
  newsroom = await startNewsroom();
  newsroom.dovecot.deliver(
    sectionUser,
    letter({
      from: `M <${readerAddress}>`,
      subject: 'My bill',
      text: 'It is late.',
      messageId: 'bill@reader.example',
    }),
  );
  app = await newsroom.startApp(userData);
  const fields = { ...mika, emails: [readerAddress] };
  const input = { sectionId: 'members', memberId: null, fields, reason: '' };
  await app.page.evaluate((one) => window.fumibako.call('member.save', one), input);
});

afterAll(async () => {
  await app.quit();
  await newsroom.stop();
  removeFolder(userData);
});

it('shows whose record a reader’s address is in once it is said what for, by the keyboard alone', async () => {
  const { page } = app;
  await page.getByRole('option').filter({ hasText: 'My bill' }).click();
  await page.getByRole('article').getByText('It is late.').first().waitFor();
  expect(await page.content()).not.toContain('森');

  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Look the reader up among the members' });
  const lookUp = dialog.getByRole('button', { name: 'Look up' });
  await lookUp.waitFor();
  expect(await lookUp.isDisabled()).toBe(true);
  await dialog.getByRole('button', { name: /Purpose/ }).press('Enter');
  await page.getByRole('option', { name: 'Another purpose' }).waitFor();
  for (let times = 0; times < 5; times += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('In your own words (needed)').fill('A late bill');
  await dialog.getByText(`M <${readerAddress}>`).waitFor();
  await shot('question');
  await lookUp.press('Enter');
  await dialog.getByText('One record has the address of this letter.').waitFor();
  await shot('found');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '森 美香' }).waitFor();

  const sections = page.getByRole('navigation', { name: 'Sections' });
  await sections.getByText('World Services').click();
  await page.getByRole('option').filter({ hasText: 'My bill' }).click();
  await page.getByRole('article').getByText('It is late.').first().waitFor();
  expect(await page.content()).not.toContain('森');
});

it('finds members by the words of a search for mail, and by no address or number', async () => {
  const { page } = app;
  const search = page.getByRole('searchbox');
  const hits = page.getByRole('region', { name: '1 member' });
  await search.fill('もり');
  await hits.getByRole('button', { name: '森 美香' }).waitFor();
  await shot('hits');
  for (const contact of [readerAddress, '09012345678']) {
    await search.fill(contact);
    await hits.waitFor({ state: 'detached' });
    await page.getByText('Members are not searched by address or number here.').waitFor();
    await search.fill('もり');
    await hits.waitFor();
  }
  await hits.getByRole('button', { name: '森 美香' }).press('Enter');
  await page.getByRole('heading', { name: '森 美香' }).waitFor();
});

async function shot(name: string): Promise<void> {
  const folder = process.env.FUMIBAKO_SHOTS;
  if (folder !== undefined)
    await app.page.screenshot({ path: join(folder, `look-up-${name}.png`) });
}
