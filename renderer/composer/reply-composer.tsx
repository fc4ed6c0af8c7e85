import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyLetter } from '../../shared/model/letter-content.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useToast } from '../ui/toast.tsx';
import { useCommand } from '../use-command.ts';
import styles from './composer.module.css';
import { ComposerBar } from './composer-bar.tsx';
import { ComposerForm } from './composer-form.tsx';
import { isUnwritten, swapQuote } from './quote-message.ts';
import { RefusedReply } from './refused-reply.tsx';
import type { ReplyComposerProps } from './reply-composer-props.ts';
import { UnfilledNotice } from './unfilled-notice.tsx';
import { useCanned } from './use-canned.ts';
import { useDiscard } from './use-discard.ts';
import { useDraft } from './use-draft.ts';
import { useQuote } from './use-quote.ts';
import { useSendReply } from './use-send-reply.ts';
import { useUnfilled } from './use-unfilled.ts';

/**
 * The reply to a conversation: a bar while it is closed, a plain text letter to one reader while it
 * is open. Where no reply is allowed it says why instead, but never in place of what was written.
 */
export function ReplyComposer(props: ReplyComposerProps) {
  const { subject, quoted, newer, isOpen, onOpen, onClose, onHold } = props;
  const { t } = useTranslation('composer');
  const errorWords = useErrorWords();
  const toast = useToast();
  const bar = useRef<HTMLButtonElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(props, (error) =>
    toast({ text: t('unsaved', { what: errorWords(error).what }) }),
  );
  const target = draft.held ?? props.target;
  const { recipient } = target;
  const isWritten = draft.state.kind !== 'untouched';
  const isRefused = !recipient.allowed && !isWritten;
  // For one rendering they may still be those of the message that was answered before.
  const isKnown = props.target.messageId === target.messageId;
  const quote = useQuote(isKnown ? quoted : null, draft, isOpen && !isRefused);
  const unfilled = useUnfilled(draft.content, area);
  const canned = useCanned(props, { recipient, area, isDisabled: isRefused });
  const sending = useSendReply(props, target, draft, (item) => {
    quote.reset();
    unfilled.reset();
    close();
    props.onSent(item);
  });
  const discard = useDiscard(props, {
    target,
    draft,
    quote,
    close,
    onPutBack: () => bar.current?.focus(),
  });
  useCommand('reply', onOpen, { isDisabled: isOpen || isRefused });

  // Before anything is painted: the subject and the quote shown are those of this message.
  useLayoutEffect(() => onHold(draft.held), [onHold, draft.held]);

  // The text field goes; its bar takes the focus, so that the keyboard is not lost.
  const isLeaving = useRef(false);
  useEffect(() => {
    if (isOpen || !isLeaving.current) return;
    isLeaving.current = false;
    bar.current?.focus();
  }, [isOpen]);

  function send() {
    // A quote alone answers nobody.
    const isBare = isUnwritten(draft.text, quote.text);
    if (unfilled.open.length > 0) unfilled.show();
    else sending.send(isBare ? emptyLetter : draft.content, unfilled.asWritten);
  }
  canned.sendBy(send);

  function close() {
    void draft.flush();
    isLeaving.current = true;
    onClose();
  }

  if (!recipient.allowed && !isWritten) return <RefusedReply reason={recipient.reason} />;
  if (!isOpen)
    return (
      <ComposerBar
        barRef={bar}
        recipient={recipient.allowed ? recipient.recipient : null}
        draft={isWritten ? draft.text : ''}
        onOpen={onOpen}
        onCanned={recipient.allowed ? canned.open : null}
      />
    );
  return (
    <div className={styles.frame}>
      <UnfilledNotice unfilled={unfilled} />
      <ComposerForm
        area={area}
        recipient={recipient}
        subject={subject}
        text={draft.text}
        state={draft.state}
        quote={quote}
        newer={isWritten ? newer : null}
        sending={{
          ...sending,
          send,
        }}
        onWrite={(text) => draft.write(text)}
        onAnswer={(next) => {
          // Out at once: what one reader wrote must not go to another, however soon it is sent.
          draft.write(swapQuote(draft.text, quote.text, ''), next);
          if (quote.isIncluded) quote.reset();
        }}
        onLeave={() => void draft.flush()}
        onClose={close}
        onDiscard={() => void discard()}
        onCanned={canned.open}
      />
      {canned.choice}
    </div>
  );
}
