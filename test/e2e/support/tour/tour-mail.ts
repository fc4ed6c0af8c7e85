import { existsSync, rmSync } from 'node:fs';
import type { Page } from 'playwright';
import type { Canary } from '../../../support/canary.ts';
import type { SmtpServer } from '../../../support/smtp-server.ts';
import { waitFor } from '../../../support/wait-for.ts';
import type { InspectedApp } from '../launch-package.ts';
import { openConversation } from '../open-conversation.ts';
import { openedOutside } from './stand-ins.ts';
import { followedLink } from './tracking-html.ts';

export type MailTour = {
  readonly app: InspectedApp;
  readonly smtp: SmtpServer;
  /** Where the stand-in of the dialog saves attachments. */
  readonly savedTo: string;
};

const row = (page: Page, subject: string) => page.getByRole('option').filter({ hasText: subject });
const text = (page: Page) => page.getByRole('textbox', { name: 'Your reply' });

export async function openSection(page: Page, section: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByText(section).click();
}

const open = (page: Page, { subject }: Canary) => openConversation(page, subject);

/** Reads a section's two letters in every way, answers both readers, searches and sorts. */
export async function tourSection(
  tour: MailTour,
  section: string,
  [plain, html]: readonly [Canary, Canary],
): Promise<void> {
  const { page } = tour.app;
  await openSection(page, section);
  await open(page, plain);
  await page.getByText(plain.words).first().waitFor();
  await saveAttachment(tour, plain);
  await seeSource(page);
  await answer(tour, plain);
  await open(page, html);
  await page.frameLocator('[data-pane=reading] iframe').getByText(html.words).waitFor();
  await answer(tour, html);
  await followLink(tour, html);
  await leaveDraft(page, plain);
  await search(page, html);
  for (const view of ['Unread', 'Sent', 'All', 'Inbox'])
    await page.getByRole('radiogroup', { name: 'Show' }).getByText(view, { exact: true }).click();
  await row(page, plain.subject).waitFor();
}

async function saveAttachment({ app: { page }, savedTo }: MailTour, { attachment }: Canary) {
  rmSync(savedTo, { force: true });
  await page.getByRole('button', { name: new RegExp(`Save ${attachment}`) }).click();
  await waitFor('the attachment', () => existsSync(savedTo));
}

async function seeSource(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Shown as/ }).click();
  await page.getByRole('menuitemradio', { name: 'Source' }).click();
  await page.getByText('MIME-Version: 1.0').waitFor();
}

async function answer({ app: { page }, smtp }: MailTour, reader: Canary): Promise<void> {
  const before = smtp.received.length;
  await page.keyboard.press('r');
  await waitFor('the quote', async () => {
    const area = text(page);
    // Rich text where the reader wrote HTML.
    const written = () =>
      area.evaluate((field) =>
        field instanceof HTMLTextAreaElement ? field.value : (field.textContent ?? ''),
      );
    return (await area.isVisible()) && (await written()).includes(reader.words);
  });
  await page.keyboard.insertText(`${reader.name}: thank you, ありがとうございます。\n`);
  await page.keyboard.press('Control+Enter');
  await waitFor('the answer', () => smtp.received.length > before);
  await row(page, reader.subject).getByText('Answered').waitFor({ state: 'attached' });
}

async function followLink({ app: { page, main } }: MailTour, { subject }: Canary): Promise<void> {
  // Our answer may be there by now, as the second one.
  await page.frameLocator('[data-pane=reading] iframe').first().getByText('an offer').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Open in browser' }).click();
  await waitFor(`the link of ${subject}`, async () =>
    (await openedOutside(main)).includes(followedLink),
  );
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
}

async function leaveDraft(page: Page, reader: Canary): Promise<void> {
  await open(page, reader);
  await page.keyboard.press('r');
  await text(page).fill(`${reader.name}, ${reader.words}: `);
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
}

async function search(page: Page, { name, subject }: Canary): Promise<void> {
  await page.getByRole('searchbox').fill(name);
  await row(page, subject).waitFor();
  await page.getByRole('searchbox').fill('nothinghasthisword');
  await page.getByText('Nothing found').waitFor();
  await page.getByRole('searchbox').fill('');
}

/** A reply that the server refuses stands in the outbox until it is told to go again. */
export async function tourOutbox(
  { app: { page }, smtp }: MailTour,
  section: string,
  reader: Canary,
): Promise<void> {
  const before = smtp.received.length;
  smtp.trouble.refuseRecipient = { code: 550, text: '5.2.2 The box is full' };
  await openSection(page, section);
  await open(page, reader);
  await page.keyboard.press('r');
  await text(page).fill(`Once more, ${reader.name}.`);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Outbox' }).first().click();
  await page.getByText('The box is full').first().waitFor();
  delete smtp.trouble.refuseRecipient;
  await page.getByRole('button', { name: 'Send now' }).click();
  await page.getByText('Nothing is waiting').waitFor();
  await waitFor('the second try', () => smtp.received.length > before);
}
