import { useTranslation } from 'react-i18next';
import type { ReplyRecipient } from '../../shared/model/reply-recipient.ts';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icons/icon.tsx';
import styles from './composer.module.css';
import { OtherWays } from './other-ways.tsx';

type RefusedReplyProps = {
  readonly reason: Extract<ReplyRecipient, { allowed: false }>['reason'];
  readonly onForward: () => void;
  readonly hasForward: boolean;
};

/** Why this conversation cannot be answered, in place of the composer. */
export function RefusedReply({ reason, ...ways }: RefusedReplyProps) {
  const { t } = useTranslation('composer');
  return (
    <footer className={classNames(styles.dock, styles.closed)}>
      <p className={styles.refused}>
        <Icon name="info" className={styles.icon ?? ''} />
        {t(`refused.${reason}`)}
      </p>
      <OtherWays {...ways} onReplyAll={null} />
    </footer>
  );
}
