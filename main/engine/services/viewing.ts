import type { ConversationId, MessageId } from '../../../shared/ids.ts';
import { findConversationOf } from '../store/messages.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import type { SectionContext } from './section-context.ts';

/**
 * Reads something of a conversation, in one transaction with the entry that says who looked. The
 * engine holds what is open, so that no way to a reader's letter goes past the record: only what
 * was recorded and not closed since is read without another entry.
 */
export function viewing<T>(
  { db, ledger, inView }: SectionContext,
  conversationId: ConversationId,
  read: (db: SectionDatabase) => T,
): T {
  if (inView.has(conversationId)) return read(db);
  const value = ledger.write((record) => {
    record({ kind: 'conversation-viewed', conversationId });
    return read(db);
  });
  inView.add(conversationId);
  return value;
}

/** The same for one message; null when there is no such message. */
export function viewingMessage<T>(
  section: SectionContext,
  messageId: MessageId,
  read: (db: SectionDatabase) => T | null,
): T | null {
  const conversationId = findConversationOf(section.db, messageId);
  return conversationId === null ? null : viewing(section, conversationId, read);
}

/** One look at one message, which nobody closes again: the next one is on record too. */
export function viewingOnce<T>(
  { db, ledger, inView }: SectionContext,
  messageId: MessageId,
  read: (db: SectionDatabase) => T | null,
): T | null {
  const conversationId = findConversationOf(db, messageId);
  if (conversationId === null) return null;
  if (inView.has(conversationId)) return read(db);
  return ledger.write((record) => {
    const value = read(db);
    if (value !== null) record({ kind: 'conversation-viewed', conversationId, messageId });
    return value;
  });
}
