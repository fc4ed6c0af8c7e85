import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderId } from '../../shared/ids.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { useFolderName } from '../folders/use-folder-name.ts';
import { useFolders } from '../folders/use-folders.ts';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icons/icon.tsx';
import { ChooseFoldersDialog } from './choose-folders-dialog.tsx';
import styles from './sidebar.module.css';

type SidebarFoldersProps = {
  readonly sectionId: SectionId;
  /** The one on screen. */
  readonly shown: FolderId | null;
  readonly onOpen: (folderId: FolderId) => void;
};

/** The folders beside INBOX and Sent, out of the way until somebody wants one. */
export function SidebarFolders({ sectionId, shown, onOpen }: SidebarFoldersProps) {
  const { t } = useTranslation('folders');
  const nameOf = useFolderName();
  const folders = useFolders(sectionId);
  const [isOpen, setOpen] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const others = folders.filter(({ role }) => role !== 'inbox' && role !== 'sent');
  if (others.length === 0) return null;
  return (
    <>
      <button
        type="button"
        className={classNames(styles.row, styles.subRow)}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={styles.name}>{t('folders')}</span>
        <Icon name={isOpen ? 'chevron-up' : 'chevron-down'} size={12} />
      </button>
      {isOpen && (
        <ul className={styles.folders}>
          {others
            .filter(({ isSynced }) => isSynced)
            .map((folder) => (
              <li key={folder.id}>
                <button
                  type="button"
                  className={classNames(
                    styles.row,
                    styles.folder,
                    shown === folder.id && styles.current,
                  )}
                  aria-current={shown === folder.id ? 'page' : undefined}
                  title={nameOf(folder)}
                  onClick={() => onOpen(folder.id)}
                >
                  <span className={styles.name}>{nameOf(folder)}</span>
                  {folder.unreadCount > 0 && folder.role !== 'drafts' && (
                    <>
                      <span className={styles.waiting} aria-hidden="true">
                        {folder.unreadCount}
                      </span>
                      <span className={styles.spoken}>
                        {t('unread', { count: folder.unreadCount })}
                      </span>
                    </>
                  )}
                </button>
              </li>
            ))}
          <li>
            <button
              type="button"
              className={classNames(styles.row, styles.folder)}
              onClick={() => setChoosing(true)}
            >
              <span className={styles.name}>{t('choose.open')}</span>
            </button>
          </li>
        </ul>
      )}
      <ChooseFoldersDialog
        sectionId={sectionId}
        folders={others}
        isOpen={isChoosing}
        onClose={() => setChoosing(false)}
      />
    </>
  );
}
