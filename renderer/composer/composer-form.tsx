import { useLayoutEffect, useRef } from 'react';
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
import styles from './composer.module.css';
import type { DraftState } from './draft-keeper.ts';
import { DraftStatus } from './draft-status.tsx';
import { type LetterGuard, LetterGuardNotices } from './letter-guard.tsx';
import { NewerMessage } from './newer-message.tsx';
import { type Addressing, RecipientsField } from './recipients-field.tsx';
import type { ReplyComposerProps } from './reply-composer-props.ts';
import { forwardSubject, replySubject } from './reply-subject.ts';
import { sendShortcut, useComposerKeys } from './use-composer-keys.ts';
import type { Quote } from './use-quote.ts';

type ComposerFormProps = {
  readonly recipient: ReplyRecipient;
  readonly addressing: Addressing;
  /** The message came with files, which a forward does not pass on. */
  readonly hasFiles: boolean;
  readonly guard: LetterGuard;
  readonly subject: string;
  readonly text: string;
  readonly state: DraftState;
  readonly quote: Quote;
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
  const {
    recipient,
    addressing,
    guard,
    subject,
    text,
    state,
    quote,
    newer,
    sending,
    onWrite,
    onLeave,
  } = props;
  const { t } = useTranslation('composer');
  const errorWords = useErrorWords();
  const form = useRef<HTMLFormElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const isReply = addressing.kind === 'reply';
  useShortcut({ key: isReply ? 'r' : 'f' }, () => area.current?.focus());
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
      <form
        ref={form}
        className={styles.form}
        aria-label={t(isReply ? 'label' : 'forwardLabel')}
        onSubmit={(event) => {
          event.preventDefault();
          sending.send();
        }}
      >
        <dl className={styles.fields}>
          <RecipientsField {...addressing} recipient={recipient} isDisabled={sending.isPending} />
          <dt>{t('subject')}</dt>
          <dd className={styles.subject}>
            {isReply ? replySubject(subject) : forwardSubject(subject)}
          </dd>
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
        {isReply && !recipient.allowed && (
          <Notice tone="warning">{t(`refused.${recipient.reason}`)}</Notice>
        )}
        {!isReply && props.hasFiles && <Notice tone="info">{t('noFiles')}</Notice>}
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
            label={t(isReply ? 'text' : 'forwardText')}
            isLabelHidden
            placeholder={t(isReply ? 'placeholder' : 'forwardPlaceholder')}
            areaRef={area}
            areaClassName={styles.area}
            value={text}
            onChange={onWrite}
            onBlur={onLeave}
            isReadOnly={sending.isPending}
            rows={7}
          />
        </div>
        <LetterGuardNotices guard={guard} isReply={isReply} isDisabled={sending.isPending} />
        {sending.error !== null && <ErrorNotice error={errorWords(sending.error)} />}
        {state.kind === 'failed' && <ErrorNotice error={errorWords(state.error)} tone="warning" />}
        <div className={styles.actions}>
          <Button
            type="submit"
            variant="primary"
            icon="send"
            isPending={sending.isPending}
            isDisabled={(isReply && !recipient.allowed) || guard.isRefused}
            aria-keyshortcuts={isMac() ? 'Meta+Enter' : 'Control+Enter'}
          >
            {t('send')}
          </Button>
          <kbd className={styles.hint}>{shortcutLabel(sendShortcut, isMac())}</kbd>
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
