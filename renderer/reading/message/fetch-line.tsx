import { useTranslation } from 'react-i18next';
import type { EventPayload } from '../../../shared/contract.ts';
import { call } from '../../api.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './message-card.module.css';

type FetchLineProps = { readonly progress: EventPayload<'message.fetching'> };

/** How much of a message has come from the server, and the way to leave off. */
export function FetchLine({ progress: { sectionId, messageId, done, total } }: FetchLineProps) {
  const { t } = useTranslation(['reading', 'common']);
  const format = useFormat();
  const amount = t('reading:fetch.progress', {
    done: format.size(done),
    total: format.size(total),
  });
  return (
    <div className={styles.fetching}>
      <ProgressBar
        label={t('reading:fetch.running')}
        done={done}
        total={total}
        valueLabel={amount}
      />
      <span className={styles.amount}>{amount}</span>
      <Button size="sm" onPress={() => void call('message.cancelFetch', { sectionId, messageId })}>
        {t('common:cancel')}
      </Button>
    </div>
  );
}
