import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import type { MessageId } from '../../shared/ids.ts';
import type { LetterContent } from '../../shared/model/letter-content.ts';
import type { OutboxItem } from '../../shared/model/outbox-item.ts';
import type { ReplyTarget } from '../../shared/model/reply-target.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useToast } from '../ui/toast.tsx';
import type { ReplyComposerProps } from './reply-composer-props.ts';
import type { DraftHandle } from './use-draft.ts';

export type Sending = {
  readonly isPending: boolean;
  readonly error: AppError | null;
  /** `asWritten`: what looks like an open place there, and is meant so. */
  readonly send: (content: LetterContent, asWritten: readonly string[]) => void;
};

/**
 * Hands the reply to the outbox, once: a second press finds the first still under way, and a repeat
 * after a lost answer carries the same token, which the engine queues only once.
 */
export function useSendReply(
  { sectionId, conversationId }: ReplyComposerProps,
  { messageId, recipient }: ReplyTarget,
  draft: Pick<DraftHandle, 'flush' | 'forget'>,
  onQueued: (item: OutboxItem) => void,
): Sending {
  const { t } = useTranslation('composer');
  const errorWords = useErrorWords();
  const toast = useToast();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const isUnderWay = useRef(false);
  /** For the reply to one message: turned to another, it is another reply. */
  const token = useRef<{ readonly messageId: MessageId; readonly value: string } | null>(null);
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);

  async function send(content: LetterContent, asWritten: readonly string[]) {
    if (isUnderWay.current || !recipient.allowed) return;
    if (content.text.trim() === '') {
      setError({ code: 'empty-reply' });
      return;
    }
    isUnderWay.current = true;
    setPending(true);
    setError(null);
    if (token.current?.messageId !== messageId)
      token.current = { messageId, value: crypto.randomUUID() };
    // The newest text is safe before it leaves; and no save of it may come after the engine,
    // which removes the draft together with queueing the reply.
    await draft.flush();
    const result = await call('reply.send', {
      sectionId,
      conversationId,
      kind: 'reply',
      messageId,
      content,
      to: [recipient.recipient.address],
      asWritten: [...asWritten],
      token: token.current.value,
    });
    isUnderWay.current = false;
    setPending(false);
    if (!result.ok) {
      setError(result.error);
      // Whoever went on to the next letter believes it sent.
      if (!isShown.current) {
        // Last, so that the word of a failed save does not take its place.
        await draft.flush();
        const { name, address } = recipient.recipient;
        const { what } = errorWords(result.error);
        toast({ text: t('notSent', { name: name || address, what }) });
      }
      return;
    }
    token.current = null;
    await draft.forget();
    onQueued(result.value);
  }

  return { isPending, error, send: (content, asWritten) => void send(content, asWritten) };
}
