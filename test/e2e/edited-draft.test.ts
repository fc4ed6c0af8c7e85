import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import type { RunningApp } from './support/launch-app.ts';
import { letter } from './support/letters.ts';
import { type Newsroom, readerAddress, sectionUser, startNewsroom } from './support/newsroom.ts';
import { openConversation } from './support/open-conversation.ts';

const userData = makeTemporaryFolder();
let newsroom: Newsroom;
let app: RunningApp;

beforeAll(async () => {
  newsroom = await startNewsroom();
  for (const subject of ['Harbour', 'Weather', 'Ferry', 'Lighthouse']) {
    const from = `Mika Mori <${readerAddress}>`;
    const messageId = `${subject}@reader.example`;
    const mail = letter({ from, subject, text: 'When does it leave?', messageId });
    newsroom.dovecot.deliver(sectionUser, mail);
  }
  const rich = {
    from: `Mika Mori <${readerAddress}>`,
    subject: 'Island',
    text: '<p>When does it leave?</p>',
  };
  const island = letter({ ...rich, messageId: 'Island@reader.example' });
  newsroom.dovecot.deliver(sectionUser, island.replace('text/plain', 'text/html'));
  app = await newsroom.startApp(userData);
  await app.page.evaluate(async () => {
    const change = { syncDrafts: true };
    await window.fumibako.call('settings.change', { sectionId: 'world-services', change });
  });
});

afterAll(async () => {
  await app.quit();
  await newsroom.stop();
  removeFolder(userData);
});

const field = (page: Page) => page.getByRole('textbox', { name: 'Your reply' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const noticeOn = (page: Page) =>
  page.getByText(/^This reply was changed in another program, at \d\d:\d\d\.$/);

async function drafts(): Promise<readonly string[]> {
  const found = await newsroom.dovecot.messages(sectionUser, 'Drafts').catch(() => []);
  return found.map(({ raw }) => raw);
}

/** Another reader writes into a conversation. */
function writeInto(subject: string, text: string): void {
  const messageId = `${subject}-2@reader.example`;
  const from = 'Yui Abe <yui@reader.example>';
  const mail = letter({ from, subject: `Re: ${subject}`, text, messageId });
  const answered = `In-Reply-To: <${subject}@reader.example>\r\nDate:`;
  newsroom.dovecot.deliver(sectionUser, mail.replace('Date:', answered));
}

type PhoneEdit = {
  readonly subject?: string;
  readonly copied: string;
  readonly words: string;
  readonly type?: string;
};

/** Leaves the conversation, so that its copy goes out, and has a phone save another text instead. */
async function changeOnPhone(
  page: Page,
  { subject = 'Harbour', copied, words, type = 'text/plain' }: PhoneEdit,
): Promise<void> {
  await openConversation(page, 'Weather');
  const raw = await waitFor('the copy', async () => {
    const ours = (await drafts()).filter((one) => /^X-Fumibako-Words:/im.test(one));
    return ours.find((one) => one.includes(copied)) ?? null;
  });
  const [head = ''] = raw.split('\r\n\r\n');
  const fields = head.replace(/\r\n[ \t]/g, ' ').split('\r\n');
  const kept = fields.filter((line) => /^(?:From|To|Subject|In-Reply-To):/i.test(line));
  const added = ['Cc: eve@evil.test', `Content-Type: ${type}; charset=utf-8`];
  const mail = [...kept, ...added, '', words, ''].join('\r\n');
  await newsroom.dovecot.doveadm('expunge', '-u', sectionUser, 'mailbox', 'Drafts', 'all');
  newsroom.dovecot.deliver(sectionUser, mail, 'Drafts');
  await openConversation(page, subject);
  await page.keyboard.press('r');
}

it('offers what a phone made of a reply, shows it, takes it in as one step, and keeps the own text where that is chosen', async () => {
  const { page } = app;
  const notice = noticeOn(page);
  await openConversation(page, 'Harbour');
  await page.keyboard.press('r');
  await field(page).waitFor();
  await waitFor('the quote', async () => (await field(page).inputValue()).includes('> When'));
  await page.keyboard.insertText('At nine.');
  const own = await field(page).inputValue();

  await changeOnPhone(page, { copied: 'At nine.', words: 'At ten, said the phone.' });
  await notice.waitFor();
  expect(await field(page).inputValue()).toBe(own);
  const other = page.getByRole('region', { name: 'The text of the other program' });
  expect(await other.isVisible()).toBe(false);
  await button(page, 'Show it').click();
  expect((await other.textContent())?.trim()).toBe('At ten, said the phone.');
  await button(page, 'Use that text').click();
  await notice.waitFor({ state: 'detached' });
  const taken = () => field(page).inputValue();
  expect((await taken()).trim()).toBe('At ten, said the phone.');
  await field(page).press('Control+z');
  expect(await taken()).toBe(own);
  await field(page).press('Control+Shift+z');
  expect((await taken()).trim()).toBe('At ten, said the phone.');
  expect(await page.getByText('eve@evil.test').count()).toBe(0);
  await page.getByText('Saved', { exact: true }).waitFor();

  await changeOnPhone(page, {
    copied: 'At ten, said the phone.',
    words: 'At eleven, said the phone.',
  });
  await notice.waitFor();
  await button(page, 'Keep mine').click();
  await notice.waitFor({ state: 'detached' });
  await page.getByText('The other text stays in Drafts on the server.').waitFor();
  expect((await taken()).trim()).toBe('At ten, said the phone.');
  await openConversation(page, 'Weather');
  await waitFor('both texts', async () => {
    const all = await drafts();
    return ['At ten', 'At eleven'].every((words) => all.some((raw) => raw.includes(words)));
  });
});

it('takes of hostile HTML what a letter may hold, and nothing else', async () => {
  const { page } = app;
  await newsroom.dovecot.doveadm('expunge', '-u', sectionUser, 'mailbox', 'Drafts', 'all');
  await openConversation(page, 'Island');
  await page.keyboard.press('r');
  await field(page).getByText('When does it leave?').waitFor();
  await page.keyboard.insertText('At nine.');
  const words = [
    '<p onclick="alert(1)">At <b>ten</b>,',
    'said <a href="javascript:alert(1)">the</a> phone.</p>',
    '<script>document.title = "taken"</script><img src="https://evil.test/x" onerror="alert(1)">',
    '<iframe src="https://evil.test"></iframe><style>* { display: none }</style>',
  ].join('\r\n');
  await changeOnPhone(page, { subject: 'Island', copied: 'At nine.', words, type: 'text/html' });
  await noticeOn(page).waitFor();
  await button(page, 'Use that text').click();
  await field(page).getByText('At ten, said the phone.').waitFor();
  const html = await field(page).innerHTML();
  expect(html).toContain('<strong>ten</strong>');
  expect(html).not.toMatch(/onclick|javascript|<script|<iframe|<style|evil\.test/);
  await field(page).press('Control+z');
  await field(page).getByText('At nine.').waitFor();
});

it('offers nothing that was said to one reader in the letter to another, once the reply is turned', async () => {
  const { page } = app;
  await newsroom.dovecot.doveadm('expunge', '-u', sectionUser, 'mailbox', 'Drafts', 'all');
  await openConversation(page, 'Ferry');
  await page.keyboard.press('r');
  await waitFor('the quote', async () => (await field(page).inputValue()).includes('> When'));
  await page.keyboard.insertText('At noon.');
  await changeOnPhone(page, { subject: 'Ferry', copied: 'At noon.', words: 'Said to Mika.' });
  await noticeOn(page).waitFor();
  writeInto('Ferry', 'And for me?');
  await button(page, 'Answer that one instead').click();
  await button(page, 'Use that text').waitFor({ state: 'detached', timeout: 5000 });
  expect(await field(page).inputValue()).not.toContain('Mika');
});

it('takes the quote of one reader out of a letter to another, also when a phone wrapped it anew', async () => {
  const { page } = app;
  await openConversation(page, 'Lighthouse');
  await page.keyboard.press('r');
  await waitFor('the quote', async () => (await field(page).inputValue()).includes('> When'));
  await page.keyboard.insertText('At dusk.');
  const words = 'At dusk, said the phone.\r\n\r\n> When does\r\nit leave?';
  await changeOnPhone(page, { subject: 'Lighthouse', copied: 'At dusk.', words });
  await noticeOn(page).waitFor();
  await button(page, 'Use that text').click();
  await noticeOn(page).waitFor({ state: 'detached' });
  writeInto('Lighthouse', 'And who is there?');
  await button(page, 'Answer that one instead').click();
  await waitFor('the other quote', async () =>
    (await field(page).inputValue()).includes('> And who is there?'),
  );
  expect(await field(page).inputValue()).toMatch(/^At dusk, said the phone\.\n/);
  expect(await field(page).inputValue()).not.toMatch(/When does|it leave/);
});
