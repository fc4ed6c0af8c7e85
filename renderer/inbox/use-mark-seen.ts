import { useEffect, useState } from 'react';
import type { ConversationId } from '../../shared/ids.ts';
import type { ConversationSummary } from '../../shared/model/conversation.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';

/** How long a conversation must be open to count as read; passing over it with j and k does not. */
const openForMs = 600;

/** Marks the open conversation as read after a moment, unless staff just marked it unread. */
export function useMarkSeen(
  sectionId: SectionId,
  open: ConversationSummary | null,
): { readonly toggle: () => void } {
  const [keptUnread, setKeptUnread] = useState<ConversationId | null>(null);
  const id = open?.id ?? null;
  const isUnread = (open?.unreadCount ?? 0) > 0;

  useEffect(() => {
    if (id === null || !isUnread || id === keptUnread) return;
    const timer = setTimeout(() => {
      void call('conversation.markSeen', { sectionId, conversationId: id, seen: true });
    }, openForMs);
    return () => clearTimeout(timer);
  }, [sectionId, id, isUnread, keptUnread]);
  useEffect(() => {
    // Opened again later, it counts as read again.
    if (id !== keptUnread) setKeptUnread(null);
  }, [id, keptUnread]);

  return {
    toggle() {
      if (id === null) return;
      setKeptUnread(isUnread ? null : id);
      void call('conversation.markSeen', { sectionId, conversationId: id, seen: isUnread });
    },
  };
}
