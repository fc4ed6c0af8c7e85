import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useCall } from '../../use-call.ts';
import { useEvent } from '../../use-event.ts';
import type { MemberDrafts } from '../member-drafts.ts';
import { FormsPage } from './forms-page.tsx';
import styles from './intake-screen.module.css';
import { WaitingMails } from './waiting-mails.tsx';

type Tab = 'unread' | 'aside' | 'forms';

type IntakeScreenProps = {
  /** Where a record that is made by hand is left for the screen of the records. */
  readonly drafts: MemberDrafts;
  readonly onOpenRecords: () => void;
};

/** How registrations come in by mail: what could not be read of them, and the forms that are known. */
export function IntakeScreen({ drafts, onOpenRecords }: IntakeScreenProps) {
  const { t } = useTranslation(['forms', 'common']);
  const errorWords = useErrorWords();
  const { value, error, reload } = useCall('form.list', { sectionId: 'members' });
  useEvent('section.changed', ({ sectionId }) => {
    if (sectionId === 'members') reload();
  });
  const [tab, setTab] = useState<Tab>('unread');
  const isReady = value !== null || error !== null;
  useEffect(() => {
    if (isReady) document.documentElement.dataset.ready = 'true';
  }, [isReady]);
  const counts = {
    unread: value?.unread ?? 0,
    aside: value?.setAside ?? 0,
    forms: value?.forms.length ?? 0,
  };

  return (
    <main className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('forms:title')}</h1>
        <ChoiceGroup<Tab>
          label={t('forms:tabs')}
          isLabelHidden
          size="sm"
          value={tab}
          options={(['unread', 'aside', 'forms'] as const).map((one) => ({
            value: one,
            label: t(`forms:tab.${one}`, { count: counts[one] }),
          }))}
          onChange={setTab}
        />
        <p className={styles.progress} role="status">
          {value !== null && value.waiting > 0 && t('forms:waiting', { count: value.waiting })}
        </p>
      </header>
      {error !== null && (
        <div className={styles.error}>
          <ErrorNotice
            error={errorWords(error)}
            actions={
              <Button size="sm" onPress={reload}>
                {t('common:retry')}
              </Button>
            }
          />
        </div>
      )}
      {value !== null && tab === 'forms' && (
        <FormsPage forms={value.forms} canTeach={value.canTeach} onChanged={reload} />
      )}
      {value !== null && tab !== 'forms' && (
        <WaitingMails
          key={tab}
          isSetAside={tab === 'aside'}
          hasForms={value.forms.length > 0}
          drafts={drafts}
          onTeach={() => setTab('forms')}
          onOpenRecords={onOpenRecords}
        />
      )}
    </main>
  );
}
