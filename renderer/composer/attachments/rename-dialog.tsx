import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestFilename } from '../../../shared/model/draft-attachment.ts';
import { Button } from '../../ui/button.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { splitName } from './file-name.ts';

type RenameDialogProps = {
  readonly name: string;
  readonly onRename: (stem: string) => Promise<void>;
  readonly onClose: () => void;
};

/** Another name for a file. Its ending stays: it says what the file is. */
export function RenameDialog({ name, onRename, onClose }: RenameDialogProps) {
  const { t } = useTranslation(['attachments', 'common']);
  const form = useId();
  const { stem, ending } = splitName(name);
  const [written, setWritten] = useState(stem);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The letter's own form is above it, and would send.
    event.stopPropagation();
    if (written.trim() !== '') void onRename(written.trim());
  };
  return (
    <ModalDialog
      title={t('attachments:rename.title')}
      isOpen
      onClose={onClose}
      width="sm"
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form={form} variant="primary" isDisabled={written.trim() === ''}>
            {t('attachments:rename.confirm')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextInput
          label={t('attachments:rename.label')}
          description={ending === '' ? undefined : t('attachments:rename.ending', { ending })}
          value={written}
          onChange={setWritten}
          maxLength={longestFilename - 20}
          autoFocus
        />
      </form>
    </ModalDialog>
  );
}
