import type { CallOutput } from '../../shared/contract.ts';
import type { ConversationSummary } from '../../shared/model/conversation.ts';

/*
 * A name for the unread mail of a conversation: another one as soon as more comes in, null when all
 * is read. Two sources tell of it, and their names are never compared with each other.
 */

export function unreadInRow({
  unreadCount,
  messageCount,
  newestAt,
}: ConversationSummary): string | null {
  // A letter may carry an old date: then only the numbers tell that it is new.
  return unreadCount === 0 ? null : `${newestAt} ${messageCount} ${unreadCount}`;
}

export function unreadInConversation(conversation: CallOutput<'conversation.read'>): string | null {
  const unread = conversation.messages.filter(({ direction, seen }) => direction === 'in' && !seen);
  return unread.length === 0 ? null : unread.map(({ id }) => id).join(' ');
}
