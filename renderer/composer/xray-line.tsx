import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoPrivacy } from '../../shared/model/draft-attachment.ts';
import type { LetterDisclosure } from '../../shared/model/letter-check.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Icon } from '../ui/icons/icon.tsx';
import styles from './recipients.module.css';
import { useXrayWords } from './use-xray-words.ts';

/** One line that says what the letter discloses, and to whom; it unfolds into the list. */
export function XrayLine({ disclosure }: { readonly disclosure: LetterDisclosure }) {
  const { t } = useTranslation('policy');
  const format = useFormat();
  const line = useXrayWords()(disclosure);
  const { recipients, quotes, contacts, attachments, isHtml } = disclosure;
  const quoted = [
    quotes.reader && t('xray.quotesReader'),
    quotes.others && t('xray.quotesOthers'),
  ].filter((words) => words !== false);
  return (
    <details className={styles.xray}>
      <summary aria-label={`${t('xray.title')}: ${line}`}>
        <Icon name="chevron-right" size={12} className={styles.fold ?? ''} />
        <span>{line}</span>
      </summary>
      {/* A scrolling region must be reachable by keyboard (WCAG 2.1.1). */}
      <dl className={styles.facts} tabIndex={0}>
        {(['to', 'cc', 'bcc'] as const).map((role) => {
          const people = recipients.filter((one) => one.role === role);
          if (people.length === 0) return null;
          return (
            <Fact key={role} label={t(`xray.role.${role}`)}>
              {people.map(({ name, address, standing }) => (
                <li key={address}>
                  <bdi>{name === '' ? address : `${name} <${address}>`}</bdi>{' '}
                  <span className={styles.quiet}>{t(`field.standing.${standing}`)}</span>
                </li>
              ))}
            </Fact>
          );
        })}
        <Fact label={t('xray.quotes')}>
          {(quoted.length === 0 ? [t('xray.quotesNone')] : quoted).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </Fact>
        <Fact label={t('xray.contactList')}>
          {contacts.length === 0 && <li>{t('xray.none')}</li>}
          {contacts.map(({ kind, text }) => (
            <li key={`${kind} ${text}`}>
              <bdi>{text}</bdi>
            </li>
          ))}
        </Fact>
        <Fact label={t('xray.fileList')}>
          {attachments.length === 0 && <li>{t('xray.none')}</li>}
          {attachments.map(({ name, size, privacy }) => (
            <li key={name}>
              {t(fileWords[privacy], {
                name,
                size: format.size(size),
              })}
            </li>
          ))}
        </Fact>
        <Fact label={t('xray.form')}>
          <li>{t(isHtml ? 'xray.html' : 'xray.plain')}</li>
        </Fact>
      </dl>
    </details>
  );
}

const fileWords = {
  clean: 'xray.fileCleaned',
  cleaned: 'xray.fileCleaned',
  'may-tell': 'xray.fileTelling',
  'no-photo': 'xray.file',
} as const satisfies Readonly<Record<PhotoPrivacy, string>>;

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <ul>{children}</ul>
      </dd>
    </>
  );
}
