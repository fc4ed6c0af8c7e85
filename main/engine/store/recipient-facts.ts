import { toAddress } from '../../../shared/domain-name.ts';
import type { ConversationId, MessageId } from '../../../shared/ids.ts';
import type { OutboxKind } from '../../../shared/model/outbox-item.ts';
import type { RecipientFacts, Registrant } from '../policy/recipient-standing.ts';
import { replyRecipient } from '../policy/reply-recipient.ts';
import { findAccount } from './account.ts';
import { findMessages } from './messages.ts';
import type { SectionDatabase } from './open-database.ts';
import { findSectionSettings } from './section-settings.ts';
import { statement } from './statement.ts';

type Question = {
  readonly kind: OutboxKind;
  /** Null for a letter that begins one. */
  readonly conversationId: ConversationId | null;
  /** What it answers; null when that is not known, or gone. */
  readonly messageId: MessageId | null;
  /** Whoever it is to go to, or might. */
  readonly addresses: readonly string[];
  readonly excepted: readonly string[];
  readonly registrant?: Registrant | null;
};

/** What the store knows of a letter's recipients, as it is now. */
export function findRecipientFacts(
  db: SectionDatabase,
  { kind, conversationId, messageId, addresses, excepted, registrant }: Question,
): RecipientFacts {
  const account = findAccount(db);
  const senderAddress = account?.senderAddress ?? '';
  const logins = [account?.imap.user ?? '', account?.smtp.user ?? ''];
  return {
    readers:
      kind === 'reply' && conversationId !== null
        ? findReaders(db, conversationId, messageId, senderAddress)
        : [],
    ownAddresses: [senderAddress, ...logins].filter((address) => toAddress(address) !== null),
    companyDomains: findSectionSettings(db).companyDomains,
    writers: findWriters(db, addresses),
    excepted,
    registrant: registrant ?? null,
  };
}

/**
 * Whom a reply to this message may go to. Where the message is gone or not known, after a restore
 * say, whoever else of the conversation could be answered.
 */
function findReaders(
  db: SectionDatabase,
  conversationId: ConversationId,
  messageId: MessageId | null,
  ownAddress: string,
): readonly string[] {
  const messages = findMessages(db, conversationId);
  const answered = messages.filter(({ id }) => id === messageId);
  const candidates = answered.length > 0 ? answered : messages;
  return candidates.flatMap((message) => {
    const target = replyRecipient(message, ownAddress);
    return target.allowed ? [target.recipient.address] : [];
  });
}

/** Those among the addresses that mail has come from, in lower case. */
function findWriters(db: SectionDatabase, addresses: readonly string[]): ReadonlySet<string> {
  const asked = addresses.map((address) => (toAddress(address) ?? '').toLowerCase());
  return new Set(
    statement<{ address: string }>(
      db,
      `SELECT DISTINCT lower(from_address) AS address FROM message
       WHERE direction = 'in' AND lower(from_address) IN (SELECT value FROM json_each(?))`,
    )
      .all(JSON.stringify(asked))
      .map(({ address }) => address),
  );
}
