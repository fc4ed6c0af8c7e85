/**
 * The real window with a queue of registrations, by the keyboard alone: how long from the key that
 * approves one, after its contacts were looked at, until the next one and its contacts are shown. A
 * person may decide as many in a minute as this leaves time for. Run: npm run bench -- review
 */
import type { Page } from 'playwright';
import { launchApp } from '../e2e/support/launch-app.ts';
import { createProfile } from '../e2e/support/set-up.ts';
import { mika } from '../support/members.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';

const waiting = 300;
const decided = 120;

const userData = makeTemporaryFolder();
try {
  await run();
} finally {
  removeFolder(userData);
}

async function run(): Promise<void> {
  const app = await launchApp({ userData });
  try {
    const { page } = app;
    await createProfile(page);
    await addRegistrations(page);
    await page.getByRole('navigation', { name: 'Sections' }).getByText('Registrations').click();
    await page.getByRole('option').nth(5).waitFor();
    await page.keyboard.press('j');
    await contactsOf(page, 1);
    const times: number[] = [];
    for (let number = 1; number <= decided; number += 1) {
      const began = performance.now();
      await page.keyboard.press('a');
      await contactsOf(page, number + 1);
      times.push(performance.now() - began);
    }
    const left = await page.getByRole('option').first().getAttribute('aria-setsize');
    if (Number(left) !== waiting - decided) throw new Error(`${left} registrations are left`);
    report(times);
  } finally {
    await app.quit();
  }
}

async function addRegistrations(page: Page): Promise<void> {
  const records = Array.from({ length: waiting }, (_, index) => ({
    ...mika,
    familyName: `森${index + 1}`,
    emails: [`reader${index + 1}@reader.example`],
    phones: [`+8190${10_000_000 + index}`],
  }));
  await page.evaluate(async (all) => {
    for (const fields of all) {
      const input = { sectionId: 'members', memberId: null, fields, reason: '' };
      await window.fumibako.call('member.save', input);
    }
  }, records);
}

/** Shows what is hidden of the registration, once it is open. */
async function contactsOf(page: Page, number: number): Promise<void> {
  await page.getByRole('heading', { name: `森${number} 美香` }).waitFor();
  await page.keyboard.press('v');
  await page.getByText(`reader${number}@reader.example`).waitFor();
}

function report(times: readonly number[]): void {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(decided - 1, Math.floor(decided * share))] ?? 0;
  const total = times.reduce((sum, time) => sum + time, 0);
  console.log(
    JSON.stringify({
      decide_p50_ms: Math.round(at(0.5)),
      decide_p95_ms: Math.round(at(0.95)),
      decide_worst_ms: Math.round(at(1)),
      per_minute: Math.floor((decided * 60_000) / total),
    }),
  );
}
