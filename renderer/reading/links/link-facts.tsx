import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.tsx';
import type { LinkDescription } from './describe-link.ts';
import styles from './link-dialog.module.css';

type WebLink = Extract<LinkDescription, { kind: 'web' }>;
type MailLink = Extract<LinkDescription, { kind: 'mail' }>;

/** The real host first and largest; then what staff should beware of; the whole address last. */
export function WebLinkFacts({ facts }: { readonly facts: WebLink }) {
  const { t } = useTranslation('reading');
  return (
    <>
      <p className={styles.host}>{facts.host}</p>
      {facts.claimedHost !== null && (
        <Notice tone="warning">
          {t('link.claims', { claimed: facts.claimedHost, host: facts.host })}
        </Notice>
      )}
      {facts.readableHost !== null && (
        <Notice tone="warning">{t('link.international', { name: facts.readableHost })}</Notice>
      )}
      {!facts.isEncrypted && <Notice tone="warning">{t('link.unencrypted')}</Notice>}
      <p>{t('link.policy')}</p>
      <p className={styles.address}>{facts.url}</p>
      {facts.stripped.length > 0 && (
        <p className={styles.quiet}>
          {t('link.stripped', {
            count: facts.stripped.length,
            names: facts.stripped.join(t('listSeparator')),
          })}
        </p>
      )}
    </>
  );
}

export function MailLinkFacts({ facts }: { readonly facts: MailLink }) {
  const { t } = useTranslation('reading');
  return (
    <>
      <p className={styles.host}>{facts.address}</p>
      {facts.subject !== '' && (
        <p className={styles.quiet}>{t('link.mailSubject', { subject: facts.subject })}</p>
      )}
      <p>{t('link.mailText')}</p>
    </>
  );
}
