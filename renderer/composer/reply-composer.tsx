import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyLetter } from '../../shared/model/letter-content.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useToast } from '../ui/toast.tsx';
import { useShortcut } from '../ui/use-shortcut.ts';
import { ComposerBar } from './composer-bar.tsx';
import { ComposerForm } from './composer-form.tsx';
import { isUnwritten, swapQuote } from './quote-message.ts';
import { RefusedReply } from './refused-reply.tsx';
import type { ReplyComposerProps } from './reply-composer-props.ts';
import { useAddressing } from './use-addressing.ts';
import { useDiscard } from './use-discard.ts';
import { useDraft } from './use-draft.ts';
import { useLetterGuard } from './use-letter-guard.ts';
import { useQuote } from './use-quote.ts';
import { useSendReply } from './use-send-reply.ts';

/**
 * The reply to a conversation: a bar while it is closed, a letter to one reader while it is open.
 * Where no reply is allowed it says why instead, but never in place of what was written. A forward to
 * staff is the same, but that nothing of it shows while it is closed.
 */
export function ReplyComposer(props: ReplyComposerProps) {
  const { kind, subject, quoted, newer, isOpen, isAside, onOpen, onClose, onHold } = props;
  const isReply = kind === 'reply';
  const { t } = useTranslation('composer');
  const errorWords = useErrorWords();
  const toast = useToast();
  const bar = useRef<HTMLButtonElement>(null);
  const draft = useDraft(props, (error) =>
    toast({ text: t('unsaved', { what: errorWords(error).what }) }),
  );
  const target = draft.held ?? props.target;
  const { recipient } = target;
  const isWritten = draft.state.kind !== 'untouched';
  const isRefused = isReply && !recipient.allowed && !isWritten;
  // For one rendering they may still be those of the message that was answered before.
  const isKnown = props.target.messageId === target.messageId;
  const quote = useQuote(props, isKnown ? quoted : null, draft, isOpen && !isRefused);
  const sending = useSendReply(props, target, draft, (item) => {
    quote.reset();
    close();
    guard.except(null);
    props.onSent(item);
  });
  const discard = useDiscard(props, {
    target,
    draft,
    quote,
    close,
    onPutBack: () => bar.current?.focus(),
  });
  const [isToAll, setToAll] = useState(false);
  const replyToAll = () => {
    setToAll(true);
    onOpen();
  };
  const guard = useLetterGuard(props, target, draft, isOpen && !isRefused);
  const addressing = useAddressing(kind, isToAll, draft, guard.check);
  useShortcut({ key: isReply ? 'r' : 'f' }, onOpen, { isDisabled: isOpen || isRefused });
  useShortcut({ key: 'a' }, replyToAll, { isDisabled: !isReply || isRefused });

  // Before anything is painted: the subject and the quote shown are those of this message.
  useLayoutEffect(() => onHold(draft.held), [onHold, draft.held]);

  // The text field goes; its bar takes the focus, so that the keyboard is not lost.
  const isLeaving = useRef(false);
  if (isAside) isLeaving.current = true;
  useEffect(() => {
    if (isOpen || isAside || !isLeaving.current) return;
    isLeaving.current = false;
    bar.current?.focus();
  }, [isOpen, isAside]);

  function close() {
    void draft.flush();
    isLeaving.current = true;
    setToAll(false);
    onClose();
  }

  if (isAside || (!isReply && !isOpen)) return null;
  const ways = { onForward: props.onForward, hasForward: props.hasForward };
  if (isReply && !recipient.allowed && !isWritten)
    return <RefusedReply reason={recipient.reason} {...ways} />;
  if (!isOpen)
    return (
      <ComposerBar
        barRef={bar}
        recipient={recipient.allowed ? recipient.recipient : null}
        draft={isWritten ? draft.text : ''}
        onOpen={onOpen}
        onReplyAll={props.hasOthers && recipient.allowed ? replyToAll : null}
        {...ways}
      />
    );
  return (
    <ComposerForm
      recipient={recipient}
      addressing={addressing}
      hasFiles={props.hasFiles}
      guard={guard}
      subject={subject}
      text={draft.text}
      state={draft.state}
      quote={quote}
      newer={isWritten ? newer : null}
      sending={{
        ...sending,
        // A quote alone answers nobody.
        send: () => {
          const isBare = isReply && isUnwritten(draft.text, quote.text);
          sending.send(isBare ? emptyLetter : draft.content, guard.exception);
        },
      }}
      onWrite={(text) => draft.write(text)}
      onAnswer={(next) => {
        // Out at once: what one reader wrote must not go to another, however soon it is sent.
        draft.write(swapQuote(draft.text, quote.text, ''), next);
        if (quote.isIncluded) quote.reset();
        guard.except(null);
      }}
      onLeave={() => void draft.flush()}
      onClose={close}
      onDiscard={() => void discard()}
    />
  );
}
