import { useTranslation } from 'react-i18next';
import type { FolderSummary } from '../../shared/model/folder.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { useFolderName } from '../folders/use-folder-name.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { CheckBox } from '../ui/check-box.tsx';
import { ModalDialog } from '../ui/modal-dialog.tsx';
import { useToast } from '../ui/toast.tsx';
import styles from './sidebar.module.css';

type ChooseFoldersDialogProps = {
  readonly sectionId: SectionId;
  readonly folders: readonly FolderSummary[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Which folders have their mail on this computer. Each choice holds at once. */
export function ChooseFoldersDialog(props: ChooseFoldersDialogProps) {
  const { sectionId, folders, isOpen, onClose } = props;
  const { t } = useTranslation(['folders', 'common']);
  const nameOf = useFolderName();
  const errorWords = useErrorWords();
  const toast = useToast();
  const choose = async (folder: FolderSummary, isSynced: boolean) => {
    const result = await call('folder.choose', { sectionId, folderId: folder.id, isSynced });
    if (result.ok) return;
    const { what, next } = errorWords(result.error);
    toast({ text: `${what} ${next}` });
  };
  return (
    <ModalDialog
      title={t('folders:choose.title', { section: t(`common:section.${sectionId}`) })}
      isOpen={isOpen}
      onClose={onClose}
      closeLabel={t('common:close')}
    >
      <p>{t('folders:choose.text')}</p>
      <ul className={styles.choices}>
        {folders.map((folder) => (
          <li key={folder.id}>
            <CheckBox
              isSelected={folder.isSynced}
              onChange={(isSynced) => void choose(folder, isSynced)}
            >
              {nameOf(folder)}
            </CheckBox>
          </li>
        ))}
      </ul>
    </ModalDialog>
  );
}
