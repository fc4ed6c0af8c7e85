import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import type { ReplyRecipient } from '../../shared/model/reply-recipient.ts';
import type { ReplyTarget } from '../../shared/model/reply-target.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { isMac } from '../ui/is-mac.ts';
import { Notice } from '../ui/notice.tsx';
import { shortcutLabel } from '../ui/shortcut.ts';
import { TextArea } from '../ui/text-area.tsx';
import { useShortcut } from '../ui/use-shortcut.ts';
import { AttachButton } from './attachments/attach-button.tsx';
import { AttachmentTray } from './attachments/attachment-tray.tsx';
import { dateForName } from './attachments/file-name.ts';
import { pastedFiles } from './attachments/pasted-files.ts';
import type { DraftAttachments } from './attachments/use-draft-attachments.ts';
import styles from './composer.module.css';
import type { DraftState } from './draft-keeper.ts';
import { DraftStatus } from './draft-status.tsx';
import { NewerMessage } from './newer-message.tsx';
import { RecipientField } from './recipient-field.tsx';
import type { ReplyComposerProps } from './reply-composer-props.ts';
import { replySubject } from './reply-subject.ts';
import { sendShortcut, useComposerKeys } from './use-composer-keys.ts';
import type { Quote } from './use-quote.ts';

type ComposerFormProps = {
  readonly recipient: ReplyRecipient;
  readonly subject: string;
  readonly text: string;
  readonly state: DraftState;
  readonly quote: Quote;
  readonly files: DraftAttachments;
  readonly overlay: ReactNode;
  /** Null when what is answered is the newest message. */
  readonly newer: ReplyComposerProps['newer'];
  readonly sending: {
    readonly isPending: boolean;
    readonly error: AppError | null;
    readonly send: () => void;
  };
  readonly onWrite: (text: string) => void;
  /** Turns the reply to another message. */
  readonly onAnswer: (target: ReplyTarget) => void;
  readonly onLeave: () => void;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
};

/** The open composer: to whom, about what, the text, and what to do with it. */
export function ComposerForm(props: ComposerFormProps) {
  const { recipient, subject, text, state, quote, files, newer, sending, onWrite, onLeave } = props;
  const { t } = useTranslation(['composer', 'attachments']);
  const errorWords = useErrorWords();
  const form = useRef<HTMLFormElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useShortcut({ key: 'r' }, () => area.current?.focus());
  useComposerKeys(form, { onSend: sending.send, onClose: props.onClose });

  useLayoutEffect(() => area.current?.focus(), []);
  const isUntouched = useRef(true);
  isUntouched.current = state.kind === 'untouched';
  // Writing starts above the quote, which may come a moment after the field: the caret moves with
  // it, before a next key can land below.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the arrival of the quote moves the caret
  useLayoutEffect(() => {
    if (!isUntouched.current) return;
    area.current?.setSelectionRange(0, 0);
    area.current?.scrollTo({ top: 0 });
  }, [quote.text]);

  return (
    <footer className={styles.dock}>
      {props.overlay}
      <form
        ref={form}
        className={styles.form}
        aria-label={t('label')}
        onPaste={(event) => {
          const pasted = pastedFiles(event, () =>
            t('attachments:pasted', { date: dateForName(new Date()) }),
          );
          if (pasted.length === 0) return;
          event.preventDefault();
          files.add(pasted);
        }}
        onSubmit={(event) => {
          event.preventDefault();
          sending.send();
        }}
      >
        <dl className={styles.fields}>
          {recipient.allowed && <RecipientField recipient={recipient.recipient} />}
          <dt>{t('subject')}</dt>
          <dd className={styles.subject}>{replySubject(subject)}</dd>
        </dl>
        <div className={styles.close}>
          <IconButton
            icon="minus"
            size="sm"
            label={t('minimise')}
            shortcut="Esc"
            onPress={props.onClose}
          />
        </div>
        {!recipient.allowed && <Notice tone="warning">{t(`refused.${recipient.reason}`)}</Notice>}
        {newer !== null && (
          <NewerMessage
            newer={newer}
            recipient={recipient}
            isDisabled={sending.isPending}
            onAnswer={(target) => {
              props.onAnswer(target);
              // The button goes with its notice.
              area.current?.focus();
            }}
          />
        )}
        <div className={styles.text}>
          <TextArea
            label={t('text')}
            isLabelHidden
            placeholder={t('placeholder')}
            areaRef={area}
            areaClassName={styles.area}
            value={text}
            onChange={onWrite}
            onBlur={onLeave}
            isReadOnly={sending.isPending}
            rows={7}
          />
        </div>
        <AttachmentTray
          files={files}
          isDisabled={sending.isPending}
          onRemoved={() => area.current?.focus()}
        />
        {sending.error !== null && <ErrorNotice error={errorWords(sending.error)} />}
        {state.kind === 'failed' && <ErrorNotice error={errorWords(state.error)} tone="warning" />}
        <div className={styles.actions}>
          <Button
            type="submit"
            variant="primary"
            icon="send"
            isPending={sending.isPending}
            isDisabled={!recipient.allowed}
            aria-keyshortcuts={isMac() ? 'Meta+Enter' : 'Control+Enter'}
          >
            {t('send')}
          </Button>
          <kbd className={styles.hint}>{shortcutLabel(sendShortcut, isMac())}</kbd>
          <AttachButton isDisabled={sending.isPending} onFiles={files.add} />
          <DraftStatus state={state} />
          <span className={styles.space} />
          {quote.text !== '' && (
            <Button size="sm" variant="quiet" onPress={quote.toggle}>
              {t(quote.isIncluded ? 'removeQuote' : 'addQuote')}
            </Button>
          )}
          <Button size="sm" variant="quiet" onPress={props.onDiscard}>
            {t('discard')}
          </Button>
        </div>
      </form>
    </footer>
  );
}
