import { useTranslation } from 'react-i18next';
import type { MailReport } from '../../shared/model/mail-report.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import styles from './mail-status.module.css';

const kinds = ['marks', 'moves', 'deletions', 'letters'] as const;

type QueueCardProps = {
  readonly queue: MailReport['queue'];
  readonly onOpenOutbox: () => void;
};

/** What was done here and the server does not know yet. */
export function QueueCard({ queue, onOpenOutbox }: QueueCardProps) {
  const { t } = useTranslation('mail-status');
  const waiting = kinds.filter((kind) => queue[kind] > 0);
  return (
    <Card
      level={2}
      title={t('queue.title')}
      actions={
        queue.letters > 0 && (
          <Button size="sm" variant="quiet" onPress={onOpenOutbox}>
            {t('queue.openOutbox')}
          </Button>
        )
      }
    >
      {waiting.length === 0 && <p className={styles.quiet}>{t('queue.none')}</p>}
      {waiting.length > 0 && (
        <ul className={styles.lines}>
          {waiting.map((kind) => (
            <li key={kind}>{t(`queue.${kind}`, { count: queue[kind] })}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}
