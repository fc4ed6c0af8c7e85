import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import { call } from '../../api.ts';
import { useCommandKeys, useKeyLabel } from '../../command-keys.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Icon } from '../../ui/icons/icon.tsx';
import { isMac } from '../../ui/is-mac.ts';
import { ariaShortcut } from '../../ui/shortcut.ts';
import { TextArea } from '../../ui/text-area.tsx';
import composerStyles from '../composer.module.css';
import { DraftStatus } from '../draft-status.tsx';
import { useComposerKeys } from '../use-composer-keys.ts';
import styles from './note-composer.module.css';
import { type NoteDraftQuestion, useNoteDraft } from './use-note-draft.ts';

type NoteComposerProps = NoteDraftQuestion & {
  /** How often staff asked for it: never for one that is open because it was begun. */
  readonly asked: number;
  /** Closed, with what is written kept. */
  readonly onClose: () => void;
};

/**
 * Where a note is written. It looks like no reply, and knows no way to send one: what it writes goes
 * to `note.add`, and as a draft under a kind that `reply.send` refuses.
 */
export function NoteComposer(props: NoteComposerProps) {
  const { sectionId, conversationId, asked, onClose } = props;
  const { t } = useTranslation('state');
  const errorWords = useErrorWords();
  const keyLabel = useKeyLabel();
  const keys = useCommandKeys();
  const form = useRef<HTMLFormElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const draft = useNoteDraft(props);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  useLayoutEffect(() => {
    if (asked > 0) area.current?.focus();
  }, [asked]);

  async function keep() {
    if (isPending || draft.text.trim() === '') return;
    setPending(true);
    await draft.flush();
    const result = await call('note.add', { sectionId, conversationId, text: draft.text });
    setPending(false);
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    await draft.forget();
    onClose();
  }

  function close() {
    void draft.flush();
    onClose();
  }

  useComposerKeys(form, { onSend: () => void keep(), onClose: close });
  return (
    <footer className={styles.dock}>
      <form
        ref={form}
        className={composerStyles.form}
        aria-label={t('note.kind')}
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <p className={styles.head}>
          <Icon name="lock" size={14} />
          <strong>{t('note.kind')}</strong> {t('note.private')}
        </p>
        <div className={composerStyles.close}>
          <IconButton
            icon="minus"
            size="sm"
            label={t('note.close')}
            shortcut="Esc"
            onPress={close}
          />
        </div>
        <TextArea
          label={t('note.text')}
          isLabelHidden
          placeholder={t('note.placeholder')}
          areaRef={area}
          value={draft.text}
          onChange={draft.write}
          onBlur={() => void draft.flush()}
          isReadOnly={isPending}
          rows={4}
        />
        {error !== null && <ErrorNotice error={errorWords(error)} />}
        {draft.state.kind === 'failed' && (
          <ErrorNotice error={errorWords(draft.state.error)} tone="warning" />
        )}
        <div className={composerStyles.actions}>
          <Button
            type="submit"
            icon="note"
            isPending={isPending}
            isDisabled={draft.text.trim() === ''}
            aria-keyshortcuts={ariaShortcut(keys.send, isMac())}
          >
            {t('note.keep')}
          </Button>
          <kbd className={composerStyles.hint}>{keyLabel('send')}</kbd>
          <DraftStatus state={draft.state} />
          <span className={composerStyles.space} />
          <Button
            size="sm"
            variant="quiet"
            onPress={() => {
              draft.write('');
              close();
            }}
          >
            {t('note.discard')}
          </Button>
        </div>
      </form>
    </footer>
  );
}
