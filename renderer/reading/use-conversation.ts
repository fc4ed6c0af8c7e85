import { useEffect } from 'react';
import type { ConversationId } from '../../shared/ids.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { useCall } from '../use-call.ts';
import { useEvent } from '../use-event.ts';

/** A conversation as it is now: read anew whenever its mail or its unsent replies change. */
export function useConversation(sectionId: SectionId, conversationId: ConversationId) {
  const conversation = useCall('conversation.read', { sectionId, conversationId });
  // Whoever opens it again has looked again: that is on record, a refresh in between is not.
  useEffect(
    () => () => void call('conversation.close', { sectionId, conversationId }),
    [sectionId, conversationId],
  );
  useEvent('section.changed', (changed) => {
    if (changed.sectionId !== sectionId) return;
    if (changed.conversationIds === null || changed.conversationIds.includes(conversationId))
      conversation.reload();
  });
  useEvent('outbox.changed', (changed) => {
    if (changed.sectionId === sectionId) conversation.reload();
  });
  return conversation;
}
