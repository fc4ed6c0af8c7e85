import { randomUUID } from 'node:crypto';
import { unfilledIn } from '../../../shared/canned-text.ts';
import { domainOf, toAddress } from '../../../shared/domain-name.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import type { MemberRecord } from '../../../shared/model/member.ts';
import { memberName } from '../../../shared/model/member-name.ts';
import type { MimePool } from '../mail/mime/worker-pool.ts';
import { isRefused, judgeRecipients } from '../policy/judge-recipients.ts';
import { memberDataIn } from '../policy/member-data.ts';
import { findAccount } from '../store/account.ts';
import { threadMessage } from '../store/conversation-threading.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import { insertOutboxItem, type NewOutboxItem } from '../store/outbox-items.ts';
import { findRecipientFacts } from '../store/recipient-facts.ts';
import { findSectionSettings } from '../store/section-settings.ts';
import { composeLetter, type LetterToCompose } from './compose-letter.ts';
import { misfitsOf } from './letter/iso-2022-jp.ts';
import { findMemberFacts } from './member-facts.ts';
import type { SectionContext } from './section-context.ts';

/** What staff wrote to a member about their registration. */
type RegistrationLetter = {
  readonly subject: string;
  readonly text: string;
  readonly token: string;
  /** One of the record's; its first when none is said. */
  readonly address?: string;
  readonly attachments?: LetterToCompose['attachments'];
};

export type ReadyLetter = Omit<NewOutboxItem, 'conversationId'>;

/**
 * The letter to a member about their registration, composed and judged like every other: it goes to
 * the first address of that record unless another of it is named, in a conversation of its own.
 */
export async function composeRegistrationLetter(
  section: SectionContext,
  mime: MimePool,
  record: MemberRecord,
  { subject, text, token, address: chosen, attachments = [] }: RegistrationLetter,
  now: number,
): Promise<Result<ReadyLetter>> {
  const { db, ledger } = section;
  const account = findAccount(db);
  if (account === null) return failure('account-missing');
  if (text.trim() === '') return failure('empty-reply');
  const unfilled = unfilledIn({ text: `${subject}\n${text}`, html: null });
  if (unfilled.length > 0) return failure('variable-unfilled');
  const named = chosen ?? record.emails[0] ?? '';
  const address = toAddress(named) ?? named;
  const recipients = [{ role: 'to' as const, address }];
  const facts = findRecipientFacts(db, {
    kind: 'registration',
    conversationId: null,
    messageId: null,
    addresses: [address],
    excepted: [],
    registrant: { sectionId: section.id, emails: record.emails },
  });
  if (isRefused(judgeRecipients({ kind: 'registration', recipients }, facts)))
    return failure('recipient-not-permitted', address);

  const settings = findSectionSettings(db);
  const telling = { conversationId: null, text, html: null, addresses: [address] };
  const memberFacts = await findMemberFacts(section, { mime, members: db }, telling, {
    ...facts,
    sectionText: `${settings.signatures.en}\n${settings.signatures.ja}`,
    readersAddresses: [address],
  });
  const told = { memberFacts, memberReason: null, isReaderMail: false };
  // Another member's: nothing of theirs belongs into this one's letter, whatever the reason.
  if (memberDataIn({ text, html: null }, told).length > 0) return failure('other-member-told');

  // A name may have a character that the section's charset has none for: then it is the letter's that gives way.
  const fits = settings.charset === 'utf-8' || misfitsOf(text).length === 0;
  const headerMessageId = `${randomUUID()}@${domainOf(account.senderAddress)}`;
  const raw = await composeLetter({
    sender: { name: account.senderName, address: account.senderAddress },
    to: [{ name: memberName(record), address }],
    cc: [],
    subject,
    inReplyTo: null,
    text,
    html: null,
    attachments,
    headerMessageId,
    date: new Date(now),
    charset: fits ? settings.charset : 'utf-8',
  });
  const writer = ledger.staff();
  const { undoSeconds } = settings;
  return success({
    token,
    kind: 'registration',
    messageId: null,
    headerMessageId,
    recipients,
    mailFrom: account.senderAddress,
    subject,
    text,
    html: null,
    wait: undoSeconds === 0 ? null : { for: 'undo', until: now + undoSeconds * 1000, zone: null },
    quote: null,
    raw,
    createdAt: now,
    staffId: writer?.id ?? null,
    staffName: writer?.name ?? '',
  });
}

/** Inside the caller's transaction, that of the decision. */
export function queueRegistrationLetter(db: SectionDatabase, letter: ReadyLetter): void {
  const { conversationId } = threadMessage(db, letter.headerMessageId, []);
  insertOutboxItem(db, { ...letter, conversationId });
}
