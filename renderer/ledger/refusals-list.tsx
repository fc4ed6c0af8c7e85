import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useFormat } from '../i18n/use-format.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useCall } from '../use-call.ts';
import styles from './ledger-page.module.css';

/** What the engine was kept from reaching since it was started: nothing of it left. */
export function RefusalsList() {
  const { t } = useTranslation('ledger');
  const words = useErrorWords();
  const format = useFormat();
  const { value, error } = useCall('refusals.list', null);
  if (error !== null) return <ErrorNotice error={words(error)} />;
  if (value === null) return null;
  if (value.length === 0)
    return (
      <EmptyState icon="shield" level={2} title={t('refused.none')}>
        {t('refused.noneText')}
      </EmptyState>
    );
  return (
    <>
      <p className={styles.quiet}>{t('refused.lead')}</p>
      <ul className={styles.refusals}>
        {value.toReversed().map(({ what, at }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may be alike
          <li key={index}>
            <span>{format.stamp(at)}</span> <code>{what}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
