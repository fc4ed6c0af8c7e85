import { randomUUID } from 'node:crypto';
import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import { replySubject } from '../../../shared/letter/reply-subject.ts';
import { emptyLetter } from '../../../shared/model/letter-content.ts';
import type { Schedule } from '../../../shared/model/outbox-item.ts';
import { sameAddress } from '../../../shared/model/participant.ts';
import type { SectionSettings } from '../../../shared/model/section-settings.ts';
import type { MimePool } from '../mail/mime/worker-pool.ts';
import { replyRecipient } from '../policy/reply-recipient.ts';
import { findAccount } from '../store/account.ts';
import { queueAttachments } from '../store/draft-attachments.ts';
import { saveDraft } from '../store/drafts.ts';
import { findMessages, findReplyThread } from '../store/messages.ts';
import { insertOutboxItem, type OutboxWait } from '../store/outbox-items.ts';
import { findSectionSettings } from '../store/section-settings.ts';
import { composeLetter } from './compose-letter.ts';
import { misfitsOf } from './letter/iso-2022-jp.ts';
import { joinQuote } from './letter/join-quote.ts';
import { readAttachments } from './letter-attachments.ts';
import { bothFigures, letterLimit } from './letter-limit.ts';
import { notFound, type SectionContext } from './section-context.ts';

/**
 * Composes a reply to the reader of one message and queues it, its draft gone in the same
 * transaction. The exact bytes that will leave are stored now, so that a retry sends the same mail.
 */
export async function sendReply(
  { db, ledger, outbox }: SectionContext,
  mime: MimePool,
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
  if (!target.allowed) return failure('recipient-not-allowed', target.reason);

  const shown = input.to[0] ?? '';
  if (input.to.length !== 1 || !sameAddress(shown, target.recipient.address)) {
    // After a restore a conversation may be another's than the one that the window still shows.
    return failure('recipient-changed');
  }

  const settings = findSectionSettings(db);
  const wait = waitOf(settings, input.schedule, now);
  if (wait !== null && wait.until <= now) return failure('schedule-passed');
  const letter = await joinQuote(db, mime, input.messageId, content);
  if (letter === null) return notFound;
  const charset = input.asUtf8 === true ? 'utf-8' : settings.charset;
  const misfits = charset === 'utf-8' ? [] : misfitsOf(letter.text + (letter.html ?? ''));
  if (misfits.length > 0) return failure('characters-misfit', misfits.join(' '));
  if (wait === null) outbox.makeReady();

  const writer = ledger.staff();
  const attachments = input.attachments ?? [];
  const files = readAttachments(db, { conversationId, kind, writer }, attachments);
  if (files === null) return failure('attachments-changed');
  const headerMessageId = `${randomUUID()}@${domainOf(account.senderAddress)}`;
  const subject = replySubject(message.subject);
  const raw = await composeLetter({
    sender: { name: account.senderName, address: account.senderAddress },
    to: [target.recipient],
    cc: [],
    subject,
    inReplyTo: thread,
    ...letter,
    attachments: files,
    headerMessageId,
    date: new Date(now),
    charset,
  });
  const limit = letterLimit(db).bytes;
  if (raw.length > limit) return failure('letter-too-large', bothFigures(raw.length, limit));
  const item = db.transaction(() => {
    saveDraft(db, { conversationId, kind, writer }, emptyLetter, now);
    const queued = insertOutboxItem(db, {
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
      wait,
      quote: content.quote,
      raw,
      createdAt: now,
      staffId: writer?.id ?? null,
      staffName: writer?.name ?? '',
    });
    queueAttachments(db, attachments, queued.id);
    return queued;
  })();
  outbox.added();
  return success(item);
}

/** Until when a letter stays here: the time that staff chose, else as long as it can be called back. */
function waitOf(
  { undoSeconds }: SectionSettings,
  schedule: Schedule | undefined,
  now: number,
): OutboxWait | null {
  if (schedule !== undefined) return { for: 'schedule', until: schedule.at, zone: schedule.zone };
  return undoSeconds === 0 ? null : { for: 'undo', until: now + undoSeconds * 1000, zone: null };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
