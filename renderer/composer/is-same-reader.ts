import { sameAddress } from '../../shared/model/participant.ts';
import type { ReplyRecipient } from '../../shared/model/reply-recipient.ts';

/** Whether two replies go to one address. */
export function isSameReader(one: ReplyRecipient, other: ReplyRecipient): boolean {
  return (
    one.allowed && other.allowed && sameAddress(one.recipient.address, other.recipient.address)
  );
}
