import { useEffect, useRef, useState } from 'react';
import type { CallOutput } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { ConversationId } from '../../shared/ids.ts';
import type { ConversationSummary } from '../../shared/model/conversation.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useToast } from '../ui/toast.tsx';
import { useCall } from '../use-call.ts';
import { useEvent } from '../use-event.ts';
import { createSeenKeeper } from './seen-keeper.ts';
import { unreadInConversation, unreadInRow } from './unread-name.ts';

/**
 * Marks the open conversation as read once staff have had it before them for a moment. `row` is
 * null while its row is not known: opened from the outbox, or gone from the unread view once read.
 */
export function useMarkSeen(
  sectionId: SectionId,
  id: ConversationId | null,
  row: ConversationSummary | null,
): { readonly toggle: () => void } {
  const toast = useToast();
  const words = useErrorWords();
  const onFailure = useRef((_: AppError) => {});
  useEffect(() => {
    onFailure.current = (error) => {
      const { what, next } = words(error);
      toast({ text: `${what} ${next}` });
    };
  });
  const [keeper] = useState(() =>
    createSeenKeeper({
      mark: (conversationId, seen) =>
        call('conversation.markSeen', { sectionId, conversationId, seen }),
      hasFocus: () => document.hasFocus(),
      onFailure: (error) => onFailure.current(error),
    }),
  );

  const conversation = useUnlisted(sectionId, row === null ? id : null);
  const listed = row === null ? undefined : unreadInRow(row);
  const unread = conversation === null ? listed : unreadInConversation(conversation);
  useEffect(() => {
    keeper.show(id === null ? null : { id, unread });
  }, [keeper, id, unread]);
  useEffect(() => keeper.stop, [keeper]);

  return { toggle: keeper.toggle };
}

/** A conversation that no row tells of, as it is now. */
function useUnlisted(
  sectionId: SectionId,
  conversationId: ConversationId | null,
): CallOutput<'conversation.read'> | null {
  const { value, reload } = useCall(
    'conversation.read',
    conversationId === null ? undefined : { sectionId, conversationId },
  );
  useEvent('section.changed', (changed) => {
    if (conversationId === null || changed.sectionId !== sectionId) return;
    if (changed.conversationIds === null || changed.conversationIds.includes(conversationId))
      reload();
  });
  return value;
}
