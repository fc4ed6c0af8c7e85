import { randomUUID } from 'node:crypto';
import { unfilledIn } from '../../../shared/canned-text.ts';
import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { domainOf, toAddress } from '../../../shared/domain-name.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import { forwardSubject, replySubject } from '../../../shared/letter/reply-subject.ts';
import { emptyLetter } from '../../../shared/model/letter-content.ts';
import type { MessageHeaders } from '../../../shared/model/message.ts';
import type { OutboxItem, OutboxRecipient, Schedule } from '../../../shared/model/outbox-item.ts';
import { sameAddress } from '../../../shared/model/participant.ts';
import type { SectionSettings } from '../../../shared/model/section-settings.ts';
import type { MimePool } from '../mail/mime/worker-pool.ts';
import { addressesOf } from '../policy/check-letter.ts';
import { judgeRecipients } from '../policy/judge-recipients.ts';
import { memberDataIn } from '../policy/member-data.ts';
import { replyRecipient } from '../policy/reply-recipient.ts';
import { findAccount } from '../store/account.ts';
import { queueAttachments } from '../store/draft-attachments.ts';
import { saveDraft } from '../store/drafts.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { findMessages, findReplyThread } from '../store/messages.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import {
  findByToken,
  findHeaderMessageId,
  insertOutboxItem,
  type OutboxWait,
} from '../store/outbox-items.ts';
import { findRecipientFacts } from '../store/recipient-facts.ts';
import { findSectionSettings } from '../store/section-settings.ts';
import { composeLetter } from './compose-letter.ts';
import { doneWith, isDoneWith } from './done-with.ts';
import { followUp } from './follow-up.ts';
import { misfitsOf } from './letter/iso-2022-jp.ts';
import { joinQuote } from './letter/join-quote.ts';
import { readAttachments, stampOfAttachments } from './letter-attachments.ts';
import { bothFigures, letterLimit } from './letter-limit.ts';
import { findMemberFacts } from './member-facts.ts';
import { notFound, type SectionContext } from './section-context.ts';

/** What holds for a letter beside its content. */
type LetterRules = {
  /** Whoever is signed in. */
  readonly isAdministrator: boolean;
  /** The members' records, for whoever may open them. */
  readonly members: SectionDatabase | null;
};

type Recipient = Pick<OutboxRecipient, 'role' | 'address'>;

/**
 * Composes a reply to the reader of one message, or passes that message on to staff, and queues it,
 * its draft gone in the same transaction. The exact bytes that will leave are stored now, so that a
 * retry sends the same mail. What an administrator allows by exception is on record with it.
 */
export async function sendReply(
  section: SectionContext,
  mime: MimePool,
  input: CallInput<'reply.send'>,
  now: number,
  { isAdministrator, members }: LetterRules,
): Promise<Result<CallOutput<'reply.send'>>> {
  const { db, ledger, outbox } = section;
  // An answer that was lost: the letter is on its way.
  const repeated = findByToken(db, input.token);
  if (repeated !== null) return success(sentBefore(section, repeated, input, now));
  const account = findAccount(db);
  if (account === null) return failure('account-missing');
  const { content, kind, conversationId, messageId, exception } = input;
  if (content.text.trim() === '') return failure('empty-reply');
  const asWritten = new Set(input.asWritten);
  if (unfilledIn(content).some((marker) => !asWritten.has(marker))) {
    return failure('variable-unfilled');
  }
  const thread = findReplyThread(db, messageId);
  const message = findMessages(db, conversationId).find(({ id }) => id === messageId);
  if (thread === null || message === undefined) return notFound;
  const addressed =
    kind === 'reply' ? readerOf(message, account.senderAddress, input.to) : success(input.to);
  if (!addressed.ok) return addressed;

  const recipients = toRecipients(addressed.value, content);
  const addresses = recipients.map(({ address }) => address);
  const facts = findRecipientFacts(db, {
    kind,
    conversationId,
    messageId,
    addresses,
    excepted: exception?.addresses.flatMap((address) => toAddress(address) ?? []) ?? [],
  });
  const findings = judgeRecipients({ kind, recipients }, facts);
  const refused = findings.find(({ level }) => level === 'refused');
  if (refused !== undefined) return failure('recipient-not-permitted', refused.about);
  const excepted = findings.flatMap(({ about }) => toAddress(about) ?? []);
  if (excepted.length > 0 && !isAdministrator) return failure('administrator-needed');

  const memberReason = input.memberReason ?? null;
  const settings = findSectionSettings(db);
  const telling = { conversationId, text: content.text, html: content.html, addresses };
  const memberFacts = await findMemberFacts(section, { mime, members }, telling, {
    ...facts,
    sectionText: `${settings.signatures.en}\n${settings.signatures.ja}`,
    readersAddresses: addressesOf(message),
  });
  const isReaderMail = section.id !== 'members';
  const memberData = memberDataIn(content, { memberFacts, memberReason, isReaderMail });
  if (memberData.length > 0 && memberReason === null) return failure('reason-needed');
  if (memberData.some(({ canExcept }) => canExcept) && !isAdministrator)
    return failure('administrator-needed');
  const wait = waitOf(settings, input.schedule, now);
  if (wait !== null && wait.until <= now) return failure('schedule-passed');
  const letter = await joinQuote(db, mime, messageId, content);
  if (letter === null) return notFound;
  const charset = input.asUtf8 === true ? 'utf-8' : settings.charset;
  const misfits = charset === 'utf-8' ? [] : misfitsOf(letter.text + (letter.html ?? ''));
  if (misfits.length > 0) return failure('characters-misfit', misfits.join(' '));

  const writer = ledger.staff();
  const attachments = input.attachments ?? [];
  const place = { conversationId, kind, writer };
  const files = readAttachments(db, place, attachments);
  const stamp = stampOfAttachments(db, place);
  if (files === null) return failure('attachments-changed');
  if (wait === null) outbox.makeReady();
  const headerMessageId = `${randomUUID()}@${domainOf(account.senderAddress)}`;
  const subject =
    kind === 'reply' ? replySubject(message.subject) : forwardSubject(message.subject);
  const withRole = (wanted: Recipient['role']) =>
    recipients.flatMap(({ role, address }) => (role === wanted ? [{ name: '', address }] : []));
  const raw = await composeLetter({
    sender: { name: account.senderName, address: account.senderAddress },
    to: withRole('to').map((one) => nameOf(one.address, message) ?? one),
    cc: withRole('cc'),
    subject,
    inReplyTo: kind === 'reply' ? thread : null,
    ...letter,
    attachments: files,
    headerMessageId,
    date: new Date(now),
    charset,
  });
  const limit = letterLimit(db).bytes;
  if (raw.length > limit) return failure('letter-too-large', bothFigures(raw.length, limit));
  const item = ledger.write((record) => {
    const meanwhile = findByToken(db, input.token);
    if (meanwhile !== null) return sentBefore(section, meanwhile, input, now);
    // They may have been renamed or removed while the letter was composed.
    if (stampOfAttachments(db, place) !== stamp) return null;
    saveDraft(db, place, emptyLetter, now);
    if (kind === 'reply') followUp(db, conversationId, writer, { now, sentAt: wait?.until ?? now });
    const queued = insertOutboxItem(db, {
      token: input.token,
      conversationId,
      kind,
      messageId,
      headerMessageId,
      recipients,
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
    if (input.isDone === true) {
      doneWith(db, conversationId, { letter: headerMessageId, actor: writer, at: now });
    }
    const about = { conversationId, messageId, outboxItemId: queued.id };
    for (const target of excepted) {
      const reason = exception?.reason ?? '';
      record({ kind: 'exception', target, reason, ...about, detail: { letter: headerMessageId } });
    }
    if (memberData.length > 0 && memberReason !== null) {
      const target = addresses.join(', ');
      record({ kind: 'member-data', target, reason: memberReason, ...about });
    }
    return queued;
  });
  if (item === null) return failure('attachments-changed');
  outbox.added();
  return success(item);
}

/** The letter that the same token queued, and staff who are done with it now as they ask to be. */
function sentBefore(
  { db, ledger }: SectionContext,
  item: OutboxItem,
  { isDone }: CallInput<'reply.send'>,
  now: number,
): OutboxItem {
  const letter = findHeaderMessageId(db, item.id);
  // One that failed answers nothing.
  if (isDone !== true || letter === null || item.state === 'failed') return item;
  const { conversationId } = item;
  inTransaction(db, () => {
    if (!isDoneWith(db, conversationId, letter))
      doneWith(db, conversationId, { letter, actor: ledger.staff(), at: now });
  });
  return item;
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

/** The one whom a reply goes to, if that is whom the window showed. */
function readerOf(
  message: MessageHeaders,
  ownAddress: string,
  shown: readonly string[],
): Result<readonly string[]> {
  const target = replyRecipient(message, ownAddress);
  if (!target.allowed) return failure('recipient-not-allowed', target.reason);
  const { address } = target.recipient;
  // After a restore a conversation may be another's than the one that the window still shows.
  const isShown = shown.length === 1 && sameAddress(shown[0] ?? '', address);
  return isShown ? success([address]) : failure('recipient-changed');
}

/** Each once, in the first of its roles. What is not an address is refused by the policy. */
function toRecipients(
  to: readonly string[],
  { cc, bcc }: { readonly cc: readonly string[]; readonly bcc: readonly string[] },
): readonly Recipient[] {
  const all: readonly Recipient[] = [
    ...to.map((address) => ({ role: 'to' as const, address })),
    ...cc.map((address) => ({ role: 'cc' as const, address })),
    ...bcc.map((address) => ({ role: 'bcc' as const, address })),
  ];
  const distinct = new Map<string, Recipient>();
  for (const { role, address } of all) {
    const written = toAddress(address) ?? address;
    const key = written.toLowerCase();
    if (!distinct.has(key)) distinct.set(key, { role, address: written });
  }
  return [...distinct.values()];
}

/** As the letter itself names them; nobody else's word on a name is taken. */
function nameOf(address: string, { from, replyTo }: MessageHeaders) {
  return [...replyTo, from].find((one) => sameAddress(one.address, address));
}
