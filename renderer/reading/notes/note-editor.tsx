import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import styles from './note-card.module.css';

type NoteEditorProps = {
  readonly text: string;
  readonly onSave: (text: string) => Promise<void>;
  readonly onCancel: () => void;
};

/** A note that is there already, in the hands of its writer. */
export function NoteEditor({ text, onSave, onCancel }: NoteEditorProps) {
  const { t } = useTranslation('state');
  const [typed, setTyped] = useState(text);
  const [isPending, setPending] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => area.current?.focus(), []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setPending(true);
        void onSave(typed).finally(() => setPending(false));
      }}
    >
      <TextArea
        label={t('note.text')}
        isLabelHidden
        areaRef={area}
        value={typed}
        onChange={setTyped}
        rows={4}
      />
      <div className={styles.actions}>
        <Button type="submit" size="sm" isPending={isPending} isDisabled={typed.trim() === ''}>
          {t('note.save')}
        </Button>
        <Button size="sm" variant="quiet" onPress={onCancel}>
          {t('note.cancel')}
        </Button>
      </div>
    </form>
  );
}
