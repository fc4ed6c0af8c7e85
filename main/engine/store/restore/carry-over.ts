import { findAccount, saveAccount } from '../account.ts';
import { forgetFolders } from '../folders.ts';
import { inTransaction } from '../in-transaction.ts';
import type { SectionDatabase } from '../open-database.ts';
import { findSectionSettings, saveSectionSettings } from '../section-settings.ts';
import { takeAttachmentsAlong } from './attachments.ts';
import { takeCannedRepliesAlong, takeHonorificsAlong } from './canned-replies.ts';
import { takeDraftCopiesAlong, takeDraftsAlong } from './drafts.ts';
import { takeTombstoneKeyAlong } from './erasures.ts';
import { takeEventsAlong } from './events.ts';
import { takeRequestsAlong } from './member-requests.ts';
import { settleReplies, takeRepliesAlong, tellOfSent } from './replies.ts';

/**
 * Makes a restored database fit to take the place of the present one, which is null when it does not
 * open: no reply of it goes out that may have gone out since, and what was written since comes along,
 * with the account and the settings as they are now: a domain that was withdrawn stays so. All in one
 * transaction. Mail comes again from the server. Whoever was erased since is erased again by
 * `eraseAgain`, which has to be told in the chain.
 */
export function carryOver(current: SectionDatabase | null, restored: SectionDatabase): void {
  inTransaction(restored, () => {
    settleReplies(current, restored);
    if (current === null) {
      // Nobody knows which of them an administrator has withdrawn since.
      saveSectionSettings(restored, { ...findSectionSettings(restored), companyDomains: [] });
      return;
    }
    takeRepliesAlong(current, restored);
    tellOfSent(restored);
    takeDraftsAlong(current, restored);
    takeAttachmentsAlong(current, restored);
    saveSectionSettings(restored, findSectionSettings(current));
    takeCannedRepliesAlong(current, restored);
    takeHonorificsAlong(current, restored);
    takeEventsAlong(current, restored);
    takeDraftCopiesAlong(current, restored);
    takeRequestsAlong(current, restored);
    takeTombstoneKeyAlong(current, restored);
    const account = findAccount(current);
    if (account === null) return;
    const old = findAccount(restored)?.imap;
    const isSame = old?.host === account.imap.host && old.user === account.imap.user;
    // UIDs of another mailbox mean nothing in this one.
    if (!isSame) forgetFolders(restored);
    saveAccount(restored, account);
  });
}
