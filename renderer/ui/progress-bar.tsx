import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './progress-bar.module.css';

type ProgressBarProps = {
  /** What is in progress; the accessible name. */
  readonly label: string;
  readonly done: number;
  /** 0 while the amount is not known: the bar then only shows that something is going on. */
  readonly total: number;
  /** Words for the amount, such as "3,120 of 20,000". */
  readonly valueLabel?: string | undefined;
};

/** A thin bar; the words for it stand beside it. */
export function ProgressBar({ label, done, total, valueLabel }: ProgressBarProps) {
  const isIndeterminate = total === 0;
  return (
    <AriaProgressBar
      aria-label={label}
      className={styles.track ?? ''}
      isIndeterminate={isIndeterminate}
      value={done}
      maxValue={Math.max(total, 1)}
      {...(valueLabel === undefined ? {} : { valueLabel })}
    >
      {({ percentage }) => (
        <span
          className={classNames(styles.bar, isIndeterminate && styles.indeterminate)}
          style={isIndeterminate ? undefined : { width: `${percentage ?? 0}%` }}
        />
      )}
    </AriaProgressBar>
  );
}
