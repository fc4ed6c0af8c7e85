import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionId } from '../../shared/model/section.ts';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import styles from './ledger-page.module.css';
import { RefusalsList } from './refusals-list.tsx';
import { SectionLedger } from './section-ledger.tsx';

const tabs = ['left', 'audit', 'refused'] as const;

type LedgerPageProps = {
  /** Those that are open. */
  readonly sectionIds: readonly SectionId[];
  /** Who prints. */
  readonly staffName: string;
};

/** What left this computer, who looked at what, and what was kept from leaving. */
export function LedgerPage({ sectionIds, staffName }: LedgerPageProps) {
  const { t } = useTranslation(['ledger', 'common']);
  const [chosen, setChosen] = useState<SectionId | undefined>(sectionIds[0]);
  const [tab, setTab] = useState<(typeof tabs)[number]>('left');
  const sectionId = sectionIds.find((id) => id === chosen) ?? sectionIds[0];
  return (
    <>
      <p className={styles.quiet}>{t('ledger:lead')}</p>
      <div className={styles.bar}>
        <ChoiceGroup
          label={t('ledger:show')}
          isLabelHidden
          value={tab}
          options={tabs.map((value) => ({ value, label: t(`ledger:tab.${value}`) }))}
          onChange={setTab}
        />
        {tab !== 'refused' && sectionId !== undefined && sectionIds.length > 1 && (
          <ChoiceGroup
            label={t('ledger:section')}
            isLabelHidden
            value={sectionId}
            options={sectionIds.map((id) => ({ value: id, label: t(`common:section.${id}`) }))}
            onChange={setChosen}
          />
        )}
      </div>
      {tab === 'refused' && <RefusalsList />}
      {tab !== 'refused' && sectionId !== undefined && (
        <SectionLedger
          key={`${sectionId} ${tab}`}
          sectionId={sectionId}
          side={tab}
          staffName={staffName}
        />
      )}
    </>
  );
}
