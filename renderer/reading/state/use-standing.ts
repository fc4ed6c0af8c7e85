import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/contract.ts';
import type { Result } from '../../../shared/errors.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import type { ChosenStatus, ConversationState } from '../../../shared/model/conversation-state.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useToast } from '../../ui/toast.tsx';

type Place = { readonly sectionId: SectionId; readonly conversationId: ConversationId };

export type Standing = {
  /** Done, or open again, also while the last answer is still on its way. */
  readonly toggleDone: () => void;
  /** Milliseconds since the epoch; null wakes it now. */
  readonly snooze: (until: number | null) => void;
  readonly remind: (remindAt: number | null) => void;
};

/** Says how a conversation stands, and takes it back on "Undo". A failure is told in a toast. */
export function useStanding(place: Place, before: ConversationState): Standing {
  const { t } = useTranslation('state');
  const format = useFormat();
  const toast = useToast();
  const errorWords = useErrorWords();

  // Pressed again before the window knows how it stands now: what was asked last is what is turned.
  const asked = useRef<ChosenStatus | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it holds until either of these changes
  useEffect(() => {
    asked.current = null;
  }, [place.conversationId, before.status]);

  function tell(result: Result<null>, done: string, undo: (() => void) | null) {
    if (!result.ok) {
      const { what, next } = errorWords(result.error);
      toast({ text: `${what} ${next}` });
      return;
    }
    toast({
      text: done,
      ...(undo === null ? {} : { action: { label: t('undo'), onPress: undo } }),
    });
  }

  /** As it stood: by hand from then on, until somebody writes. */
  async function restore() {
    const { status, wakesAt } = before;
    const result =
      status === 'snoozed'
        ? await call('conversation.snooze', { ...place, until: wakesAt })
        : await call('conversation.setStatus', { ...place, status });
    if (!result.ok) tell(result, '', null);
  }

  async function setStatus(status: ChosenStatus, done: string) {
    asked.current = status;
    const result = await call('conversation.setStatus', { ...place, status });
    if (!result.ok) asked.current = null;
    tell(result, done, () => void restore());
  }

  return {
    toggleDone() {
      if ((asked.current ?? before.status) === 'done') void setStatus('open', t('nowOpen'));
      else void setStatus('done', t('nowDone'));
    },
    snooze: (until) =>
      void call('conversation.snooze', { ...place, until }).then((result) =>
        tell(
          result,
          until === null ? t('nowOpen') : t('nowSnoozed', { time: format.dateTime(until) }),
          () => void restore(),
        ),
      ),
    remind: (remindAt) =>
      void call('conversation.remind', { ...place, remindAt }).then((result) =>
        tell(
          result,
          remindAt === null
            ? t('followUp.never')
            : t('followUp.now', { day: format.shortDate(remindAt) }),
          null,
        ),
      ),
  };
}

export type StandingConversation = Pick<
  CallOutput<'conversation.read'>,
  'id' | 'state' | 'remindAt' | 'alsoWriting' | 'tags'
>;
