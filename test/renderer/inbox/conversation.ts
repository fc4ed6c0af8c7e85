import { ConversationId } from '../../../shared/ids.ts';
import type { ConversationSummary } from '../../../shared/model/conversation.ts';

export function conversationId(id: number): ConversationId {
  return ConversationId.parse(id);
}

export function conversation(id: number): ConversationSummary {
  return {
    id: conversationId(id),
    subject: `Letter ${id}`,
    participants: [{ name: 'A reader', address: 'reader@example.net' }],
    snippet: '',
    newestAt: 0,
    messageCount: 1,
    unreadCount: 0,
    hasAttachment: false,
    isFlagged: false,
    tags: [],
    status: 'open',
    due: null,
    wakesAt: null,
    answered: false,
    hasDraft: false,
    outbox: 'none',
  };
}
