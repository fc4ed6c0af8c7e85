import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract.ts';
import type { ReplyTarget } from '../../shared/model/reply-target.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useToast } from '../ui/toast.tsx';
import { useCall } from '../use-call.ts';
import type { ComposerSlot } from './composer-slot.ts';
import { chooseReplyTarget } from './reply-target.ts';
import { selectedWords } from './selection/selected-words.ts';

type Conversation = CallOutput<'conversation.read'>;

type ReplyAreaProps = {
  readonly sectionId: SectionId;
  readonly conversation: Conversation;
  readonly replyTo: ReplyTarget;
  readonly isOpenAtFirst: boolean;
  readonly onSent: () => void;
  readonly onOpenOutbox: (() => void) | undefined;
  readonly renderComposer: (slot: ComposerSlot) => ReactNode;
};

/** Gives the composer what it needs to know of the message that it answers. */
export function ReplyArea({
  sectionId,
  conversation,
  replyTo,
  isOpenAtFirst,
  onSent,
  onOpenOutbox,
  renderComposer,
}: ReplyAreaProps) {
  const { t } = useTranslation(['reading', 'outbox']);
  const format = useFormat();
  const toast = useToast();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const [held, setHeld] = useState<ReplyTarget | null>(null);
  const { target, newer } = chooseReplyTarget(conversation, replyTo, held);
  const answered = conversation.messages.find(({ id }) => id === target.messageId);
  const { value: body } = useCall(
    'message.read',
    isOpen ? { sectionId, messageId: target.messageId } : undefined,
  );
  // Words that are selected when the reply begins are what it quotes.
  const [selection, setSelection] = useState('');
  const quoted = useMemo(() => {
    if (body === null || answered === undefined) return null;
    const text = selection.trim() === '' ? body.text : selection;
    return { text, from: answered.from, date: answered.sentAt, isRich: body.html !== null };
  }, [body, answered, selection]);
  return renderComposer({
    sectionId,
    conversationId: conversation.id,
    target,
    newer,
    onHold: setHeld,
    subject: answered?.subject ?? conversation.subject,
    quoted,
    readSelection: () => selectedWords(target.messageId),
    draft: conversation.drafts.find(({ kind }) => kind === 'reply') ?? null,
    isOpen,
    onOpen: () => {
      setSelection(selectedWords(target.messageId));
      setOpen(true);
    },
    onClose: () => setOpen(false),
    onSent: (item) => {
      onSent();
      // What leaves now has a bar of its own (renderer/sending).
      if (item.waitsFor !== 'schedule' || item.retryAt === null || item.zone === null) return;
      const time = format.moment(item.retryAt, item.zone);
      toast({
        text: t('outbox:schedule.done', { time, zone: format.zone(item.retryAt, item.zone) }),
        ...(onOpenOutbox === undefined
          ? {}
          : { action: { label: t('reading:openOutbox'), onPress: onOpenOutbox } }),
      });
    },
  });
}
