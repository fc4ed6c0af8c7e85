import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract.ts';
import type { MessageId } from '../../shared/ids.ts';
import type { LetterKind } from '../../shared/model/draft.ts';
import type { OutboxItem } from '../../shared/model/outbox-item.ts';
import type { ReplyTarget } from '../../shared/model/reply-target.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { useToast } from '../ui/toast.tsx';
import { useCall } from '../use-call.ts';
import type { ComposerSlot } from './composer-slot.ts';
import { chooseReplyTarget } from './reply-target.ts';

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

/** Gives the composers, of a reply and of a forward, what they need to know of the message in hand. */
export function ReplyArea({
  sectionId,
  conversation,
  replyTo,
  isOpenAtFirst,
  onSent: onReload,
  onOpenOutbox,
  renderComposer,
}: ReplyAreaProps) {
  const { t } = useTranslation('reading');
  const toast = useToast();
  const [open, setOpen] = useState<LetterKind | null>(isOpenAtFirst ? 'reply' : null);
  const [held, setHeld] = useState<ReplyTarget | null>(null);
  const { target, newer } = chooseReplyTarget(conversation, replyTo, held);
  const forwardDraft = conversation.drafts.find(({ kind }) => kind === 'forward') ?? null;
  const [passedOn, setPassedOn] = useState<ReplyTarget | null>(null);
  const forwarded = passedOn ?? {
    messageId: forwardDraft?.messageId ?? target.messageId,
    recipient: replyTo.recipient,
  };

  const { value: replyBody } = useCall(
    'message.read',
    open === 'reply' ? { sectionId, messageId: target.messageId } : undefined,
  );
  const { value: forwardBody } = useCall(
    'message.read',
    open === 'forward' ? { sectionId, messageId: forwarded.messageId } : undefined,
  );

  function slotFor(kind: LetterKind, messageId: MessageId, text: string | null) {
    const message = conversation.messages.find(({ id }) => id === messageId);
    return {
      sectionId,
      conversationId: conversation.id,
      kind,
      isAside: open !== null && open !== kind,
      hasOthers: message !== undefined && message.to.length + message.cc.length > 1,
      hasFiles: message?.attachments.some(({ inline }) => !inline) ?? false,
      onForward: () => setOpen('forward'),
      hasForward: forwardDraft !== null,
      subject: message?.subject ?? conversation.subject,
      quoted:
        text === null || message === undefined
          ? null
          : { text, from: message.from, to: message.to, date: message.sentAt },
      draft: conversation.drafts.find((draft) => draft.kind === kind) ?? null,
      isOpen: open === kind,
      onOpen: () => setOpen(kind),
      onClose: () => setOpen((last) => (last === kind ? null : last)),
      onSent,
    };
  }

  function onSent(item: OutboxItem) {
    onReload();
    toast({
      text: t('sent', { recipient: item.recipient }),
      ...(onOpenOutbox === undefined
        ? {}
        : { action: { label: t('openOutbox'), onPress: onOpenOutbox } }),
    });
  }

  return (
    <>
      {renderComposer({
        ...slotFor('reply', target.messageId, replyBody?.text ?? null),
        target,
        newer,
        onHold: setHeld,
      })}
      {renderComposer({
        ...slotFor('forward', forwarded.messageId, forwardBody?.text ?? null),
        target: forwarded,
        newer: null,
        onHold: setPassedOn,
      })}
    </>
  );
}
