import { useTranslation } from 'react-i18next';
import type { RetentionStatus } from '../../../shared/model/retention.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './retention.module.css';

type RunLineProps = {
  readonly status: RetentionStatus;
  readonly nextAt: number | null;
  /** Null for who may not. */
  readonly onCancel: (() => void) | null;
};

/** When the rules are applied, or how far that is. */
export function RunLine({ status, nextAt, onCancel }: RunLineProps) {
  const { t } = useTranslation('retention');
  const format = useFormat();
  const { isRunning, done, total, last } = status;
  if (isRunning) {
    const amount = t('amount', { done: format.number(done), total: format.number(total) });
    return (
      <div className={styles.run}>
        <ProgressBar label={t('running')} done={done} total={total} valueLabel={amount} />
        <span className={styles.note}>{total === 0 ? t('running') : amount}</span>
        {onCancel !== null && (
          <IconButton icon="close" size="sm" label={t('stop')} onPress={onCancel} />
        )}
      </div>
    );
  }
  return (
    <p className={styles.note} role="status">
      {nextAt === null
        ? t('whenOff')
        : t('when', { date: format.shortDateTime(Math.max(nextAt, Date.now())) })}
      {last !== null && (
        <span className={styles.last}>
          {t('last', { date: format.shortDateTime(last.at), count: last.count })}
        </span>
      )}
    </p>
  );
}
