import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract.ts';
import type { Preferences } from '../../shared/model/preferences.ts';
import type { SectionId } from '../../shared/model/section.ts';
import type { SectionSummary } from '../../shared/model/section-summary.ts';
import { classNames } from '../ui/class-names.ts';
import { GeneralPage } from './general-page.tsx';
import { KeyboardPage } from './keyboard-page.tsx';
import type { MailboxDrafts } from './mailbox-drafts.ts';
import { MailboxPage } from './mailbox-page.tsx';
import type { SettingsPage } from './settings-page.ts';
import styles from './settings-screen.module.css';

type SettingsScreenProps = {
  readonly page: SettingsPage;
  readonly sections: readonly SectionSummary[];
  readonly preferences: Preferences;
  readonly info: CallOutput<'app.info'> | null;
  /** What was typed into the mailbox pages: kept by whoever outlives this screen. */
  readonly drafts: MailboxDrafts;
  /** The pages of one's own passphrase, of the staff, and of backups; null where they are of no use. */
  readonly ownPage: (() => ReactNode) | null;
  readonly staffPage: (() => ReactNode) | null;
  /** What left this computer. */
  readonly ledgerPage: () => ReactNode;
  readonly backupsPage: (() => ReactNode) | null;
  /** How a section answers. */
  readonly answeringPage: (sectionId: SectionId) => ReactNode;
  /** The canned replies of a section. */
  readonly cannedPage: (sectionId: SectionId) => ReactNode;
  readonly onPreferences: (preferences: Preferences) => void;
  readonly onOpenPage: (page: SettingsPage) => void;
  /** An account was saved, the first of its section or another. */
  readonly onSaved: (sectionId: SectionId, isFirst: boolean) => void;
};

/** Settings: a list of pages, and one page. */
export function SettingsScreen(props: SettingsScreenProps) {
  const { page, sections, ownPage, staffPage, backupsPage, onOpenPage } = props;
  const { t } = useTranslation(['settings', 'common']);
  return (
    <>
      <nav
        className={styles.pages}
        aria-label={t('settings:pages')}
        data-pane="settings-pages"
        tabIndex={-1}
      >
        <h1 className={styles.title}>{t('settings:title')}</h1>
        <ul className={styles.list}>
          <li>
            <PageButton
              isCurrent={page.kind === 'general'}
              onPress={() => onOpenPage({ kind: 'general' })}
            >
              {t('settings:general')}
            </PageButton>
          </li>
          <li>
            <PageButton
              isCurrent={page.kind === 'keyboard'}
              onPress={() => onOpenPage({ kind: 'keyboard' })}
            >
              {t('settings:keyboard')}
            </PageButton>
          </li>
          {ownPage !== null && (
            <li>
              <PageButton
                isCurrent={page.kind === 'own'}
                onPress={() => onOpenPage({ kind: 'own' })}
              >
                {t('settings:own')}
              </PageButton>
            </li>
          )}
          {staffPage !== null && (
            <li>
              <PageButton
                isCurrent={page.kind === 'staff'}
                onPress={() => onOpenPage({ kind: 'staff' })}
              >
                {t('settings:staff')}
              </PageButton>
            </li>
          )}
          <li>
            <PageButton
              isCurrent={page.kind === 'ledger'}
              onPress={() => onOpenPage({ kind: 'ledger' })}
            >
              {t('settings:ledger')}
            </PageButton>
          </li>
          {backupsPage !== null && (
            <li>
              <PageButton
                isCurrent={page.kind === 'backups'}
                onPress={() => onOpenPage({ kind: 'backups' })}
              >
                {t('settings:backups')}
              </PageButton>
            </li>
          )}
        </ul>
        <h2 className={styles.group}>{t('settings:mailboxes')}</h2>
        <ul className={styles.list}>
          {sections.map(({ id }) => (
            <li key={id}>
              <PageButton
                isCurrent={page.kind === 'mailbox' && page.sectionId === id}
                onPress={() => onOpenPage({ kind: 'mailbox', sectionId: id })}
              >
                {t(`common:section.${id}`)}
              </PageButton>
            </li>
          ))}
        </ul>
        <h2 className={styles.group}>{t('settings:answering')}</h2>
        <ul className={styles.list}>
          {sections
            .filter(({ storeError }) => storeError === null)
            .map(({ id }) => (
              <li key={id}>
                <PageButton
                  isCurrent={page.kind === 'answering' && page.sectionId === id}
                  onPress={() => onOpenPage({ kind: 'answering', sectionId: id })}
                >
                  {t(`common:section.${id}`)}
                </PageButton>
              </li>
            ))}
        </ul>
        <h2 className={styles.group}>{t('settings:canned')}</h2>
        <ul className={styles.list}>
          {sections
            .filter(({ storeError }) => storeError === null)
            .map(({ id }) => (
              <li key={id}>
                <PageButton
                  isCurrent={page.kind === 'canned' && page.sectionId === id}
                  onPress={() => onOpenPage({ kind: 'canned', sectionId: id })}
                >
                  {t(`common:section.${id}`)}
                </PageButton>
              </li>
            ))}
        </ul>
      </nav>
      <main className={styles.page} data-pane="settings-page" tabIndex={-1}>
        <PageOf {...props} />
      </main>
    </>
  );
}

function PageOf({
  page,
  preferences,
  info,
  drafts,
  ownPage,
  staffPage,
  ledgerPage,
  backupsPage,
  answeringPage,
  cannedPage,
  onPreferences,
  onSaved,
}: SettingsScreenProps) {
  const { t } = useTranslation(['settings', 'common']);
  if (page.kind === 'canned')
    return (
      <div key={page.sectionId} className={styles.content}>
        <h2 className={styles.pageTitle}>
          {t('settings:cannedOf', { section: t(`common:section.${page.sectionId}`) })}
        </h2>
        {cannedPage(page.sectionId)}
      </div>
    );
  if (page.kind === 'answering')
    return (
      <div key={page.sectionId} className={styles.content}>
        <h2 className={styles.pageTitle}>
          {t('settings:answeringOf', { section: t(`common:section.${page.sectionId}`) })}
        </h2>
        {answeringPage(page.sectionId)}
      </div>
    );
  if (page.kind === 'mailbox')
    return (
      <MailboxPage
        key={page.sectionId}
        sectionId={page.sectionId}
        drafts={drafts}
        onSaved={(isFirst) => onSaved(page.sectionId, isFirst)}
      />
    );
  if (page.kind === 'general')
    return <GeneralPage preferences={preferences} info={info} onPreferences={onPreferences} />;
  if (page.kind === 'keyboard')
    return (
      <KeyboardPage
        chosen={preferences.keys}
        onChoose={(keys) => onPreferences({ ...preferences, keys })}
      />
    );
  if (page.kind === 'ledger')
    return (
      <div className={styles.wide}>
        <h2 className={styles.pageTitle}>{t('settings:ledger')}</h2>
        {ledgerPage()}
      </div>
    );
  return (
    <div className={styles.content}>
      <h2 className={styles.pageTitle}>{t(`settings:${page.kind}`)}</h2>
      {{ own: ownPage, staff: staffPage, backups: backupsPage }[page.kind]?.()}
    </div>
  );
}

type PageButtonProps = {
  readonly isCurrent: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
};

function PageButton({ isCurrent, onPress, children }: PageButtonProps) {
  return (
    <button
      type="button"
      className={classNames(styles.item, isCurrent && styles.current)}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
