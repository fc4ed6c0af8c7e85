import { replySubject } from '../../../shared/letter/reply-subject.ts';
import { replyRecipient } from '../policy/reply-recipient.ts';
import { findAccount } from '../store/account.ts';
import { findMessages, findReplyThread } from '../store/messages.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import type { DraftToCopy } from '../store/server-drafts.ts';
import { composeLetter } from './compose-letter.ts';

/**
 * A reply that is being written, for other programs to show. It is addressed as the reply would be;
 * nothing is ever sent from there by this one, and no address is read back.
 */
export function composeServerDraft(
  db: SectionDatabase,
  { conversationId, messageId, text, html, savedAt }: DraftToCopy,
  headerMessageId: string,
): Promise<Buffer> {
  const account = findAccount(db);
  const sender = { name: account?.senderName ?? '', address: account?.senderAddress ?? '' };
  const answered = findMessages(db, conversationId).find(({ id }) => id === messageId);
  const target = answered === undefined ? null : replyRecipient(answered, sender.address);
  return composeLetter({
    sender,
    to: target?.allowed === true ? [target.recipient] : [],
    cc: [],
    subject: replySubject(answered?.subject ?? ''),
    inReplyTo: messageId === null ? null : findReplyThread(db, messageId),
    text,
    html,
    attachments: [],
    headerMessageId,
    date: new Date(savedAt),
  });
}
