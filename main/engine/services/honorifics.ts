import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { type Result, success } from '../../../shared/errors.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import { sameAddress } from '../../../shared/model/participant.ts';
import { findCannedReplies } from '../store/canned-replies.ts';
import { findConversationSubject } from '../store/conversations.ts';
import { findHonorific, saveHonorific } from '../store/honorifics.ts';
import { findMessages } from '../store/messages.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import { notFound, type SectionContext } from './section-context.ts';
import { viewing } from './viewing.ts';

/** What can be put into the answer to a reader. How they are addressed is theirs: looking is on record. */
export function offerCannedReplies(
  section: SectionContext,
  { conversationId, address }: CallInput<'canned.offer'>,
): Result<CallOutput<'canned.offer'>> {
  if (findConversationSubject(section.db, conversationId) === null) return notFound;
  return success(
    viewing(section, conversationId, (db) => ({
      replies: findCannedReplies(db).filter(({ deletedAt }) => deletedAt === null),
      honorific: isReaderOf(db, conversationId, address) ? findHonorific(db, address) : null,
      staffName: section.ledger.staff()?.name ?? '',
    })),
  );
}

/** Of a reader of this conversation alone: what is remembered goes with their letters. */
export function chooseHonorific(
  { db, ledger }: SectionContext,
  { conversationId, address, honorific }: CallInput<'honorific.choose'>,
): Result<null> {
  if (!isReaderOf(db, conversationId, address)) return notFound;
  if (findHonorific(db, address) === honorific) return success(null);
  ledger.write((record) => {
    saveHonorific(db, address, honorific);
    // Whose it is the conversation tells: the entry outlives the reader's letters.
    record({ kind: 'honorific-chosen', conversationId });
  });
  return success(null);
}

function isReaderOf(db: SectionDatabase, conversationId: ConversationId, address: string): boolean {
  return findMessages(db, conversationId).some(
    ({ direction, from, replyTo }) =>
      direction === 'in' && [from, ...replyTo].some((one) => sameAddress(one.address, address)),
  );
}
