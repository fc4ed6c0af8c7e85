import { useTranslation } from 'react-i18next';
import type { MemberSummary } from '../../shared/model/member.ts';
import { memberKana, memberName } from '../../shared/model/member-name.ts';
import { classNames } from '../ui/class-names.ts';
import { rowPress } from '../ui/row-press.ts';
import styles from './member-list.module.css';
import { StatusBadge } from './status-badge.tsx';

type MemberRowProps = {
  readonly id: string;
  /** Null until its page is here: an empty row holds the place. */
  readonly member: MemberSummary | null;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  readonly index: number;
  readonly total: number;
  /** Distance from the top of the list, px. */
  readonly top: number;
  readonly onPress: () => void;
};

/** One member: the name, the furigana and the status, and nothing else of them. */
export function MemberRow(props: MemberRowProps) {
  const { id, member, isSelected, isOpen, index, total, top, onPress } = props;
  const { t } = useTranslation('members');
  return (
    // The keyboard works on the list, which names its active row (ARIA 1.2, listbox).
    // biome-ignore lint/a11y/useFocusableInteractive: see above.
    <div
      id={id}
      role="option"
      aria-selected={isSelected}
      aria-current={isOpen || undefined}
      aria-setsize={total}
      aria-posinset={index + 1}
      className={classNames(styles.row, isSelected && styles.selected, isOpen && styles.open)}
      style={{ transform: `translateY(${top}px)` }}
      {...rowPress(onPress)}
    >
      {member !== null && (
        <>
          <span className={styles.words}>
            <span className={styles.name}>{memberName(member) || t('nameless')}</span>
            <span className={styles.kana}>{memberKana(member)}</span>
          </span>
          <StatusBadge status={member.status} />
        </>
      )}
    </div>
  );
}
