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
import { forms } from './0013-forms.ts';

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
  forms,
];
