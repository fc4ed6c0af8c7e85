import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { useCall } from '../../use-call.ts';
import recordStyles from '../member-record.module.css';
import { CompanyRegister } from './company-register.tsx';
import styles from './disclosure.module.css';
import { DisclosureRecord } from './disclosure-record.tsx';
import { NewDisclosure } from './new-disclosure.tsx';
import { type Disclosing, disclosureTabs } from './use-disclosing.ts';
import { WaitingDisclosures } from './waiting-disclosures.tsx';

type DisclosurePaneProps = {
  readonly disclosing: Disclosing;
  /** What the list is searched for, and how many that finds. */
  readonly query: string;
  readonly found: number;
  readonly onClose: () => void;
};

/** What goes to companies of the group: asked for, approved, on record, and who may have any. */
export function DisclosurePane({ disclosing, query, found, onClose }: DisclosurePaneProps) {
  const { t } = useTranslation(['disclosure', 'common']);
  const companies = useCall('company.list', { sectionId: 'members' });
  const all = { sectionId: 'members', companyId: null, memberId: null } as const;
  const disclosures = useCall('disclosure.list', all);
  const errorWords = useErrorWords();
  const { tab, show } = disclosing;
  const known = companies.value ?? [];
  const waiting = (disclosures.value ?? []).filter(({ state }) => state === 'asked');
  // What was typed of a company is not left by a key that is pressed so easily.
  useShortcut({ key: 'Escape' }, onClose, { isDisabled: tab === 'companies' });

  return (
    <section
      className={recordStyles.pane}
      aria-label={t('disclosure:title')}
      data-pane="reading"
      tabIndex={-1}
    >
      <header className={recordStyles.head}>
        <h2 className={recordStyles.title}>{t('disclosure:title')}</h2>
        <div className={recordStyles.ways}>
          <IconButton icon="close" label={t('common:close')} shortcut="Esc" onPress={onClose} />
        </div>
      </header>
      <div className={styles.tabs}>
        <ChoiceGroup
          label={t('disclosure:show')}
          isLabelHidden
          value={tab}
          options={disclosureTabs.map((value) => ({
            value,
            label: t(`disclosure:tab.${value}`, { count: waiting.length }),
          }))}
          onChange={show}
        />
      </div>
      <div className={recordStyles.scroller}>
        <div className={recordStyles.column}>
          {tab === 'waiting' && (
            <WaitingDisclosures
              list={{ ...disclosures, value: disclosures.value === null ? null : waiting }}
              onNew={() => show('new')}
            />
          )}
          {tab === 'new' && companies.error !== null && (
            <ErrorNotice error={errorWords(companies.error)} />
          )}
          {tab === 'new' && companies.value !== null && (
            <NewDisclosure
              disclosing={disclosing}
              companies={known.filter(({ standing }) => standing === 'in-force')}
              query={query}
              found={found}
              onAsked={() => {
                disclosures.reload();
                show('waiting');
              }}
            />
          )}
          {tab === 'companies' && <CompanyRegister list={companies} />}
          {tab === 'record' && <DisclosureRecord companies={known} />}
        </div>
      </div>
    </section>
  );
}
