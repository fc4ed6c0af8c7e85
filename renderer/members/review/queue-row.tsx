import { useTranslation } from 'react-i18next';
import { memberKana, memberName } from '../../../shared/model/member-name.ts';
import type { QueuedRegistration } from '../../../shared/model/registration.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Badge } from '../../ui/badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icons/icon.tsx';
import styles from './review.module.css';

type QueueRowProps = {
  readonly id: string;
  readonly registration: QueuedRegistration;
  /** The keys act on it, and it is open. */
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly isFailed: boolean;
  readonly index: number;
  readonly total: number;
  readonly onPress: () => void;
  readonly onChoose: () => void;
};

/** One registration: the name, how long it has waited, and whether anything is to be said of it. */
export function QueueRow(props: QueueRowProps) {
  const { id, registration, isCurrent, isChosen, isFailed, index, total, onPress, onChoose } =
    props;
  const { warnings, claim, answer, addedAt } = registration;
  const { t } = useTranslation(['review', 'members']);
  const format = useFormat();
  return (
    // The keyboard works on the list, which names its active row (ARIA 1.2, listbox).
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    // biome-ignore lint/a11y/useFocusableInteractive: see above.
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-current={isCurrent || undefined}
      aria-setsize={total}
      aria-posinset={index + 1}
      className={classNames(styles.row, isCurrent && styles.current)}
      onClick={onPress}
    >
      <span
        className={classNames(styles.box, isChosen && styles.chosen)}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          onChoose();
        }}
      >
        {isChosen && <Icon name="check" size={12} />}
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{memberName(registration) || t('members:nameless')}</span>
        <span className={styles.kana}>
          {claim !== null && !claim.isOwn
            ? t('review:row.claimed', { name: claim.staffName })
            : memberKana(registration)}
        </span>
      </span>
      <span className={styles.facts}>
        <span className={styles.age}>{format.age(Date.now() - addedAt)}</span>
        {isFailed && <Badge tone="danger">{t('review:row.failed')}</Badge>}
        {!isFailed && answer !== null && <Badge tone="accent">{t('review:row.answered')}</Badge>}
        {!isFailed && answer === null && warnings > 0 && (
          <Badge tone="warning">{t('review:row.warnings', { count: warnings })}</Badge>
        )}
      </span>
    </div>
  );
}
