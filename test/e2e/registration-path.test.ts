import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CallInput, EngineCallName } from '../../shared/contract.ts';
import type { CompanyDetails } from '../../shared/model/group-company.ts';
import { companyKey, readAsCompany } from '../support/company-key.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { formMail } from '../support/form-mail.ts';
import { type SmtpServer, startSmtpServer } from '../support/smtp-server.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { checkScreen } from './support/screens/check-screen.ts';
import {
  changePassphrase,
  createProfile,
  passphrase,
  setUndo,
  setUpMailbox,
  signInAs,
} from './support/set-up.ts';

/*
 * One registration, from the mail of the site's form until the person is forgotten. Each step of it
 * has tests of its own; here each begins where the one before ended.
 */

const userData = makeTemporaryFolder();
const user = 'members';
const inMembers = { sectionId: 'members' } as const;
const file = join(userData, 'to-the-company.csv.pgp');
const kensPassphrase = 'granite violin sunday moth';
const keys = await companyKey();
let dovecot: Dovecot;
let smtp: SmtpServer;
let app: RunningApp;

beforeAll(async () => {
  dovecot = await startDovecot([user]);
  smtp = await startSmtpServer();
  app = await launchApp({ userData });
  const { page } = app;
  page.setDefaultTimeout(15_000);
  await createProfile(page);
  await setUpMailbox(page, 'Members', {
    senderName: 'Minato Members',
    senderAddress: 'members@minato.example',
    imap: { host: dovecot.host, port: dovecot.imapsPort, user, password: dovecot.password },
    smtp,
  });
  await setUndo(page, 'members', 0);
  await call('form.save', {
    ...inMembers,
    formId: null,
    content: {
      ...{ name: 'Member page', senders: ['form@minato.example'], language: 'en' },
      labels: [
        { label: 'Name', target: 'name' },
        { label: 'Email', target: 'email' },
        { label: 'Telephone', target: 'phone' },
      ],
    },
  });
});

afterAll(async () => {
  await app.quit();
  await smtp.stop();
  await dovecot.stop();
  removeFolder(userData);
});

const sections = (page: Page) => page.getByRole('navigation', { name: 'Sections' });
const queue = (page: Page) =>
  page.getByRole('listbox', { name: 'Review queue' }).getByRole('option');
const members = (page: Page) => page.getByRole('listbox', { name: 'Members' }).getByRole('option');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function call<N extends EngineCallName>(name: N, input: CallInput<N>): Promise<unknown> {
  const answer = await app.page.evaluate(([of, given]) => window.fumibako.call(of, given), [
    name,
    input,
  ] as [string, unknown]);
  expect(answer).toMatchObject({ ok: true });
  return (answer as { value: unknown }).value;
}

async function mayHave(company: string, permitted: CompanyDetails['permitted']): Promise<void> {
  const details: CompanyDetails = {
    ...{ name: company, address: '1-1 Minato, Tokyo', contact: 'Sora Mizuno' },
    ...{ domain: 'travel.example', publicKey: keys.publicKey.trim(), permitted },
    ...{ purpose: 'Member discounts', legalBasis: 'Joint use, policy section 5' },
    ...{ validFrom: '2020-04-01', validTo: '2099-03-31', language: 'en' },
  };
  const read = await call('company.readKey', { ...inMembers, publicKey: details.publicKey });
  const fingerprintEnd = (read as { fingerprint: string }).fingerprint.slice(-8);
  const saved = await call('company.save', {
    ...{ ...inMembers, companyId: null, details, fingerprintEnd },
  });
  const { passphrase: handed } = (await call('staff.add', {
    ...{ name: 'Ken Abe', role: 'administrator', sections: ['members'] },
  })) as { passphrase: string };
  await signInAs(app.page, 'Ken Abe', handed);
  await changePassphrase(app.page, 'The passphrase you were given', handed, kensPassphrase);
  await sections(app.page).waitFor();
  const { companyId } = saved as CallInput<'company.approve'>;
  await call('company.approve', { ...inMembers, companyId, version: 1, fingerprintEnd });
}

it('has a form mail in the queue, and asks the member for a correction', async () => {
  const { page } = app;
  const fields = { Name: 'Mika Mori', Email: 'mika@gmial.com', Telephone: '+81 90 0000 1234' };
  dovecot.deliver(user, formMail(fields, { messageId: 'form-1@minato.example' }));
  await sections(page).getByText('Registrations').click();
  await queue(page).filter({ hasText: 'Mori' }).waitFor();
  await page.keyboard.press('j');
  await page.getByText('Mistyped? gmail.com was probably meant').waitFor();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Ask for a correction' });
  const address = dialog.getByRole('button', { name: /Form of address/ });
  await address.click();
  await page.getByRole('option', { name: 'Ms', exact: true }).click();
  await dialog.getByRole('button', { name: /^Send/ }).click();
  await expect.poll(() => smtp.received.length).toBe(1);
  expect(smtp.received[0]?.rcptTo).toEqual(['mika@gmial.com']);
});

it('has the answer on the registration, which is corrected and approved with a letter', async () => {
  const { page } = app;
  const messageId = /^Message-ID: <(.+)>/m.exec(smtp.received[0]?.raw.toString() ?? '')?.[1];
  dovecot.deliver(
    user,
    [
      'From: Mika Mori <mika@gmail.com>',
      'To: members@minato.example',
      'Subject: Re: Please check your registration',
      'Message-ID: <answer@reader.example>',
      `In-Reply-To: <${messageId}>`,
      `Date: ${new Date().toUTCString()}`,
      '',
      'It is gmail.com, of course.',
      '',
    ].join('\r\n'),
  );
  await queue(page).filter({ hasText: 'Mori' }).getByText('Answered').waitFor();
  await sections(page).getByText('Member records').click();
  await members(page).filter({ hasText: 'Mori' }).click();
  await button(page, 'Edit').click();
  await page.getByRole('button', { name: 'Email: show (on record)' }).click();
  await page.getByLabel('Email 1', { exact: true }).fill('mika@gmail.com');
  await page.getByLabel('Version of the text', { exact: true }).fill('3');
  await page.getByLabel('How it is known').fill('Her answer');
  await page
    .getByRole('group', { name: 'Date of consent' })
    .getByRole('spinbutton')
    .first()
    .focus();
  await page.keyboard.type('01112026');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Mika Mori' }).waitFor();
  await sections(page).getByText('Registrations').click();
  await queue(page).filter({ hasText: 'Mori' }).click();
  await button(page, 'Approve with a letter…').click();
  const dialog = page.getByRole('dialog', { name: 'Approve with a letter' });
  await dialog.getByText('it is complete').waitFor();
  await dialog.getByRole('button', { name: /^Send/ }).click();
  await expect.poll(() => smtp.received.length).toBe(2);
  expect(smtp.received[1]?.rcptTo).toEqual(['mika@gmail.com']);
  await page.getByText('Nothing to review').waitFor();
});

it('is disclosed to a group company by two people', async () => {
  const { page, electron } = app;
  await mayHave('Minato Travel', ['familyName', 'givenName', 'emails']);
  await sections(page).getByText('Member records').click();
  await button(page, 'Disclosures to group companies').click();
  const pane = page.locator('[data-pane=reading]');
  const tab = (name: RegExp) => pane.getByRole('radiogroup', { name: 'Show' }).getByText(name);
  await tab(/New disclosure/).click();
  for (const name of ['Family name', 'Email']) await pane.getByText(name, { exact: true }).click();
  await members(page).filter({ hasText: 'Mori' }).click();
  await button(page, 'Preview what would go').click();
  await page.getByLabel('Purpose of this disclosure').fill('Spring campaign');
  await button(page, 'Ask for approval').click();
  await page.getByText('Another administrator than who asked').waitFor();
  await electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, file);
  await signInAs(page, 'Hana Ito', passphrase);
  await sections(page).getByText('Member records').click();
  await button(page, 'Disclosures to group companies').click();
  await button(page, 'Look at what would go').click();
  await button(page, 'Approve and save the file…').click();
  await page.getByText('Encrypted to Minato Travel and saved.').waitFor();
  const { text } = await readAsCompany(readFileSync(file), keys.privateKey);
  expect(text).toContain('"Mori","mika@gmail.com"');
  await page.keyboard.press('Escape');
});

it('is forgotten when the person asks for it, with their letters on the server, and a form mail of theirs is held back', async () => {
  const { page } = app;
  await members(page).filter({ hasText: 'Mori' }).click();
  await button(page, 'Erase person…').click();
  const dialog = page.getByRole('alertdialog', { name: 'Erase member no. 1' });
  await dialog.getByRole('row', { name: /Disclosures to group companies/ }).waitFor();
  await dialog.getByRole('row', { name: /Letters from the person and to them/ }).waitFor();
  const mailsOf = async (folder: string) => (await dovecot.messages(user, folder)).length;
  expect(await mailsOf('INBOX')).toBeGreaterThan(1);
  await dialog.getByText('Erase their letters too').click();
  await page.evaluate(axe.source);
  await checkScreen(app, 'erasure-with-letters', { locale: 'en', theme: 'light' });
  await dialog.getByLabel('Reference of the request').fill('Letter of 27 November');
  await dialog.getByLabel('Type 1 to confirm').fill('1');
  await button(page, 'Erase for good').click();
  await page.getByRole('dialog').getByText('Mail server').waitFor();
  await waitFor('the server', async () => (await mailsOf('INBOX')) + (await mailsOf('Sent')) === 0);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => members(page).count()).toBe(0);
  const again = { Name: 'M. Mori', Email: 'MIKA@gmail.com', Telephone: '' };
  dovecot.deliver(user, formMail(again, { messageId: 'form-2@minato.example' }));
  await sections(page).getByText('1 form mail could not be read').waitFor({ state: 'attached' });
  await waitFor('the chain', async () => {
    const verified = await call('ledger.verify', inMembers);
    return (verified as { outcome: string }).outcome === 'whole';
  });
});
