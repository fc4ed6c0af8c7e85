import type { AppError } from '../../../../shared/errors.ts';
import { judgeRecipients } from '../../policy/judge-recipients.ts';
import { findExceptedAddresses } from '../../store/chain-entries.ts';
import { findRegistrantEmails } from '../../store/member-reviews.ts';
import { findOutboxItem, type OutboxMail } from '../../store/outbox-items.ts';
import { findRecipientFacts } from '../../store/recipient-facts.ts';
import type { OutboxDependencies } from './outbox-dependencies.ts';

/**
 * Whether the policy still lets a letter go to whom the server is about to be asked to take it for;
 * what was allowed by exception, where the ledger says so.
 */
export function judgeMail(
  { db, sectionId }: Pick<OutboxDependencies, 'db' | 'sectionId'>,
  mail: OutboxMail,
): AppError | null {
  const item = findOutboxItem(db, mail.id);
  const { conversationId, messageId, rcptTo } = mail;
  const kind = item?.kind ?? 'reply';
  const roleOf = (address: string) =>
    item?.recipients.find((one) => one.address === address)?.role ?? 'to';
  const facts = findRecipientFacts(db, {
    kind,
    conversationId,
    messageId,
    addresses: rcptTo,
    excepted: findExceptedAddresses(db, mail.id, mail.headerMessageId),
    registrant:
      kind === 'registration'
        ? { sectionId, emails: findRegistrantEmails(db, mail.headerMessageId) }
        : null,
  });
  const recipients = rcptTo.map((address) => ({ role: roleOf(address), address }));
  const refused = judgeRecipients({ kind, recipients }, facts).filter(
    ({ level }) => level === 'refused',
  );
  if (refused.length === 0) return null;
  const detail = [...new Set(refused.map(({ about }) => about))].filter(Boolean).join(', ');
  return { code: 'recipient-not-permitted', ...(detail === '' ? {} : { detail }) };
}
