import { useTranslation } from 'react-i18next';
import type { MailReport } from '../../shared/model/mail-report.ts';
import type { SectionSummary } from '../../shared/model/section-summary.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import styles from './mail-status.module.css';

type ConnectionCardProps = {
  readonly section: SectionSummary;
  readonly standing: string;
  readonly report: MailReport;
};

/** What the sync is at, and the button that has it look now. */
export function ConnectionCard({ section, standing, report }: ConnectionCardProps) {
  const { t } = useTranslation('mail-status');
  const errorWords = useErrorWords();
  const format = useFormat();
  const { id: sectionId, sync } = section;
  const { connection } = report;
  const isBusy = sync.phase === 'syncing' || sync.phase === 'connecting';
  return (
    <Card
      level={2}
      title={t('connection.title')}
      actions={
        <>
          {sync.phase !== 'stopped' && (
            <Button
              size="sm"
              variant="quiet"
              onPress={() => void call('sync.cancel', { sectionId })}
            >
              {t('connection.stop')}
            </Button>
          )}
          <Button
            size="sm"
            variant="primary"
            isPending={isBusy}
            onPress={() => void call('sync.start', { sectionId })}
          >
            {t('connection.syncNow')}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <div className={styles.lines}>
          <p>{standing}</p>
          <p className={styles.quiet}>
            {connection === null
              ? t('connection.none')
              : t(connection.isTold ? 'connection.told' : 'connection.polled', {
                  time: format.stamp(connection.since),
                })}
          </p>
        </div>
        {sync.phase === 'syncing' && sync.total > 0 && (
          <ProgressBar label={standing} done={sync.done} total={sync.total} />
        )}
        {sync.error !== null && <ErrorNotice error={errorWords(sync.error)} />}
      </div>
    </Card>
  );
}
