import { useTranslation } from 'react-i18next';
import type { RestorePreview } from '../../shared/model/backup.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Notice } from '../ui/notice.tsx';
import styles from './backups.module.css';

const counted = ['messages', 'conversations', 'drafts', 'outbox'] as const;

type RestoreFactsProps = { readonly sectionId: SectionId; readonly preview: RestorePreview };

/** What the backup has, beside what is there now, and what becomes of the difference. */
export function RestoreFacts({ sectionId, preview }: RestoreFactsProps) {
  const { t } = useTranslation('backups');
  const format = useFormat();
  const { backup, current, newer, held } = preview;
  return (
    <>
      <table className={styles.facts}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('facts.now')}</th>
            <th scope="col">{t('facts.backup')}</th>
          </tr>
        </thead>
        <tbody>
          {counted.map((what) => (
            <tr key={what}>
              <th scope="row">{t(`facts.${what}`)}</th>
              <td>{current === null ? '–' : format.number(current[what])}</td>
              <td>{format.number(backup[what])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={styles.changes}>
        {current === null && <li>{t('facts.unreadable')}</li>}
        {newer.messages > 0 && <li>{t('facts.newerMessages', { count: newer.messages })}</li>}
        {newer.drafts > 0 && <li>{t('facts.newerDrafts', { count: newer.drafts })}</li>}
        {newer.replies > 0 && <li>{t('facts.newerReplies', { count: newer.replies })}</li>}
        {newer.erasures > 0 && <li>{t('facts.erasures', { count: newer.erasures })}</li>}
        <li>{t('facts.kept')}</li>
      </ul>
      {current === null && sectionId === 'members' && (
        <Notice tone="warning">{t('facts.unknownErasures')}</Notice>
      )}
      {newer.lostDrafts > 0 && (
        <Notice tone="warning">{t('facts.lostDrafts', { count: newer.lostDrafts })}</Notice>
      )}
      {held > 0 && <Notice tone="warning">{t('facts.held', { count: held })}</Notice>}
    </>
  );
}
