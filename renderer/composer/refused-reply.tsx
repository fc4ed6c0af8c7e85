import { useTranslation } from 'react-i18next';
import type { ReplyRecipient } from '../../shared/model/reply-recipient.ts';
import { Icon } from '../ui/icons/icon.tsx';
import styles from './composer.module.css';

type RefusedReplyProps = {
  readonly reason: Extract<ReplyRecipient, { allowed: false }>['reason'];
};

/** Why this conversation cannot be answered, in place of the composer. */
export function RefusedReply({ reason }: RefusedReplyProps) {
  const { t } = useTranslation('composer');
  return (
    <footer className={styles.dock}>
      <p className={styles.refused}>
        <Icon name="info" className={styles.icon ?? ''} />
        {t(`refused.${reason}`)}
      </p>
    </footer>
  );
}
