import { mail } from './0001-mail.ts';
import { chain } from './0002-chain.ts';
import { letter } from './0003-letter.ts';
import { sectionSettings } from './0004-section-settings.ts';
import { outbox } from './0005-outbox.ts';
import { messageWriter } from './0006-message-writer.ts';
import { foldedQuote } from './0007-folded-quote.ts';
import { cannedReplies } from './0008-canned-replies.ts';
import { draftAttachments } from './0009-draft-attachments.ts';
import { conversationEvents } from './0010-conversation-events.ts';
import { editedDrafts } from './0011-edited-drafts.ts';
import { members } from './0012-members.ts';
import { memberImports } from './0013-member-imports.ts';
import { retention } from './0014-retention.ts';
import { memberNumbers } from './0015-member-numbers.ts';
import { memberReviews } from './0016-member-reviews.ts';
import { duplicates } from './0017-duplicates.ts';
import { disclosures } from './0018-disclosures.ts';
import { forms } from './0019-forms.ts';
import { decisions } from './0020-decisions.ts';
import { erasures } from './0021-erasures.ts';
import { memberRequests } from './0022-member-requests.ts';
import { mailDeletions } from './0023-mail-deletions.ts';
import { folders } from './0024-folders.ts';
import { folderCounts } from './0025-folder-counts.ts';
import { begunMoves } from './0026-begun-moves.ts';
import { messageParts } from './0027-message-parts.ts';
import { tags } from './0028-tags.ts';
import { searchQueue } from './0029-search-queue.ts';
import { savedSearches } from './0030-saved-searches.ts';
import { staffWords } from './0031-staff-words.ts';

/** In order, forward only. A database's `user_version` is the number of those it has had. */
export const migrations: readonly string[] = [
  mail,
  chain,
  letter,
  sectionSettings,
  outbox,
  messageWriter,
  foldedQuote,
  cannedReplies,
  draftAttachments,
  conversationEvents,
  editedDrafts,
  members,
  memberImports,
  retention,
  memberNumbers,
  memberReviews,
  duplicates,
  disclosures,
  forms,
  decisions,
  erasures,
  memberRequests,
  mailDeletions,
  folders,
  folderCounts,
  begunMoves,
  messageParts,
  tags,
  searchQueue,
  savedSearches,
  staffWords,
];
