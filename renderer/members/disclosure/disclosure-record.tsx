import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupCompany } from '../../../shared/model/group-company.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { useCall } from '../../use-call.ts';
import styles from './disclosure.module.css';
import { DisclosureCard } from './disclosure-card.tsx';
import { PrintedDisclosures } from './printed-disclosures.tsx';
import { usePrintDisclosures } from './use-print-disclosures.ts';

/** Everything that went to a company or was declined, and the paper of it. */
export function DisclosureRecord({ companies }: { readonly companies: readonly GroupCompany[] }) {
  const { t } = useTranslation('disclosure');
  const errorWords = useErrorWords();
  const [companyId, setCompanyId] = useState<GroupCompany['id'] | null>(null);
  const whose = { companyId, memberId: null };
  const list = useCall('disclosure.list', { sectionId: 'members', ...whose });
  const { print, error: printError, start } = usePrintDisclosures();
  const company = companies.find(({ id }) => id === companyId);
  const settled = (list.value ?? []).filter(({ state }) => state !== 'asked');
  const error = list.error ?? printError;
  const isEmpty = !settled.some(({ state }) => state === 'released');
  return (
    <>
      <SelectInput
        label={t('new.company')}
        value={companyId === null ? 'all' : String(companyId)}
        options={[
          { value: 'all', label: t('record.everybody') },
          ...companies.map(({ id, details }) => ({ value: String(id), label: details.name })),
        ]}
        onChange={(value) =>
          setCompanyId(companies.find(({ id }) => String(id) === value)?.id ?? null)
        }
      />
      <div className={styles.line}>
        <Button
          icon="print"
          isDisabled={isEmpty}
          onPress={() =>
            start(
              whose,
              company === undefined
                ? t('record.paper')
                : t('record.ofCompany', { name: company.details.name }),
            )
          }
        >
          {t('record.print')}
        </Button>
        <span className={styles.quiet}>{t('record.law')}</span>
      </div>
      {error !== null && <ErrorNotice error={errorWords(error)} />}
      {list.value !== null && settled.length === 0 && (
        <EmptyState icon="file" title={t('record.none')}>
          {t('record.noneText')}
        </EmptyState>
      )}
      {settled.map((one) => (
        <DisclosureCard key={one.id} disclosure={one} />
      ))}
      {print !== null && <PrintedDisclosures {...print} />}
    </>
  );
}
