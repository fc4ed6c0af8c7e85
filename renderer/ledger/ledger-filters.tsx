import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract.ts';
import { auditKinds, type ChainQuery, leftKinds } from '../../shared/model/chain-entry.ts';
import { DateInput } from '../ui/date-input.tsx';
import { SearchInput } from '../ui/search-input.tsx';
import { SelectInput } from '../ui/select-input.tsx';
import type { LedgerFilter } from './ledger-filter.ts';
import styles from './ledger-page.module.css';

type LedgerFiltersProps = {
  readonly side: ChainQuery['side'];
  readonly filter: LedgerFilter;
  readonly staff: CallOutput<'ledger.list'>['staff'];
  readonly onChange: (filter: LedgerFilter) => void;
  /** What stands beside the search box. */
  readonly children: ReactNode;
};

/** By kind, person, day and words. */
export function LedgerFilters({ side, filter, staff, onChange, children }: LedgerFiltersProps) {
  const { t } = useTranslation('ledger');
  const kinds = side === 'left' ? leftKinds : auditKinds;
  return (
    <search className={styles.filters} aria-label={t('filters')}>
      <SelectInput
        label={t('filter.kind')}
        value={filter.kind}
        options={[
          { value: 'all' as const, label: t('filter.everything') },
          ...kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
        ]}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
      <SelectInput
        label={t('filter.staff')}
        value={filter.staffId}
        options={[
          { value: 'all' as const, label: t('filter.everybody') },
          ...staff.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(staffId) => onChange({ ...filter, staffId })}
      />
      <DateInput
        label={t('filter.from')}
        value={filter.from}
        onChange={(from) => onChange({ ...filter, from })}
      />
      <DateInput
        label={t('filter.to')}
        value={filter.to}
        onChange={(to) => onChange({ ...filter, to })}
      />
      <div className={styles.line}>
        <div className={styles.query}>
          <SearchInput
            label={t('filter.query')}
            clearLabel={t('filter.clear')}
            maxLength={200}
            value={filter.query}
            onChange={(query) => onChange({ ...filter, query })}
          />
        </div>
        {children}
      </div>
    </search>
  );
}
