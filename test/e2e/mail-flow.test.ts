import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseMessage } from '../../main/engine/mail/mime/parse-message.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { letter } from './support/letters.ts';
import {
  type Newsroom,
  readerAddress,
  readerUser,
  sectionAddress,
  sectionUser,
  startNewsroom,
} from './support/newsroom.ts';
import { signIn } from './support/set-up.ts';

const userData = makeTemporaryFolder();
let newsroom: Newsroom;
let app: RunningApp;

const first = {
  from: `Mika Mori <${readerAddress}>`,
  subject: '港の橋について / The harbour bridge',
  text: 'Your article says 1984. Was it not 1983?\r\n\r\nご確認をお願いします。',
  messageId: 'bridge-1@reader.example',
};

beforeAll(async () => {
  newsroom = await startNewsroom();
  newsroom.dovecot.deliver(
    sectionUser,
    letter({ from: first.from, subject: 'Earlier', text: 'Old', messageId: 'old@reader.example' }),
  );
  app = await newsroom.startApp(userData);
});

afterAll(async () => {
  await app.quit();
  await newsroom.stop();
  removeFolder(userData);
});

const bytes = (raw: string) => Buffer.from(raw, 'latin1');

it('shows a letter, answers it, and files the answer once', async () => {
  const { page } = app;
  const rows = page.getByRole('option');
  await rows.filter({ hasText: 'Earlier' }).waitFor();

  newsroom.dovecot.deliver(sectionUser, letter(first));
  const row = rows.filter({ hasText: 'The harbour bridge' });
  await row.waitFor();
  await row.click();
  await page.getByText('Was it not 1983?').first().waitFor();
  await waitFor('the server to know that it was read', async () =>
    (await newsroom.dovecot.messages(sectionUser)).some(({ flags }) => flags.includes('\\Seen')),
  );

  await page.keyboard.press('r');
  await waitFor('the quote', async () =>
    (await page.getByRole('textbox', { name: 'Your reply' }).inputValue()).includes(
      '> Your article says 1984.',
    ),
  );
  await page.keyboard.insertText('You are right: it was 1983.\n訂正いたします。');
  await page.keyboard.press('Control+Enter');

  const received = await waitFor('the reply to reach the reader', async () => {
    const [mail] = await newsroom.dovecot.messages(readerUser);
    return mail ?? null;
  });
  const reply = await parseMessage(bytes(received.raw));
  expect(reply).toMatchObject({
    from: [{ name: 'Minato World Services', address: sectionAddress }],
    to: [{ address: readerAddress }],
    cc: [],
    subject: `Re: ${first.subject}`,
    inReplyTo: [first.messageId],
    references: [first.messageId],
  });
  expect(reply.text).toContain('You are right: it was 1983.\n訂正いたします。');
  expect(reply.text).toContain('> Your article says 1984. Was it not 1983?');
  expect(newsroom.smtp.received).toMatchObject([
    { mailFrom: sectionAddress, rcptTo: [readerAddress] },
  ]);

  const copies = await waitFor('the copy in Sent', async () => {
    const sent = await newsroom.dovecot.messages(sectionUser, 'Sent');
    return sent.length > 0 ? sent : null;
  });
  expect(copies).toHaveLength(1);
  expect((await parseMessage(bytes(copies[0]?.raw ?? ''))).headerMessageId).toBe(
    reply.headerMessageId,
  );
  await row.getByText('Answered').waitFor({ state: 'attached' });
});

it('has a second letter of the same reader in the same conversation', async () => {
  const { page } = app;
  const [reply] = await newsroom.dovecot.messages(readerUser);
  const { headerMessageId } = await parseMessage(bytes(reply?.raw ?? ''));
  newsroom.dovecot.deliver(
    sectionUser,
    letter({ ...first, subject: `Re: ${first.subject}`, messageId: 'bridge-2@reader.example' })
      .replace('\r\nDate:', `\r\nReferences: <${first.messageId}> <${headerMessageId}>\r\nDate:`)
      .replace('Your article says 1984. Was it not 1983?', 'Thank you for the correction.'),
  );
  const row = page.getByRole('option').filter({ hasText: 'The harbour bridge' });
  await row.filter({ hasText: '3' }).waitFor();
  expect(await page.getByRole('option').count()).toBe(2);
});

it('still has all of it after a restart', async () => {
  await app.quit();
  app = await launchApp({ userData });
  const { page } = app;
  await signIn(page);
  const row = page.getByRole('option').filter({ hasText: 'The harbour bridge' });
  await row.waitFor();
  await row.click();
  await page.getByText('Thank you for the correction.').first().waitFor();
  await page.getByText('You are right: it was 1983.').first().waitFor();
  expect(await newsroom.dovecot.messages(sectionUser, 'Sent')).toHaveLength(1);
  expect(newsroom.smtp.received).toHaveLength(1);
});

it('keeps a refused reply with the reason of the server, and sends it when told to', async () => {
  const { page } = app;
  newsroom.smtp.trouble.refuseRecipient = { code: 550, text: '5.2.2 The box of Mika is full' };
  await page.getByRole('option').filter({ hasText: 'Earlier' }).click();
  await page.keyboard.press('r');
  await page.getByRole('textbox', { name: 'Your reply' }).fill('A late answer.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Outbox' }).first().click();
  await page.getByText('The box of Mika is full').first().waitFor();
  delete newsroom.smtp.trouble.refuseRecipient;
  await page.getByRole('button', { name: 'Send now' }).click();
  await waitFor('the late answer', async () => {
    const mails = await newsroom.dovecot.messages(readerUser);
    return mails.some(({ raw }) => raw.includes('A late answer.'));
  });
  await page.getByText('Nothing is waiting').waitFor();
});

it('has the words that were typed right before a lock', async () => {
  const { page } = app;
  await page.keyboard.press('Control+1');
  await page.getByRole('option').filter({ hasText: 'The harbour bridge' }).click();
  // In the pane: the row says it too, before there is anything to answer.
  await page.locator('[data-pane=reading] article').first().waitFor();
  await page.keyboard.press('r');
  await page.getByRole('textbox', { name: 'Your reply' }).waitFor();
  await page.keyboard.insertText('Half a sentence');
  await page.keyboard.press('Control+l');
  await signIn(page);
  const row = page.getByRole('option').filter({ hasText: 'The harbour bridge' });
  await row.getByText('Draft').first().waitFor({ state: 'attached' });
  await row.click();
  await waitFor('the draft', async () => {
    const text = page.getByRole('textbox', { name: 'Your reply' });
    if (!(await text.isVisible())) await page.keyboard.press('r');
    return (await text.isVisible()) && (await text.inputValue()).includes('Half a sentence');
  });
});

it('opens the letter on which the button went down, whatever comes under it until it comes up', async () => {
  const { page } = app;
  const rows = page.getByRole('option');
  const at = (place: number) => rows.and(page.locator(`[aria-posinset="${place}"]`));
  await rows.filter({ hasText: 'The harbour bridge' }).waitFor();
  await at(2).hover();
  await page.mouse.down();
  const { from } = first;
  const comes = letter({ from, subject: 'Just now', text: 'New', messageId: 'n@reader.example' });
  newsroom.dovecot.deliver(sectionUser, comes);
  await at(1).filter({ hasText: 'Just now' }).waitFor();
  await page.mouse.up();
  expect(await at(3).getAttribute('aria-selected')).toBe('true');
  expect(await at(2).getAttribute('aria-selected')).toBe('false');
});
