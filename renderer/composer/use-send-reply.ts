import { useRef, useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import type { OutboxItem } from '../../shared/model/outbox-item.ts';
import { call } from '../api.ts';
import type { ReplyComposerProps } from './reply-composer-props.ts';

type Draft = {
  readonly flush: () => Promise<void>;
  readonly forget: () => Promise<void>;
};

type Sending = {
  readonly isPending: boolean;
  readonly error: AppError | null;
  readonly send: (text: string) => void;
};

/**
 * Hands the reply to the outbox, once: a second press finds the first still under way, and a repeat
 * after a lost answer carries the same token, which the engine queues only once.
 */
export function useSendReply(
  { sectionId, conversationId, target }: ReplyComposerProps,
  draft: Draft,
  onQueued: (item: OutboxItem) => void,
): Sending {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const isUnderWay = useRef(false);
  const token = useRef<string | null>(null);

  async function send(text: string) {
    if (isUnderWay.current) return;
    if (text.trim() === '') {
      setError({ code: 'empty-reply' });
      return;
    }
    isUnderWay.current = true;
    setPending(true);
    setError(null);
    token.current ??= crypto.randomUUID();
    // The newest text is safe before it leaves; and no save of it may come after the engine,
    // which removes the draft together with queueing the reply.
    await draft.flush();
    const { messageId } = target;
    const result = await call('reply.send', {
      sectionId,
      conversationId,
      messageId,
      text,
      token: token.current,
    });
    isUnderWay.current = false;
    setPending(false);
    if (!result.ok) {
      setError(result.error);
      return;
    }
    token.current = null;
    await draft.forget();
    onQueued(result.value);
  }

  return { isPending, error, send: (text) => void send(text) };
}
