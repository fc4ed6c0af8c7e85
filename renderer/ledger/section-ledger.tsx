import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionId } from '../../shared/model/section.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { isFiltered, noFilter, toQuery } from './ledger-filter.ts';
import { LedgerFilters } from './ledger-filters.tsx';
import styles from './ledger-page.module.css';
import { LedgerTable } from './ledger-table.tsx';
import { PrintedLedger } from './printed-ledger.tsx';
import { useLedger } from './use-ledger.ts';
import { usePrint } from './use-print.ts';
import { Verification } from './verification.tsx';

type SectionLedgerProps = {
  readonly sectionId: SectionId;
  readonly side: 'left' | 'audit';
  readonly staffName: string;
};

/** One section's entries of one side: filters, table, the check and the print. */
export function SectionLedger({ sectionId, side, staffName }: SectionLedgerProps) {
  const { t } = useTranslation('ledger');
  const words = useErrorWords();
  const [filter, setFilter] = useState(noFilter);
  const question = { sectionId, ...toQuery(side, filter) };
  const { shown, error, onSight, reload } = useLedger(question);
  const { print, isBusy: isPrinting, error: printError, start } = usePrint(staffName);
  const failed = error ?? printError;
  return (
    <>
      <LedgerFilters side={side} filter={filter} staff={shown?.staff ?? []} onChange={setFilter}>
        <span className={styles.count}>{t('count', { count: shown?.total ?? 0 })}</span>
        <Verification sectionId={sectionId} />
        <Button
          icon="print"
          isPending={isPrinting}
          isDisabled={shown === null || shown.total === 0}
          onPress={() => void start(question).then(reload)}
        >
          {t('print')}
        </Button>
      </LedgerFilters>
      {failed && <ErrorNotice error={words(failed)} />}
      {shown?.total === 0 &&
        (isFiltered(filter) ? (
          <EmptyState icon="search" title={t('empty.filtered')}>
            {t('empty.filteredText')}
          </EmptyState>
        ) : (
          <EmptyState icon={side === 'left' ? 'outbox' : 'person'} title={t(`empty.${side}`)} />
        ))}
      {shown !== null && shown.total > 0 && (
        <LedgerTable
          label={t(`tab.${side}`)}
          total={shown.total}
          items={shown.items}
          answers={shown.key}
          onSight={onSight}
        />
      )}
      {print && <PrintedLedger {...print} />}
    </>
  );
}
