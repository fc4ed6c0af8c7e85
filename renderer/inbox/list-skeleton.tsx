import styles from './list-skeleton.module.css';

/** The bars of one row whose words are on their way; drawn only when they take a while. */
export function RowSkeleton() {
  return (
    <span className={styles.bars} aria-hidden="true">
      <span />
      <span />
      <span />
    </span>
  );
}

const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

/** The list before its first rows are known. */
export function ListSkeleton() {
  return (
    <div className={styles.list} aria-hidden="true">
      {rows.map((row) => (
        <div key={row} className={styles.row}>
          <RowSkeleton />
        </div>
      ))}
    </div>
  );
}
