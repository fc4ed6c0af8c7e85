import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownCounts } from '../../../shared/model/member-numbers.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './numbers.module.css';

type CountTableProps = {
  readonly title: string;
  /** Of what the rows are. */
  readonly column: string;
  readonly counts: ShownCounts;
  readonly name: (key: string) => string;
  /** The largest first, and what is not shown last. */
  readonly isBySize?: boolean;
};

/** A bar chart that is a table to a screen reader: the bars say what the counts say. */
export function CountTable({ title, column, counts, name, isBySize = false }: CountTableProps) {
  const { t } = useTranslation('numbers');
  const format = useFormat();
  const id = useId();
  const { cells, total } = counts;
  const most = Math.max(1, ...cells.map(({ count }) => count ?? 0));
  const rows = isBySize
    ? cells.toSorted((one, other) => (other.count ?? -1) - (one.count ?? -1))
    : cells;
  if (rows.length === 0)
    return (
      <section className={styles.figure} aria-labelledby={id}>
        <h2 className={styles.subtitle} id={id}>
          {title}
        </h2>
        <p className={styles.quiet}>{t('nobody')}</p>
      </section>
    );
  return (
    <section className={styles.figure} aria-labelledby={id}>
      <h2 className={styles.subtitle} id={id}>
        {title}
      </h2>
      <table className={styles.table} aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{column}</th>
            <th scope="col" className={styles.number}>
              {t('registrations')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, count }) => (
            <tr key={key}>
              <th scope="row">{name(key)}</th>
              <td className={styles.number}>
                {count === null ? (
                  <span className={styles.quiet}>{t('hidden')}</span>
                ) : (
                  format.number(count)
                )}
              </td>
              <td aria-hidden="true">
                {count !== null && count > 0 && (
                  <span className={styles.bar} style={{ width: `${(100 * count) / most}%` }} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            <td className={styles.number}>{total === null ? t('hidden') : format.number(total)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
