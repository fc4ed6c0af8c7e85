import { useTranslation } from 'react-i18next';
import type { SectionSummary } from '../../shared/model/section-summary.ts';
import { Notice } from '../ui/notice.tsx';
import { BackupCard } from './backup-card.tsx';
import styles from './backups.module.css';

type BackupsPageProps = { readonly sections: readonly SectionSummary[] };

/** The backups of each section: when, how large, and the way back to one. */
export function BackupsPage({ sections }: BackupsPageProps) {
  const { t } = useTranslation('backups');
  return (
    <>
      <p className={styles.quiet}>{t('lead')}</p>
      <ul className={styles.cards}>
        {sections.map(({ id, storeError }) => (
          <li key={id}>
            <BackupCard sectionId={id} isOpen={storeError === null} />
          </li>
        ))}
      </ul>
      <div className={styles.last}>
        <Notice tone="info">{t('sameDisk')}</Notice>
      </div>
    </>
  );
}
