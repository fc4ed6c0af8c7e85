import { toAddress } from '../../../../shared/domain-name.ts';
import { sameAddress } from '../../../../shared/model/participant.ts';
import type { DraftHead } from '../../mail/imap/read-drafts.ts';
import type { CopiedReply, PlacedCopy } from '../../store/server-drafts.ts';

type Known = {
  readonly ownAddress: string;
  readonly replies: readonly CopiedReply[];
  readonly copies: readonly PlacedCopy[];
  readonly tokenOf: (answered: string, staffId: CopiedReply['staffId']) => string;
};

export type Recognised = {
  /** Whose is '' where several could be meant. */
  readonly reply: CopiedReply;
  /** By our Message-ID or our name for it: without them it may be a letter of its own. */
  readonly isOurs: boolean;
};

/**
 * The reply that a draft in the account's Drafts is a version of; null for none. Programs give what they save another Message-ID (RFC 9051 has no way
 * to change a message in its place), and not all of them keep fields that they do not know.
 */
export function whoseReply(
  head: DraftHead,
  { ownAddress, replies, copies, tokenOf }: Known,
): Recognised | null {
  if (!head.from.some((address) => isSame(address, ownAddress))) return null;
  const copy = copies.find(({ headerMessageId }) => headerMessageId === head.headerMessageId);
  if (copy !== undefined) {
    const own = replies.find(
      ({ conversationId, staffId }) =>
        conversationId === copy.conversationId && staffId === copy.staffId,
    );
    const isSame = own !== undefined && answers(head, own.answered);
    return isSame ? { reply: own, isOurs: true } : null;
  }
  const possible = replies.filter(({ answered }) => answered !== null && answers(head, answered));
  if (head.marks.draft !== null) {
    // A name that is none of these is that of a reply on another desktop, or of one that was sent.
    const { draft } = head.marks;
    const named = possible.find(
      ({ answered, staffId }) => tokenOf(answered ?? '', staffId) === draft,
    );
    return named === undefined ? null : { reply: named, isOurs: true };
  }
  const [first] = possible;
  if (first === undefined) return null;
  const writers = replies.filter(({ conversationId }) => conversationId === first.conversationId);
  return { reply: writers.length === 1 ? first : { ...first, staffId: '' }, isOurs: false };
}

/**
 * RFC 5322 3.6.4: the last of the references is the parent, where a program keeps no In-Reply-To. A
 * message without a Message-ID can be named by neither.
 */
function answers({ inReplyTo, references }: DraftHead, id: string | null): boolean {
  if (id === null) return inReplyTo.length === 0 && references.length === 0;
  return inReplyTo.length === 0 ? references.at(-1) === id : inReplyTo.includes(id);
}

function isSame(one: string, other: string): boolean {
  return sameAddress(toAddress(one) ?? one, toAddress(other) ?? other);
}
