import { useEffect, useState } from 'react';
import type { ConversationId } from '../../shared/ids.ts';
import type { ConversationSummary } from '../../shared/model/conversation.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';

/** How long a conversation must be open to count as read; passing over it with j and k does not. */
const openForMs = 600;

/**
 * Marks the open conversation as read after a moment, unless staff just marked it unread. `row` is
 * null while its row is not known: opened from the outbox, or gone from the unread view once read.
 */
export function useMarkSeen(
  sectionId: SectionId,
  id: ConversationId | null,
  row: ConversationSummary | null,
): { readonly toggle: () => void } {
  const [keptUnread, setKeptUnread] = useState<ConversationId | null>(null);
  const mayBeUnread = row === null || row.unreadCount > 0;

  useEffect(() => {
    if (id === null || !mayBeUnread || id === keptUnread) return;
    const timer = setTimeout(() => {
      void call('conversation.markSeen', { sectionId, conversationId: id, seen: true });
    }, openForMs);
    return () => clearTimeout(timer);
  }, [sectionId, id, mayBeUnread, keptUnread]);
  useEffect(() => {
    // Opened again later, it counts as read again.
    if (id !== keptUnread) setKeptUnread(null);
  }, [id, keptUnread]);

  return {
    toggle() {
      if (id === null) return;
      const seen = row !== null && row.unreadCount > 0;
      setKeptUnread(seen ? null : id);
      void call('conversation.markSeen', { sectionId, conversationId: id, seen });
    },
  };
}
