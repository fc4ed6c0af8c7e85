import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract.ts';
import type { MessageId } from '../../shared/ids.ts';
import type { LetterKind } from '../../shared/model/draft.ts';
import type { OutboxItem } from '../../shared/model/outbox-item.ts';
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
  const { t } = useTranslation(['reading', 'outbox']);
  const format = useFormat();
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

  // Once it was open the body stays at hand: opened again, the letter has its quote at once.
  const [opened, setOpened] = useState<readonly LetterKind[]>([]);
  if (open !== null && !opened.includes(open)) setOpened([...opened, open]);
  const { value: replyBody } = useCall(
    'message.read',
    opened.includes('reply') ? { sectionId, messageId: target.messageId } : undefined,
  );
  const { value: forwardBody } = useCall(
    'message.read',
    opened.includes('forward') ? { sectionId, messageId: forwarded.messageId } : undefined,
  );

  // Words that are selected when the reply begins are what it quotes: of that message and no other.
  const [selection, setSelection] = useState<{ id: MessageId; words: string } | null>(null);
  const selected = selection?.id === target.messageId ? selection.words : '';
  const answered = conversation.messages.find(({ id }) => id === target.messageId);
  // A message never changes, and each reload brings it again: a long history is not trimmed again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same id is the same message
  const replyQuoted = useMemo(
    () => quotedFrom(answered, replyBody, selected),
    [answered?.id, replyBody, selected],
  );
  const passed = conversation.messages.find(({ id }) => id === forwarded.messageId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const forwardQuoted = useMemo(() => quotedFrom(passed, forwardBody), [passed?.id, forwardBody]);

  function slotFor(kind: LetterKind, message: Message | undefined, quoted: ComposerSlot['quoted']) {
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
      quoted: open === kind ? quoted : null,
      readSelection: () => (message === undefined ? '' : selectedWords(message.id)),
      draft: conversation.drafts.find((draft) => draft.kind === kind) ?? null,
      isOpen: open === kind,
      onOpen: () => {
        if (kind === 'reply' && open !== 'reply' && held === null)
          setSelection({ id: target.messageId, words: selectedWords(target.messageId) });
        setOpen(kind);
      },
      onClose: () => setOpen((last) => (last === kind ? null : last)),
      onSent,
    };
  }

  function onSent(item: OutboxItem) {
    onReload();
    // What leaves now has a bar of its own (renderer/sending).
    if (item.waitsFor !== 'schedule' || item.retryAt === null || item.zone === null) return;
    const time = format.moment(item.retryAt, item.zone);
    toast({
      text: t('outbox:schedule.done', { time, zone: format.zone(item.retryAt, item.zone) }),
      ...(onOpenOutbox === undefined
        ? {}
        : { action: { label: t('reading:openOutbox'), onPress: onOpenOutbox } }),
    });
  }

  return (
    <>
      {renderComposer({
        ...slotFor('reply', answered, replyQuoted),
        target,
        newer,
        onHold: setHeld,
      })}
      {renderComposer({
        ...slotFor('forward', passed, forwardQuoted),
        target: forwarded,
        newer: null,
        onHold: setPassedOn,
      })}
    </>
  );
}

type Message = CallOutput<'conversation.read'>['messages'][number];

/** What there is to quote of a message; null until it is known. */
function quotedFrom(
  message: Message | undefined,
  body: CallOutput<'message.read'> | null,
  selection = '',
): ComposerSlot['quoted'] {
  if (message === undefined || body === null) return null;
  const text = selection.trim() === '' ? body.text : selection;
  const { from, to, sentAt } = message;
  return { text, from, to, date: sentAt, isRich: body.html !== null };
}
