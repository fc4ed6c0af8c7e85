import { useTranslation } from 'react-i18next';
import type { Contact } from '../../shared/model/letter-check.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './recipients.module.css';

type ContactsNoticeProps = {
  readonly contacts: readonly Contact[];
  readonly isDisabled: boolean;
  readonly onStrike: (words: readonly string[]) => void;
};

/** How to reach others, found in the text: each is struck out with one press, or all of them. */
export function ContactsNotice({ contacts, isDisabled, onStrike }: ContactsNoticeProps) {
  const { t } = useTranslation('policy');
  if (contacts.length === 0) return null;
  const all = contacts.map(({ text }) => text);
  return (
    <Notice
      tone="warning"
      title={t('finding.contact', { count: contacts.length })}
      isLive
      actions={
        contacts.length > 1 && (
          <Button size="sm" isDisabled={isDisabled} onPress={() => onStrike(all)}>
            {t('way.strikeAll')}
          </Button>
        )
      }
    >
      <ul className={styles.contacts}>
        {contacts.map(({ kind, text }) => (
          <li key={`${kind} ${text}`}>
            <bdi>{text}</bdi>
            <Button
              size="sm"
              variant="quiet"
              isDisabled={isDisabled}
              aria-label={t('way.strikeOne', { text })}
              onPress={() => onStrike([text])}
            >
              {t('way.strike')}
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
