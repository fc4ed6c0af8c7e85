import { useTranslation } from 'react-i18next';
import type { StoreCheck } from '../../shared/model/mail-report.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Notice } from '../ui/notice.tsx';
import styles from './mail-status.module.css';

const columns = ['missing', 'gone', 'flags', 'content'] as const;

/** What a check has found, folder by folder. */
export function CheckResult({ check }: { readonly check: StoreCheck }) {
  const { t } = useTranslation('mail-status');
  const format = useFormat();
  const time = format.stamp(check.at ?? 0);
  if (check.differences.length === 0)
    return (
      <Notice tone="success" isLive>
        {t('check.equal', { time, count: check.done, messages: format.number(check.done) })}
      </Notice>
    );
  return (
    <>
      <Notice tone="warning" isLive>
        {t('check.differs', { time })}
      </Notice>
      <table className={styles.table} aria-label={t('check.table')}>
        <thead>
          <tr>
            <th scope="col">{t('folders.folder')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`check.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {check.differences.map((folder) => (
            <tr key={folder.path}>
              <th scope="row">{folder.path}</th>
              {columns.map((column) => (
                <td key={column}>{format.number(folder[column])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {check.differences.some(({ content }) => content > 0) && (
        <p className={styles.quiet}>{t('check.contentDiffers')}</p>
      )}
    </>
  );
}
