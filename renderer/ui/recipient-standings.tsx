import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../shared/model/outbox-item.ts';
import { Badge } from './badge.tsx';
import styles from './recipient-standings.module.css';

const tones = { waiting: 'neutral', accepted: 'success', refused: 'danger' } as const;

type RecipientStandingsProps = { readonly recipients: OutboxItem['recipients'] };

/** Who has a letter, who does not yet, and who was refused with which words of the server's. */
export function RecipientStandings({ recipients }: RecipientStandingsProps) {
  const { t } = useTranslation('outbox');
  // One recipient stands as the letter does.
  if (recipients.length < 2) return null;
  return (
    <ul className={styles.recipients} aria-label={t('recipients')}>
      {recipients.map(({ address, state, error }) => (
        <li key={address} className={styles.recipient}>
          <span className={styles.address}>{address}</span>
          <Badge tone={tones[state]}>{t(`recipient.${state}`)}</Badge>
          {error?.detail !== undefined && <span className={styles.words}>{error.detail}</span>}
        </li>
      ))}
    </ul>
  );
}
