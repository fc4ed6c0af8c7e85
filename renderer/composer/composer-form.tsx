import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import { quoteLines } from '../../shared/letter/quote-text.ts';
import { forwardSubject, replySubject } from '../../shared/letter/reply-subject.ts';
import type { ReplyRecipient } from '../../shared/model/reply-recipient.ts';
import type { ReplyTarget } from '../../shared/model/reply-target.ts';
import { useCommandKeys, useKeyLabel } from '../command-keys.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { isMac } from '../ui/is-mac.ts';
import { Notice } from '../ui/notice.tsx';
import { ariaShortcut } from '../ui/shortcut.ts';
import { useCommand } from '../use-command.ts';
import { AttachButton } from './attachments/attach-button.tsx';
import { AttachmentTray } from './attachments/attachment-tray.tsx';
import { dateForName } from './attachments/file-name.ts';
import { pastedFiles } from './attachments/pasted-files.ts';
import type { DraftAttachments } from './attachments/use-draft-attachments.ts';
import styles from './composer.module.css';
import { ComposerWays } from './composer-ways.tsx';
import type { Departure } from './departure.ts';
import { DraftStatus } from './draft-status.tsx';
import { EditedNotice } from './edited-notice.tsx';
import type { EditorHandle } from './editor-handle.ts';
import { fitCharacters } from './fit-characters.ts';
import { FoldedQuote } from './folded-quote.tsx';
import { FormatSwitch } from './format-switch.tsx';
import { LetterEditor } from './letter-editor.tsx';
import { type LetterGuard, LetterGuardNotices } from './letter-guard.tsx';
import { MisfitNotice } from './misfit-notice.tsx';
import { NewerMessage } from './newer-message.tsx';
import { type Addressing, RecipientsField } from './recipients-field.tsx';
import type { ReplyComposerProps } from './reply-composer-props.ts';
import { SendMenu } from './send-menu.tsx';
import type { Signatures } from './signature.ts';
import { SignatureChoice } from './signature-choice.tsx';
import { useComposerKeys } from './use-composer-keys.ts';
import type { DraftHandle } from './use-draft.ts';
import type { EditedElsewhere } from './use-edited-draft.ts';
import type { Quote } from './use-quote.ts';

type ComposerFormProps = {
  readonly editor: RefObject<EditorHandle | null>;
  readonly recipient: ReplyRecipient;
  readonly addressing: Addressing;
  /** The message came with files, which a forward does not pass on. */
  readonly hasFiles: boolean;
  readonly guard: LetterGuard;
  readonly subject: string;
  readonly draft: DraftHandle;
  readonly quote: Quote;
  readonly files: DraftAttachments;
  readonly overlay: ReactNode;
  readonly signatures: Signatures;
  /** Null when what is answered is the newest message. */
  readonly newer: ReplyComposerProps['newer'];
  readonly elsewhere: EditedElsewhere;
  readonly sending: {
    readonly isPending: boolean;
    readonly error: AppError | null;
    readonly send: (departure: Departure) => void;
    /** Once more as it was tried last, but as UTF-8. */
    readonly sendAsUtf8: () => void;
    readonly clear: () => void;
  };
  readonly readSelection: () => string;
  readonly onComposing: (isComposing: boolean) => void;
  /** Turns the reply to another message. */
  readonly onAnswer: (target: ReplyTarget) => void;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
  readonly onCanned: () => void;
};

/** The open composer: to whom, about what, the text, and what to do with it. */
export function ComposerForm(props: ComposerFormProps) {
  const {
    editor,
    recipient,
    addressing,
    guard,
    subject,
    draft,
    quote,
    signatures,
    files,
    newer,
    sending,
  } = props;
  const { content, state } = draft;
  const { t } = useTranslation(['composer', 'attachments']);
  const errorWords = useErrorWords();
  const form = useRef<HTMLFormElement>(null);
  const keyLabel = useKeyLabel();
  const keys = useCommandKeys();
  const [isLarge, setLarge] = useState(false);
  const isReply = addressing.kind === 'reply';
  useCommand(isReply ? 'reply' : 'forward', () => {
    const selected = props.readSelection().trim();
    if (selected === '') editor.current?.focus();
    else editor.current?.insertText(`${quoteLines(selected)}\n`);
  });
  useComposerKeys(form, {
    onSend: () => sending.send('now'),
    onSendAndDone: () => sending.send('now-and-done'),
    onClose: props.onClose,
    onEnlarge: () => setLarge(!isLarge),
  });

  return (
    <footer className={classNames(styles.dock, isLarge && styles.large)}>
      {props.overlay}
      <form
        ref={form}
        className={styles.form}
        aria-label={t(isReply ? 'label' : 'forwardLabel')}
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
          sending.send('now');
        }}
      >
        <dl className={styles.fields}>
          <RecipientsField {...addressing} recipient={recipient} isDisabled={sending.isPending} />
          <dt>{t('subject')}</dt>
          <dd className={styles.subject}>
            {isReply ? replySubject(subject) : forwardSubject(subject)}
          </dd>
        </dl>
        <ComposerWays
          isLarge={isLarge}
          onEnlarge={() => setLarge(!isLarge)}
          onClose={props.onClose}
        />
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
              editor.current?.focus();
            }}
          />
        )}
        <EditedNotice {...props.elsewhere} isDisabled={sending.isPending} />
        <div className={styles.text}>
          <LetterEditor
            handle={editor}
            words={content}
            caret={draft.caret}
            isUntouched={state.kind === 'untouched'}
            isReadOnly={sending.isPending}
            label={t(isReply ? 'text' : 'forwardText')}
            placeholder={t(isReply ? 'placeholder' : 'forwardPlaceholder')}
            onWrite={(words, edit) => draft.write(words, undefined, edit)}
            onUndo={draft.undo}
            onRedo={draft.redo}
            onComposing={props.onComposing}
            onLeave={() => void draft.flush()}
          />
        </div>
        <AttachmentTray
          files={files}
          isDisabled={sending.isPending}
          onRemoved={() => editor.current?.focus()}
        />
        {content.quote !== null && <FoldedQuote attribution={content.quote} />}
        <LetterGuardNotices guard={guard} isReply={isReply} isDisabled={sending.isPending} />
        {sending.error?.code === 'characters-misfit' && (
          <MisfitNotice
            error={sending.error}
            onSendAsUtf8={() => sending.sendAsUtf8()}
            onFit={() => {
              const misfits = sending.error?.detail?.split(' ') ?? [];
              for (const { from, to } of fitCharacters(content.text, misfits))
                editor.current?.replaceText(from, to);
              sending.clear();
              editor.current?.focus();
            }}
          />
        )}
        {sending.error !== null && sending.error.code !== 'characters-misfit' && (
          <ErrorNotice error={errorWords(sending.error)} />
        )}
        {state.kind === 'failed' && <ErrorNotice error={errorWords(state.error)} tone="warning" />}
        <div className={styles.actions}>
          <Button
            type="submit"
            variant="primary"
            icon="send"
            isPending={sending.isPending}
            isDisabled={(isReply && !recipient.allowed) || guard.isRefused}
            aria-keyshortcuts={ariaShortcut(keys.send, isMac())}
          >
            {t('send')}
          </Button>
          <SendMenu
            isDisabled={(isReply && !recipient.allowed) || guard.isRefused || sending.isPending}
            onChoose={sending.send}
          />
          <kbd className={styles.hint}>{keyLabel('send')}</kbd>
          <AttachButton isDisabled={sending.isPending} onFiles={files.add} />
          <DraftStatus state={state} />
          <span className={styles.space} />
          <IconButton
            icon="template"
            label={t('canned')}
            shortcut={keyLabel('insert-canned')}
            onPress={props.onCanned}
          />
          <SignatureChoice
            words={content}
            quote={quote.text}
            signatures={signatures}
            onChange={(words) => draft.write(words)}
          />
          <FormatSwitch words={content} onChange={(words) => draft.write(words)} />
          {(quote.isThere || quote.isIncluded) && (
            <IconButton
              icon={quote.isIncluded ? 'quote-remove' : 'quote-add'}
              label={t(quote.isIncluded ? 'removeQuote' : 'addQuote')}
              onPress={quote.toggle}
            />
          )}
          <Button size="sm" variant="quiet" onPress={props.onDiscard}>
            {t('discard')}
          </Button>
        </div>
      </form>
    </footer>
  );
}
