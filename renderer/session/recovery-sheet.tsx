import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { CheckBox } from '../ui/check-box.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import styles from './recovery-sheet.module.css';

type RecoverySheetProps = { readonly code: string; readonly onDone: () => void };

/** The one look at the recovery code: to print, and to go on only when it is on paper. */
export function RecoverySheet({ code, onDone }: RecoverySheetProps) {
  const { t } = useTranslation(['session', 'common']);
  const words = useErrorWords();
  const format = useFormat();
  const [isKept, setKept] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [madeAt] = useState(Date.now);

  async function print() {
    setError(null);
    const result = await call('app.print', null);
    if (!result.ok) setError(result.error);
  }

  return (
    <div className={styles.frame}>
      <section className={styles.sheet} aria-label={t('session:sheet.title')} data-print="sheet">
        <p className={styles.heading}>{t('session:sheet.paperTitle')}</p>
        <p className={styles.code} translate="no">
          {code.split('-').map((group, index) => (
            // The groups of one code, in their order.
            // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike
            <span key={index}>{group}</span>
          ))}
        </p>
        <p>{t('session:sheet.paperText')}</p>
        <p className={styles.date}>
          {t('session:sheet.paperDate', { date: format.dateTime(madeAt) })}
        </p>
      </section>
      {error && <ErrorNotice error={words(error)} />}
      <Button icon="print" onPress={() => void print()}>
        {t('session:sheet.print')}
      </Button>
      <CheckBox isSelected={isKept} onChange={setKept}>
        {t('session:sheet.kept')}
      </CheckBox>
      <Button variant="primary" isFullWidth isDisabled={!isKept} onPress={onDone}>
        {t('session:sheet.done')}
      </Button>
    </div>
  );
}
