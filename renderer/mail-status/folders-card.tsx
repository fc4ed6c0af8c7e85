import { useTranslation } from 'react-i18next';
import type { FolderReport } from '../../shared/model/mail-report.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Card } from '../ui/card.tsx';
import styles from './mail-status.module.css';

type FoldersCardProps = {
  readonly folders: readonly FolderReport[];
  readonly nameOf: (folder: FolderReport) => string;
};

/** What is kept here, and as of when. */
export function FoldersCard({ folders, nameOf }: FoldersCardProps) {
  const { t } = useTranslation('mail-status');
  const format = useFormat();
  return (
    <Card level={2} title={t('folders.title')}>
      {folders.length === 0 && <p className={styles.quiet}>{t('folders.none')}</p>}
      {folders.length > 0 && (
        <table className={styles.table} aria-label={t('folders.title')}>
          <thead>
            <tr>
              <th scope="col">{t('folders.folder')}</th>
              <th scope="col">{t('folders.messages')}</th>
              <th scope="col">{t('folders.complete')}</th>
            </tr>
          </thead>
          <tbody>
            {folders.map((folder) => (
              <tr key={folder.id}>
                <th scope="row">{nameOf(folder)}</th>
                <td>{format.number(folder.messages)}</td>
                <td>
                  {folder.syncedAt === null ? t('folders.never') : format.stamp(folder.syncedAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
