import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api.ts';
import { useToast } from '../ui/toast.tsx';
import { useShortcut } from '../ui/use-shortcut.ts';
import { ComposerBar } from './composer-bar.tsx';
import { ComposerForm } from './composer-form.tsx';
import { isUnwritten } from './quote-message.ts';
import { RefusedReply } from './refused-reply.tsx';
import type { ReplyComposerProps } from './reply-composer-props.ts';
import { useDraft } from './use-draft.ts';
import { useQuote } from './use-quote.ts';
import { useSendReply } from './use-send-reply.ts';

/**
 * The reply to a conversation: a bar while it is closed, a plain text letter to one reader while it
 * is open. Where no reply is allowed it says why instead.
 */
export function ReplyComposer(props: ReplyComposerProps) {
  const { target } = props;
  if (!target.recipient.allowed) return <RefusedReply reason={target.recipient.reason} />;
  return <Composer {...props} recipient={target.recipient.recipient} />;
}

type ComposerProps = ReplyComposerProps & {
  readonly recipient: Extract<
    ReplyComposerProps['target']['recipient'],
    { allowed: true }
  >['recipient'];
};

function Composer(props: ComposerProps) {
  const { sectionId, conversationId, subject, quoted, recipient, isOpen, onOpen, onClose } = props;
  const { t } = useTranslation('composer');
  const toast = useToast();
  const bar = useRef<HTMLButtonElement>(null);
  const draft = useDraft(props);
  const quote = useQuote(quoted, draft, isOpen);
  const sending = useSendReply(props, draft, (item) => {
    quote.reset();
    close();
    props.onSent(item);
  });
  useShortcut({ key: 'r' }, onOpen, { isDisabled: isOpen });

  // The text field goes; its bar takes the focus, so that the keyboard is not lost.
  const isLeaving = useRef(false);
  useEffect(() => {
    if (isOpen || !isLeaving.current) return;
    isLeaving.current = false;
    bar.current?.focus();
  }, [isOpen]);

  function close() {
    void draft.flush();
    isLeaving.current = true;
    onClose();
  }

  async function discard() {
    const thrown = draft.text;
    const wasWritten = draft.state.kind !== 'untouched';
    await draft.forget();
    quote.reset();
    close();
    if (!wasWritten) return;
    await call('draft.save', { sectionId, conversationId, text: '', messageId: null });
    toast({
      text: t('discarded'),
      action: {
        label: t('undo'),
        onPress: () => {
          draft.write(thrown);
          bar.current?.focus();
        },
      },
    });
  }

  if (!isOpen)
    return (
      <ComposerBar
        barRef={bar}
        recipient={recipient}
        draft={draft.state.kind === 'untouched' ? '' : draft.text}
        onOpen={onOpen}
      />
    );
  return (
    <ComposerForm
      recipient={recipient}
      subject={subject}
      text={draft.text}
      state={draft.state}
      quote={quote}
      sending={{
        ...sending,
        // A quote alone answers nobody.
        send: () => sending.send(isUnwritten(draft.text, quote.text) ? '' : draft.text),
      }}
      onWrite={draft.write}
      onLeave={() => void draft.flush()}
      onClose={close}
      onDiscard={() => void discard()}
    />
  );
}
