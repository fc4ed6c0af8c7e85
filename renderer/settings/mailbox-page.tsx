import { useTranslation } from 'react-i18next';
import type { SectionId } from '../../shared/model/section.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useCall } from '../use-call.ts';
import type { MailboxDrafts } from './mailbox-drafts.ts';
import { MailboxEditor } from './mailbox-editor.tsx';
import styles from './settings-screen.module.css';

type MailboxPageProps = {
  readonly sectionId: SectionId;
  readonly drafts: MailboxDrafts;
  readonly onSaved: (isFirst: boolean) => void;
};

/** A section's account: what is stored is fetched first, then edited. */
export function MailboxPage({ sectionId, drafts, onSaved }: MailboxPageProps) {
  const { t } = useTranslation(['settings', 'common']);
  const words = useErrorWords();
  const { value, error, isLoading } = useCall('account.get', { sectionId });
  const section = t(`common:section.${sectionId}`);
  return (
    <div className={styles.content}>
      <header className={styles.pageHead}>
        <h2 className={styles.pageTitle}>{t('settings:mailbox.title', { section })}</h2>
        <p className={styles.quiet}>{t('settings:mailbox.lead')}</p>
      </header>
      {error && <ErrorNotice error={words(error)} />}
      {!isLoading && error === null && (
        <MailboxEditor sectionId={sectionId} stored={value} drafts={drafts} onSaved={onSaved} />
      )}
    </div>
  );
}
