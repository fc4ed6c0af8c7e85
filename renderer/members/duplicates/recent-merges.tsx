import { useTranslation } from 'react-i18next';
import type { RecentMerge } from '../../../shared/model/duplicate.ts';
import type { MemberSummary } from '../../../shared/model/member.ts';
import { memberName } from '../../../shared/model/member-name.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import styles from './duplicates.module.css';

type RecentMergesProps = {
  readonly merges: readonly RecentMerge[];
  readonly onUndo: (merge: RecentMerge) => void;
};

/** What was merged and can still be undone, newest first. */
export function RecentMerges({ merges, onUndo }: RecentMergesProps) {
  const { t } = useTranslation(['duplicates', 'members']);
  const format = useFormat();
  const name = (member: MemberSummary) => memberName(member) || t('members:nameless');
  if (merges.length === 0) return null;
  return (
    <section className={styles.recent} aria-label={t('duplicates:recent.title')}>
      <h2 className={styles.recentTitle}>{t('duplicates:recent.title')}</h2>
      <ul className={styles.merges}>
        {merges.map((merge) => {
          const { sequence, at, until, staffName, kept, other } = merge;
          const names = { one: name(kept), other: name(other) };
          const by = staffName || t('duplicates:recent.unknown');
          return (
            <li key={sequence} className={styles.merge} data-merge={sequence}>
              <span className={styles.mergeWords}>
                <span className={styles.name}>{t('duplicates:pair', names)}</span>
                <span className={styles.small}>
                  {t('duplicates:recent.line', { date: format.shortDateTime(at), name: by })}
                </span>
                <span className={styles.small}>
                  {t('duplicates:recent.until', { date: format.day(until) })}
                </span>
              </span>
              <Button
                size="sm"
                aria-label={t('duplicates:recent.undoLabel', names)}
                onPress={() => onUndo(merge)}
              >
                {t('duplicates:undo')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
