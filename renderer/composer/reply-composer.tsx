import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyLetter } from '../../shared/model/letter-content.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useToast } from '../ui/toast.tsx';
import { useCommand } from '../use-command.ts';
import { useAttaching } from './attachments/use-attaching.tsx';
import styles from './composer.module.css';
import { ComposerBar } from './composer-bar.tsx';
import { ComposerForm } from './composer-form.tsx';
import type { Departure } from './departure.ts';
import type { EditorHandle } from './editor-handle.ts';
import { isSameReader } from './is-same-reader.ts';
import { isUnwritten } from './quote-message.ts';
import { RefusedReply } from './refused-reply.tsx';
import type { ReplyComposerProps } from './reply-composer-props.ts';
import { findSignature } from './signature.ts';
import { UnfilledNotice } from './unfilled-notice.tsx';
import { useAddressing } from './use-addressing.ts';
import { useCanned } from './use-canned.ts';
import { useDiscard } from './use-discard.ts';
import { useDraft } from './use-draft.ts';
import { useEditedDraft } from './use-edited-draft.ts';
import { useLetterGuard } from './use-letter-guard.ts';
import { useQuote } from './use-quote.ts';
import { useSendReply } from './use-send-reply.ts';
import { useSignature } from './use-signature.ts';
import { useUnfilled } from './use-unfilled.ts';

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
  const editor = useRef<EditorHandle>(null);
  const draft = useDraft(props, (error) =>
    toast({ text: t('unsaved', { what: errorWords(error).what }) }),
  );
  const target = draft.held ?? props.target;
  const { recipient } = target;
  const isWritten = draft.state.kind !== 'untouched';
  const isRefused = isReply && !recipient.allowed && !isWritten;
  // For one rendering they may still be those of the message that was answered before.
  const isKnown = props.target.messageId === target.messageId;
  const { sectionId, conversationId } = props;
  /** Nothing of a forward is in reach of a key while it is closed. */
  const isInReach = !isRefused && !isAside && (isReply || isOpen);
  const attaching = useAttaching(
    { sectionId, conversationId, kind },
    { isPossible: isInReach, onDrop: onOpen },
  );
  const { files, overlay } = attaching;
  const answered = isKnown ? quoted : null;
  const { initial, signatures } = useSignature(sectionId, subject, answered);
  const [isComposing, setComposing] = useState(false);
  const isShown = isOpen && !isRefused;
  const quote = useQuote(props, answered, initial, signatures, draft, {
    isOpen: isShown,
    isComposing,
  });
  const signature = findSignature(draft.text, quote.text, signatures);
  /** How the last try was to leave. */
  const tried = useRef<Departure>('now');
  const unfilled = useUnfilled(draft.content, editor);
  const elsewhere = useEditedDraft(props, {
    answers: target.messageId,
    draft,
    quote,
    editor,
    isShown,
  });
  const { isSettled } = quote;
  const canned = useCanned(props, { recipient, editor, isSettled, isDisabled: !isInReach });
  const sending = useSendReply(props, target, draft, (item, departure) => {
    startOver();
    close();
    if (departure === 'now-and-done') toast({ text: t('nowDone') });
    props.onSent(item);
  });
  const discard = useDiscard(props, {
    target,
    draft,
    quote,
    files,
    signature,
    startOver,
    close,
    onPutBack: () => bar.current?.focus(),
  });
  const [isToAll, setToAll] = useState(false);
  const replyToAll = () => {
    setToAll(true);
    onOpen();
  };
  const guard = useLetterGuard(props, target, draft, files.attachments, isShown);
  const addressing = useAddressing(kind, isToAll, draft, guard.check);
  useCommand(kind, onOpen, { isDisabled: isOpen || isRefused });
  useCommand('reply-all', replyToAll, { isDisabled: !isReply || isRefused });

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

  canned.sendBy(() => send('now'));

  function close() {
    void draft.flush();
    isLeaving.current = true;
    setToAll(false);
    onClose();
  }

  /** What was said of the letter that is gone is not said of the next. */
  function startOver() {
    quote.reset();
    attaching.reset();
    unfilled.reset();
    guard.reset();
    sending.reset();
  }

  function send(departure: Departure, asUtf8 = false) {
    tried.current = departure;
    if (unfilled.open.length > 0) {
      unfilled.show();
      return;
    }
    const { asWritten } = unfilled;
    attaching.sendWith({ text: draft.text, quote: quote.text }, (attachments) => {
      // A quote alone answers nobody.
      const isBare = isReply && isUnwritten(draft.text, quote.text, signature);
      const { exception, memberReason } = guard;
      const content = isBare ? emptyLetter : draft.content;
      const allowed = { exception, memberReason };
      sending.send(content, { departure, asUtf8, attachments, asWritten, ...allowed });
    });
  }

  if (isAside || (!isReply && !isOpen)) return null;
  const ways = { onForward: props.onForward, hasForward: props.hasForward };
  if (isReply && !recipient.allowed && !isWritten)
    return <RefusedReply reason={recipient.reason} {...ways} />;
  if (!isOpen)
    return (
      <>
        {overlay}
        <ComposerBar
          barRef={bar}
          recipient={recipient.allowed ? recipient.recipient : null}
          draft={isWritten ? draft.text : ''}
          hasAttachments={files.attachments.length > 0}
          onOpen={onOpen}
          onReplyAll={props.hasOthers && recipient.allowed ? replyToAll : null}
          onCanned={recipient.allowed ? canned.open : null}
          {...ways}
        />
      </>
    );
  return (
    <div className={styles.frame}>
      <UnfilledNotice unfilled={unfilled} />
      <ComposerForm
        editor={editor}
        recipient={recipient}
        addressing={addressing}
        hasFiles={props.hasFiles}
        guard={guard}
        subject={subject}
        draft={draft}
        quote={quote}
        files={files}
        overlay={overlay}
        signatures={signatures}
        newer={isWritten ? newer : null}
        elsewhere={elsewhere}
        sending={{ ...sending, send, sendAsUtf8: () => send(tried.current, true) }}
        readSelection={props.readSelection}
        onComposing={setComposing}
        onAnswer={(next) => {
          // Out at once: what one reader wrote must not go to another, however soon it is sent.
          const left = quote.without(draft.content, isSameReader(recipient, next.recipient));
          draft.write(left, next);
          if (left !== draft.content) quote.reset();
          guard.reset();
        }}
        onClose={close}
        onDiscard={() => void discard()}
        onCanned={canned.open}
      />
      {canned.choice}
    </div>
  );
}
