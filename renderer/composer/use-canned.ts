import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { bareSubject } from '../../shared/letter/reply-subject.ts';
import type { ReplyRecipient } from '../../shared/model/reply-recipient.ts';
import { useCommand } from '../use-command.ts';
import type { EditorHandle } from './editor-handle.ts';
import { languageOf } from './language-of.ts';
import type { ReplyComposerProps } from './reply-composer-props.ts';

type Composer = {
  readonly recipient: ReplyRecipient;
  readonly editor: RefObject<EditorHandle | null>;
  /** The letter has its quote and its signature. */
  readonly isSettled: boolean;
  /** No reply is possible. */
  readonly isDisabled: boolean;
};

type Canned = {
  /** What Send does, told at each rendering. */
  readonly sendBy: (send: () => void) => void;
  readonly open: () => void;
  /** The choice while it is open, to be drawn over the composer. */
  readonly choice: ReactNode;
};

/** Opens the choice of canned replies, from the conversation and from the text, and takes what it gives. */
export function useCanned(
  props: ReplyComposerProps,
  { recipient, editor, isSettled, isDisabled }: Composer,
): Canned {
  const { sectionId, conversationId, kind, subject, quoted, isOpen, onOpen } = props;
  const [isChoosing, setChoosing] = useState(false);
  // After the rendering that has the text and all that belongs below it: what is sent is what is shown.
  const [isSendAsked, setSendAsked] = useState(false);
  const open = () => {
    if (!isOpen) onOpen();
    setChoosing(true);
  };
  const close = () => {
    setChoosing(false);
    editor.current?.focus();
  };
  useCommand('canned', open, { isDisabled });
  useCommand('insert-canned', open, { isDisabled });
  useEffect(() => {
    if (isOpen) return;
    setChoosing(false);
    setSendAsked(false);
  }, [isOpen]);

  const send = useRef(() => {});
  useEffect(() => {
    if (!isSendAsked || !isSettled) return;
    setSendAsked(false);
    send.current();
  }, [isSendAsked, isSettled]);

  const choice =
    isOpen && isChoosing
      ? props.renderCanned({
          sectionId,
          conversationId,
          // A forward greets no reader.
          reader: kind === 'reply' && recipient.allowed ? recipient.recipient : null,
          subject: bareSubject(subject),
          language: languageOf(subject, quoted?.text ?? ''),
          onInsert(text, isSent) {
            close();
            editor.current?.insertText(text);
            setSendAsked(isSent);
          },
          onClose: close,
        })
      : null;
  return {
    open,
    choice,
    sendBy(latest) {
      send.current = latest;
    },
  };
}
