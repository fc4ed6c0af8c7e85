import axe from 'axe-core';
import type { Page } from 'playwright';
import { it, onTestFinished } from 'vitest';
import { tellingPng } from '../support/photos.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type Look, launchApp, type RunningApp } from './support/launch-app.ts';
import { openConversation } from './support/open-conversation.ts';
import { writeCannedReplies } from './support/screens/canned-replies.ts';
import { checkPaper, checkScreen } from './support/screens/check-screen.ts';
import { passphrase, setUndo } from './support/set-up.ts';

/*
 * Every screen in every look: axe finds nothing, nothing sticks out of the window. With
 * FUMIBAKO_SHOTS=<folder> each is kept as a picture, to be looked at.
 */
const looks = (['en', 'ja'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).map((theme): Look => ({ locale, theme })),
);
/** In the reader's own language; these two are also the pictures in README.md. */
const conversation = { en: 'Passenger figures', ja: '地震速報' } as const;

async function launch(preferences: Look, isDemo: boolean): Promise<RunningApp> {
  const app = await launchApp({ userData: temporaryFolder(), isDemo, preferences });
  onTestFinished(() => app.quit());
  app.page.setDefaultTimeout(60_000);
  await app.page.evaluate(axe.source);
  // A lock loads the page anew.
  await app.page.addInitScript(axe.source);
  return app;
}

const ready = (page: Page) => page.locator('html[data-ready=true]').waitFor();

it.each(looks)(
  'has clean screens for mail in $locale, $theme',
  async (look) => {
    const app = await launch(look, true);
    const { page } = app;
    await ready(page);
    await page.getByRole('option').nth(5).waitFor();
    await checkScreen(app, 'inbox', look);
    await openConversation(page, conversation[look.locale]);
    await page.locator('[data-pane=reading] article').first().waitFor();
    await checkScreen(app, 'reading', look);
    await page.getByRole('button', { name: /^(Snooze|保留)$/ }).click();
    await page.getByRole('menu').waitFor();
    await checkScreen(app, 'snooze-menu', look);
    await page.getByRole('menuitem').last().click();
    await page.getByRole('dialog').waitFor();
    await checkScreen(app, 'snooze', look);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^(Remind me|再確認)$/ }).click();
    await page.getByRole('menu').waitFor();
    await checkScreen(app, 'follow-up-menu', look);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await checkPaper(app, 'paper-conversation', look, () =>
      page.getByRole('button', { name: /^(Print|印刷)$/ }).click(),
    );
    await page.locator('[data-pane=reading]').focus();
    await page.keyboard.press('n');
    await page.locator('textarea').waitFor();
    await checkScreen(app, 'note', look);
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await page.getByRole('textbox').and(page.locator('textarea')).waitFor();
    await checkScreen(app, 'composer', look);
    await page.keyboard.press('Control+j');
    await page.getByRole('combobox').waitFor();
    await checkScreen(app, 'canned-none', look);
    await page.keyboard.press('Escape');
    await page.getByRole('combobox').waitFor({ state: 'detached' });
    await page.locator('form summary').click();
    await checkScreen(app, 'x-ray', look);
    await page.locator('form summary').click();
    await page.locator('form textarea').focus();
    await writeCannedReplies(page, look.locale);
    await page.keyboard.press('Control+j');
    await page.locator('section [role=option]').nth(1).waitFor();
    await checkScreen(app, 'canned-picker', look);
    await page.keyboard.type(look.locale === 'en' ? 'thanks' : 'orei');
    await page.keyboard.press('Enter');
    await page.locator('section [aria-pressed]').first().waitFor();
    await checkScreen(app, 'honorific', look);
    await page.keyboard.press('1');
    await page.getByRole('combobox').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: /^(Fill in|書き換える)$/ }).waitFor();
    await checkScreen(app, 'unfilled', look);
    await page.getByRole('button', { name: /^(Other ways to send|ほかの送信方法)$/ }).click();
    await page.getByRole('menu').waitFor();
    await checkScreen(app, 'send-menu', look);
    await page.getByRole('menuitem', { name: /^(Schedule…|日時を指定…)$/ }).click();
    await page.getByRole('dialog').waitFor();
    await checkScreen(app, 'schedule', look);
    // The button that had the focus before, and has it after, may show its tooltip, which takes Escape.
    await page.getByRole('tooltip').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('form textarea').focus();
    await page.getByRole('tooltip').waitFor({ state: 'detached' });
    await page.locator('input[type=file]').setInputFiles([
      { name: '港の写真.png', mimeType: 'image/png', buffer: tellingPng() },
      { name: 'film.mov', mimeType: 'video/quicktime', buffer: Buffer.alloc(12_000_000) },
      { name: 'setup.exe', mimeType: 'application/octet-stream', buffer: Buffer.alloc(40_000) },
    ]);
    // Rename and remove: it is there, and not on its way any more.
    await page
      .getByRole('button', { name: /setup\.exe/ })
      .nth(1)
      .waitFor();
    await checkScreen(app, 'attachments', look);
    await page.keyboard.press('Escape');
    await page.locator('form textarea').waitFor({ state: 'detached' });
    await checkScreen(app, 'draft-kept', look);
    await page.keyboard.press('r');
    await page.locator('form textarea').waitFor();
    await checkScreen(app, 'draft-restored', look);
    await page.keyboard.press('Escape');
    await page.keyboard.press('f');
    await page.locator('form input[type=text]').waitFor();
    await page.keyboard.insertText('someone@outside.example');
    await page.keyboard.press('Enter');
    await page.locator('form [role=alert]').waitFor();
    await page.locator('form summary').click();
    await checkScreen(app, 'forward-refused', look);
    await page.locator('form textarea').press('Escape');
    await page.keyboard.press('Control+2');
    await page.getByRole('option').filter({ hasText: 'Media Weekly' }).first().click();
    await page.locator('[data-pane=reading] iframe').first().waitFor();
    await checkScreen(app, 'html', look);
    await page
      .locator('[data-pane=reading] iframe')
      .first()
      .contentFrame()
      .getByText('Read more')
      .click();
    await page.getByRole('alertdialog').waitFor();
    await checkScreen(app, 'link', look);
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    // The mail gets the focus back a frame later, and hears of it later still: the key is not for it.
    await page.waitForFunction(() => document.activeElement?.localName === 'iframe');
    await page.locator('[data-pane=reading]').focus();
    // The demo's newsletter takes no answers.
    await page.keyboard.press('r');
    // It is HTML: so is the answer.
    const rich = page.locator('form [contenteditable=true]');
    await rich.fill('Thank you.');
    await checkScreen(app, 'composer-rich', look);
    await rich.press('Control+Shift+e');
    await checkScreen(app, 'composer-large', look);
    await rich.press('Control+Shift+e');
    await setUndo(page, 'website-editor', 60);
    await page.keyboard.press('Control+Enter');
    await page.locator('[data-state=waiting]').first().waitFor();
    const calledBack = page.locator('section[aria-label]:has(> button kbd)');
    await calledBack.waitFor();
    await checkScreen(app, 'undo-send', look);
    await calledBack.getByRole('button').last().click();
    await page.locator('[data-state=failed]').first().waitFor();
    await checkScreen(app, 'refused', look);
    await search(page, 'nothinghasthisword');
    await checkScreen(app, 'search-empty', look);
    await page.getByRole('searchbox').fill('');
    await page.getByRole('listbox').press('?');
    await page.getByRole('dialog').waitFor();
    await checkScreen(app, 'help', look);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const outbox = page
      .getByRole('navigation')
      .getByRole('button', { name: /^(Outbox|送信トレイ)/ });
    await outbox.first().click();
    await checkScreen(app, 'outbox', look);
    await outbox.nth(1).click();
    await page.locator('[data-state=failed]').first().waitFor();
    await checkScreen(app, 'outbox-failed', look);
    await checkFolders(app, look);
    await checkMailStatus(app, look);
    await page.keyboard.press('Control+,');
    await page.locator('[data-pane=settings-page]').waitFor();
    await checkScreen(app, 'settings', look);
    const pages = page.locator('[data-pane=settings-pages]').getByRole('button');
    const verdict = page.locator('[data-pane=settings-page] [role=status]');
    await pages.nth(1).click();
    await page.locator('[data-pane=settings-page] kbd').first().waitFor();
    await checkScreen(app, 'settings-keyboard', look);
    await pages.nth(2).click();
    // The refused answer was the second section's.
    await page.getByRole('radiogroup').nth(1).locator('label').nth(1).click();
    await page.locator('tr[data-kind=mail]').first().waitFor();
    await checkScreen(app, 'ledger', look);
    await page.getByRole('button', { name: /Verify|検証/ }).click();
    await verdict.waitFor();
    await checkPaper(app, 'paper-ledger', look, () =>
      page.getByRole('button', { name: /^(Print|印刷)$/ }).click(),
    );
    await page.getByText(/Looked at and changed|閲覧と変更/).click();
    await page.locator('tr[data-kind=conversation-viewed]').first().waitFor();
    await page.getByRole('button', { name: /Verify|検証/ }).click();
    await verdict.waitFor();
    await checkScreen(app, 'ledger-audit', look);
    await page.getByRole('searchbox').fill('nothinghasthisword');
    await page.getByRole('heading', { level: 2 }).nth(1).waitFor();
    await checkScreen(app, 'ledger-empty', look);
    await page.getByText(/^(Refused|遮断)$/).click();
    await checkScreen(app, 'ledger-refused', look);
    await pages.nth(6).click();
    await page.getByRole('radiogroup').first().waitFor();
    const areas = page.locator('[data-pane=settings-page] textarea');
    await areas.nth(1).waitFor();
    await areas.nth(0).fill('Website editor\nMinato News Agency');
    await areas.nth(1).fill('港通信社\nウェブ編集部');
    await checkScreen(app, 'settings-answering', look);
    await pages.nth(3).click();
    await page.getByRole('textbox').first().waitFor();
    await checkScreen(app, 'settings-mailbox', look);
    await page
      .locator('[data-pane=settings-page] button')
      .filter({ hasText: /Test connection|接続をテスト/ })
      .click();
    await page.locator('[data-outcome=passed]').nth(11).waitFor();
    await checkScreen(app, 'settings-tested', look);
    await page.getByRole('complementary').getByRole('button').click();
    await page.getByRole('alertdialog').waitFor();
    await checkScreen(app, 'leave-demo', look);
  },
  600_000,
);

it.each(looks)(
  'has clean screens for members in $locale, $theme',
  async (look) => {
    const app = await launch(look, true);
    const { page } = app;
    // Its mail need not be here yet.
    await page.getByText(/^(Member records|会員名簿)$/).click({ timeout: 30_000 });
    await page.getByRole('option').nth(5).waitFor();
    await page.getByRole('searchbox').fill('わたせ');
    // She is there twice, for the search of duplicates to find.
    await page.getByRole('option').nth(2).waitFor({ state: 'detached' });
    await page.getByRole('option').first().click();
    await page.locator('[data-pane=reading] dl button').first().waitFor();
    await checkScreen(app, 'members', look);
    await page.locator('[data-pane=reading] dl button').first().click();
    await page.locator('[data-revealed]').waitFor();
    await page.locator('[data-pane=reading] header button').first().click();
    await page.locator('[data-change]').waitFor();
    await checkScreen(app, 'members-history', look);
    await page.locator('[data-pane=reading]').focus();
    await page.keyboard.press('e');
    await page.locator('form input').first().waitFor();
    await checkScreen(app, 'members-edit', look);
    await page.keyboard.press('Escape');
    await page.locator('[data-pane=reading] dl').first().waitFor();
    await page.locator('[data-pane=reading]').focus();
    await page.keyboard.press('n');
    await page.locator('form input').nth(5).waitFor();
    await page.locator('form input[type=tel]').fill('090');
    await page.keyboard.press('Control+Enter');
    await page.locator('form [data-invalid]').nth(1).waitFor();
    await checkScreen(app, 'members-form', look);
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor();
    await checkScreen(app, 'members-leave', look);
  },
  120_000,
);

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').fill(words);
  await page.waitForTimeout(400);
}

it.each(looks)(
  'has clean screens before there is mail in $locale, $theme',
  async (look) => {
    const app = await launch(look, false);
    const { page } = app;
    const fields = page.getByRole('textbox');
    await fields.first().waitFor();
    await checkScreen(app, 'first-run', look);
    const passphrases = page.locator('input[type=password]');
    await fields.first().fill('Hana Ito');
    await passphrases.first().fill(passphrase);
    await passphrases.last().fill(passphrase);
    await page.locator('button[type=submit]').click();
    await page.locator('[data-print]').waitFor();
    await checkScreen(app, 'recovery-sheet', look);
    await page.locator('label:has(input[type=checkbox])').click();
    await page.getByRole('button').last().click();
    await page.getByRole('navigation').waitFor();
    await checkScreen(app, 'no-mailbox', look);
    await page.keyboard.press('Control+,');
    const pages = page.locator('[data-pane=settings-pages]').getByRole('button');
    await pages.nth(2).click();
    await passphrases.nth(3).waitFor();
    await checkScreen(app, 'settings-own', look);
    await pages.nth(3).click();
    await page.getByRole('article').waitFor();
    await fields.first().fill('Ken Abe');
    await page.locator('button[type=submit]').click();
    await page.getByRole('article').nth(1).waitFor();
    await checkScreen(app, 'settings-staff', look);
    await page.getByRole('article').last().getByRole('button').last().click();
    await page.getByRole('alertdialog').waitFor();
    await checkScreen(app, 'remove-staff', look);
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await pages.nth(5).click();
    await page.getByRole('article').nth(2).getByRole('button').first().click();
    await page.getByRole('article').last().getByRole('listitem').first().waitFor();
    await checkScreen(app, 'settings-backups', look);
    await page.getByRole('listitem').getByRole('button').last().click();
    await page.getByRole('alertdialog').getByRole('table').waitFor();
    await checkScreen(app, 'restore', look);
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await pages.nth(12).click();
    await page.getByRole('button', { name: /Write the first|最初の定型文/ }).waitFor();
    await checkScreen(app, 'settings-canned', look);
    await page.getByRole('button', { name: /Write the first|最初の定型文/ }).click();
    await fields.first().fill('Thanks');
    await fields.last().fill('{{reader}}, {{date}}, {{unknown}}');
    await checkScreen(app, 'settings-canned-editor', look);
    await page.keyboard.press('Control+l');
    await passphrases.waitFor();
    await checkScreen(app, 'sign-in', look);
    await passphrases.fill('wrong');
    await page.keyboard.press('Enter');
    await page.locator('[aria-invalid=true]').waitFor();
    await checkScreen(app, 'sign-in-wrong', look);
    await page.getByRole('button', { name: /Forgotten|忘れた/ }).click();
    await fields.first().waitFor();
    await checkScreen(app, 'recover', look);
  },
  600_000,
);

/** How the mail of the first section stands, after a check. */
async function checkMailStatus(app: RunningApp, look: Look): Promise<void> {
  const { page } = app;
  await page
    .getByRole('button', { name: /(mail status of|のメールの状態)/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^(Check now|照合を開始)$/ }).click();
  await page.getByText(/(as on the server|サーバーと一致しています)/).waitFor();
  await checkScreen(app, 'mail-status', look);
}

/** A folder of the first section with a letter in it, and where that may go. */
async function checkFolders(app: RunningApp, look: Look): Promise<void> {
  const { page } = app;
  const sidebar = page.getByRole('navigation').first();
  await page.keyboard.press('Control+1');
  await page.getByRole('option').first().click();
  await page.keyboard.press('y');
  await sidebar
    .getByText(/^(Folders|フォルダー)$/)
    .first()
    .click();
  await sidebar.getByText(/^(Archive|アーカイブ)$/).click();
  await page.getByRole('option').first().click();
  await page.locator('[data-pane=reading] article').first().waitFor();
  await checkScreen(app, 'folder', look);
  await page.keyboard.press('v');
  await page.getByRole('menu').waitFor();
  await checkScreen(app, 'folder-move', look);
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await sidebar.getByText(/^(Choose folders…|フォルダーを選ぶ…)$/).click();
  await page.getByRole('dialog').waitFor();
  await checkScreen(app, 'folder-choose', look);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('y');
  await page.getByRole('option').first().waitFor({ state: 'detached' });
}
