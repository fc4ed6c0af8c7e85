import { randomUUID } from 'node:crypto';
import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import { emptyLetter } from '../../../shared/model/letter-content.ts';
import { sameAddress } from '../../../shared/model/participant.ts';
import { replyRecipient } from '../policy/reply-recipient.ts';
import { findAccount } from '../store/account.ts';
import { saveDraft } from '../store/drafts.ts';
import { findMessages, findReplyThread } from '../store/messages.ts';
import { insertOutboxItem } from '../store/outbox-items.ts';
import { composeLetter, replySubject } from './compose-letter.ts';
import { followUp } from './follow-up.ts';
import { notFound, type SectionContext } from './section-context.ts';

/**
 * Composes a reply to the reader of one message and queues it, its draft gone in the same
 * transaction. The exact bytes that will leave are stored now, so that a retry sends the same mail.
 */
export async function sendReply(
  { db, ledger, outbox }: SectionContext,
  input: CallInput<'reply.send'>,
  now: number,
): Promise<Result<CallOutput<'reply.send'>>> {
  const account = findAccount(db);
  if (account === null) return failure('account-missing');
  const { content, kind, conversationId } = input;
  if (content.text.trim() === '') return failure('empty-reply');
  const thread = findReplyThread(db, input.messageId);
  const message = findMessages(db, input.conversationId).find(({ id }) => id === input.messageId);
  if (thread === null || message === undefined) return notFound;
  const target = replyRecipient(message, account.senderAddress);
  if (!target.allowed) return failure('recipient-refused', target.reason);

  const shown = input.to[0] ?? '';
  if (input.to.length !== 1 || !sameAddress(shown, target.recipient.address)) {
    // After a restore a conversation may be another's than the one that the window still shows.
    return failure('recipient-changed');
  }

  const writer = ledger.staff();
  const headerMessageId = `${randomUUID()}@${domainOf(account.senderAddress)}`;
  const subject = replySubject(message.subject);
  const raw = await composeLetter({
    sender: { name: account.senderName, address: account.senderAddress },
    to: [target.recipient],
    cc: [],
    subject,
    inReplyTo: thread,
    text: content.text,
    html: content.html,
    attachments: [],
    headerMessageId,
    date: new Date(now),
  });
  const item = db.transaction(() => {
    saveDraft(db, { conversationId, kind, writer }, emptyLetter, now);
    if (kind === 'reply') followUp(db, conversationId, writer, now);
    return insertOutboxItem(db, {
      token: input.token,
      conversationId,
      kind,
      messageId: input.messageId,
      headerMessageId,
      recipients: [{ role: 'to', address: target.recipient.address }],
      mailFrom: account.senderAddress,
      subject,
      text: content.text,
      html: content.html,
      raw,
      createdAt: now,
      staffId: writer?.id ?? null,
      staffName: writer?.name ?? '',
    });
  })();
  outbox.wake();
  return success(item);
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
