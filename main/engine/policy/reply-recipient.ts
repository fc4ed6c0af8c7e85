import { z } from 'zod';
import type { MessageHeaders } from '../../../shared/model/message.ts';
import { type Participant, sameAddress } from '../../../shared/model/participant.ts';
import type { ReplyRecipient } from '../../../shared/model/reply-recipient.ts';

const Address = z.email().max(254);

/**
 * Who a reply to this message may go to: its reader, and nobody else. The one address that the
 * reader asked for answers at (Reply-To, RFC 5322 3.6.2), else the one that wrote.
 */
export function replyRecipient(
  message: Pick<MessageHeaders, 'from' | 'replyTo' | 'automation'>,
  ownAddress: string,
): ReplyRecipient {
  // RFC 3834 2: nothing that a machine sent is answered as if a person had.
  if (message.automation === 'bounce' || message.automation === 'auto-replied') {
    return { allowed: false, reason: 'automatic' };
  }
  const asked = distinct(message.replyTo);
  if (asked.length > 1) return { allowed: false, reason: 'several-addresses' };
  const recipient = asked[0] ?? message.from;
  if (recipient.address === '') return { allowed: false, reason: 'no-reader' };
  if (!Address.safeParse(recipient.address).success) {
    return { allowed: false, reason: 'invalid-address' };
  }
  if (sameAddress(recipient.address, ownAddress)) return { allowed: false, reason: 'no-reader' };
  return { allowed: true, recipient };
}

function distinct(people: readonly Participant[]): readonly Participant[] {
  return [...new Map(people.map((one) => [one.address.toLowerCase(), one])).values()];
}
