import { useTranslation } from 'react-i18next';
import type { FolderReport, MailTrouble } from '../../shared/model/mail-report.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Card } from '../ui/card.tsx';
import styles from './mail-status.module.css';

type TroublesCardProps = {
  /** Newest first. */
  readonly troubles: readonly MailTrouble[];
  readonly nameOf: (folder: Pick<FolderReport, 'role' | 'names'>) => string;
};

/** What did not go as it should, since the app was started. */
export function TroublesCard({ troubles, nameOf }: TroublesCardProps) {
  const { t } = useTranslation('mail-status');
  const errorWords = useErrorWords();
  const format = useFormat();
  function wordsOf(trouble: MailTrouble): string {
    if (trouble.kind === 'ended') return errorWords({ code: trouble.error }).what;
    // The log knows the part that a folder plays, and not its name.
    const folder =
      trouble.folder === 'other'
        ? t('troubles.otherFolder')
        : nameOf({ role: trouble.folder, names: [] });
    return trouble.kind === 'absent'
      ? t('troubles.absent', { folder, count: trouble.messages })
      : t(`troubles.${trouble.kind}`, { folder });
  }
  return (
    <Card level={2} title={t('troubles.title')}>
      {troubles.length === 0 && <p className={styles.quiet}>{t('troubles.none')}</p>}
      {troubles.length > 0 && (
        <ol>
          {troubles.map((trouble) => (
            <li key={trouble.id} className={styles.trouble}>
              <time dateTime={new Date(trouble.at).toISOString()}>{format.stamp(trouble.at)}</time>
              <span>{wordsOf(trouble)}</span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
