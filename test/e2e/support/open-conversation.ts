import type { Page } from 'playwright';
import { waitFor } from '../../support/wait-for.ts';

/**
 * Opens a conversation from the list. Mail that comes in at that moment moves its row away from under
 * the pointer, and another is opened: then it is clicked again, as a person would.
 */
export async function openConversation(page: Page, subject: string): Promise<void> {
  const row = page.getByRole('option').filter({ hasText: subject }).first();
  const head = page.locator('[data-pane=reading] h2').filter({ hasText: subject });
  await waitFor(
    `${subject} to be open`,
    async () => {
      await row.click();
      return head.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    },
    30_000,
  );
}
