import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './member-record.module.css';

type DotsProps = {
  /** Says whose dots they are, and that a look is on record. */
  readonly label: string;
  readonly lines: number;
  readonly onPress: () => void;
};

/** Stands for what is hidden, in as many lines as it has values, until it is pressed. */
export function Dots({ label, lines, onPress }: DotsProps) {
  const { t } = useTranslation('members');
  return (
    <Button className={styles.dots ?? ''} aria-label={label} onPress={onPress}>
      <span className={styles.dotLines} aria-hidden="true">
        {Array.from({ length: lines }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: all of them are the same
          <span key={index}>••••••••</span>
        ))}
      </span>
      <span className={styles.show} aria-hidden="true">
        {t('reveal.word')}
      </span>
    </Button>
  );
}
