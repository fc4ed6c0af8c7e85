import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useCall } from '../../use-call.ts';
import { useEvent } from '../../use-event.ts';
import { PageFrame } from '../page-frame.tsx';
import { Figures } from './figures.tsx';
import styles from './numbers.module.css';
import { usePrintNumbers } from './use-print-numbers.ts';

type NumbersPageProps = { readonly onBack: () => void };

/** Counts of all registrations that identify nobody. */
export function NumbersPage({ onBack }: NumbersPageProps) {
  const { t } = useTranslation('numbers');
  const format = useFormat();
  const errorWords = useErrorWords();
  const { value, error, isLoading, reload } = useCall('member.numbers', { sectionId: 'members' });
  const print = usePrintNumbers();
  const failed = error ?? print.error;
  const start = () => {
    if (value !== null) print.start();
  };
  useEvent('menu.chosen', ({ item }) => {
    if (item === 'print') start();
  });
  return (
    <PageFrame
      title={t('title')}
      backLabel={t('back')}
      ways={
        <>
          <IconButton icon="retry" label={t('again')} isDisabled={isLoading} onPress={reload} />
          <Button
            size="sm"
            icon="print"
            isDisabled={value === null}
            isPending={print.at !== null}
            onPress={start}
          >
            {t('print')}
          </Button>
        </>
      }
      onBack={onBack}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll it */}
      <section className={styles.scroller} aria-label={t('title')} tabIndex={0}>
        <div className={styles.column}>
          <p className={styles.quiet}>{t('lead')}</p>
          {failed !== null && <ErrorNotice error={errorWords(failed)} />}
          {value === null && error === null && <p role="status">{t('counting')}</p>}
          {value !== null && <Figures numbers={value} />}
        </div>
      </section>
      {print.at !== null &&
        value !== null &&
        createPortal(
          <div className={styles.paper} data-print-pages>
            <h1>{t('title')}</h1>
            <p>{t('printed', { date: format.stamp(print.at) })}</p>
            <p>{t('lead')}</p>
            <Figures numbers={value} />
          </div>,
          document.body,
        )}
    </PageFrame>
  );
}
