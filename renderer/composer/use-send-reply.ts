import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import type { DraftAttachmentId, MessageId } from '../../shared/ids.ts';
import type { LetterContent } from '../../shared/model/letter-content.ts';
import type { OutboxItem } from '../../shared/model/outbox-item.ts';
import type { ReplyTarget } from '../../shared/model/reply-target.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useToast } from '../ui/toast.tsx';
import type { Departure } from './departure.ts';
import type { LetterException } from './letter-exception.ts';
import type { MemberReason } from './member-reason.ts';
import type { ReplyComposerProps } from './reply-composer-props.ts';
import type { DraftHandle } from './use-draft.ts';

type SendingOptions = {
  readonly departure: Departure;
  /** Staff chose that for characters that the section's charset does not hold. */
  readonly asUtf8: boolean;
  /** What looks like an open place there, and is meant so. */
  readonly asWritten: readonly string[];
  /** What an administrator lets pass. */
  readonly exception: LetterException | null;
  /** Why it tells of members. */
  readonly memberReason: MemberReason | null;
  /** The files that are shown with it. */
  readonly attachments: readonly DraftAttachmentId[];
};

export type Sending = {
  readonly isPending: boolean;
  readonly error: AppError | null;
  readonly send: (content: LetterContent, options: SendingOptions) => void;
  /** What was wrong was put right. */
  readonly clear: () => void;
  /** Another letter begins. */
  readonly reset: () => void;
};

/**
 * Hands the reply to the outbox, once: a second press finds the first still under way, and a repeat
 * after a lost answer carries the same token, which the engine queues only once.
 */
export function useSendReply(
  { sectionId, conversationId, kind }: ReplyComposerProps,
  { messageId, recipient }: ReplyTarget,
  draft: Pick<DraftHandle, 'flush' | 'forget'>,
  onQueued: (item: OutboxItem, departure: Departure) => void,
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

  async function send(
    content: LetterContent,
    { departure, asUtf8, attachments, asWritten, exception, memberReason }: SendingOptions,
  ) {
    const to =
      kind === 'forward' ? content.cc : recipient.allowed ? [recipient.recipient.address] : [];
    if (isUnderWay.current || to.length === 0) return;
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
      kind,
      messageId,
      // A forward's draft has those that it is addressed to where a reply's has its copies.
      content: kind === 'forward' ? { ...content, cc: [] } : content,
      to,
      attachments: [...attachments],
      asWritten: [...asWritten],
      token: token.current.value,
      ...(typeof departure === 'string' ? {} : { schedule: departure }),
      isDone: departure === 'now-and-done',
      asUtf8,
      ...(exception === null
        ? {}
        : { exception: { ...exception, addresses: [...exception.addresses] } }),
      ...(memberReason === null ? {} : { memberReason: memberReason.reason }),
    });
    isUnderWay.current = false;
    setPending(false);
    if (!result.ok) {
      setError(result.error);
      // Whoever went on to the next letter believes it sent.
      if (!isShown.current) {
        // Last, so that the word of a failed save does not take its place.
        await draft.flush();
        const { what } = errorWords(result.error);
        toast({ text: unsentWords(what) });
      }
      return;
    }
    token.current = null;
    await draft.forget();
    onQueued(result.value, departure);
  }

  function unsentWords(what: string): string {
    if (kind === 'forward' || !recipient.allowed) return t('notForwarded', { what });
    const { name, address } = recipient.recipient;
    return t('notSent', { name: name || address, what });
  }

  return {
    isPending,
    error,
    send: (content, options) => void send(content, options),
    clear: () => setError(null),
    reset() {
      token.current = null;
      setError(null);
    },
  };
}
