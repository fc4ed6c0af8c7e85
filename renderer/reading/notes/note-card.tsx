import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../shared/errors.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import type { Note } from '../../../shared/model/note.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Icon } from '../../ui/icons/icon.tsx';
import { useToast } from '../../ui/toast.tsx';
import styles from './note-card.module.css';
import { NoteEditor } from './note-editor.tsx';

type NoteCardProps = {
  readonly sectionId: SectionId;
  readonly conversationId: ConversationId;
  readonly note: Note;
};

/** What a colleague noted, where it happened. Its writer can change it and take it away. */
export function NoteCard({ sectionId, conversationId, note }: NoteCardProps) {
  const { t } = useTranslation(['state', 'common']);
  const format = useFormat();
  const toast = useToast();
  const errorWords = useErrorWords();
  const [isChanging, setChanging] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const place = { sectionId, conversationId, noteId: note.id };
  const author = note.author || t('state:note.unknown');

  function tell(result: Result<null>): boolean {
    if (!result.ok) {
      const { what, next } = errorWords(result.error);
      toast({ text: `${what} ${next}` });
    }
    return result.ok;
  }

  return (
    <article className={styles.note} aria-label={t('state:note.name', { name: author })}>
      <h3 className={styles.head}>
        <Icon name="note" size={14} />
        <span className={styles.author}>{author}</span>
        <span>{t('state:note.private')}</span>
        <span className={styles.space} />
        {note.isChanged && <span>{t('state:note.changed')}</span>}
        <time dateTime={new Date(note.at).toISOString()}>{format.dateTime(note.at)}</time>
      </h3>
      {isChanging ? (
        <NoteEditor
          text={note.text}
          onCancel={() => setChanging(false)}
          onSave={async (text) => {
            if (tell(await call('note.change', { ...place, text }))) setChanging(false);
          }}
        />
      ) : (
        <p className={styles.text}>{note.text}</p>
      )}
      {note.isOwn && !isChanging && (
        <div className={classNames(styles.actions, styles.quiet)}>
          <Button size="sm" variant="quiet" onPress={() => setChanging(true)}>
            {t('state:note.change')}
          </Button>
          <Button size="sm" variant="quiet" onPress={() => setRemoving(true)}>
            {t('state:note.remove')}
          </Button>
        </div>
      )}
      <ConfirmDialog
        title={t('state:note.removeTitle')}
        isOpen={isRemoving}
        isDangerous
        confirmLabel={t('state:note.remove')}
        cancelLabel={t('common:cancel')}
        onCancel={() => setRemoving(false)}
        onConfirm={() => {
          setRemoving(false);
          void call('note.remove', place).then(tell);
        }}
      >
        {t('state:note.removeText')}
      </ConfirmDialog>
    </article>
  );
}
