import { useTranslation } from 'react-i18next';
import { type ErasurePlace, erasedPlaces, keptPlaces } from '../../../shared/model/erasure.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './erasure.module.css';

type PlaceTablesProps = {
  readonly places: readonly ErasurePlace[];
  /** It was done, and is not yet to be. */
  readonly isDone: boolean;
};

type Row = readonly [place: ErasurePlace['place'], why: string | null];

/** What goes and what stays of a person, place by place, with the reason for all that stays. */
export function PlaceTables({ places, isDone }: PlaceTablesProps) {
  const { t } = useTranslation('erasure');
  const format = useFormat();
  const counts = new Map(places.map(({ place, count }) => [place, count]));
  const countOf = (place: ErasurePlace['place']) => counts.get(place) ?? 0;
  const empty = [...erasedPlaces, ...keptPlaces].filter((place) => countOf(place) === 0);
  const table = (title: string, rows: readonly Row[]) => (
    <table className={styles.table} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{t('count')}</th>
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(([place]) => countOf(place) > 0)
          .map(([place, why]) => (
            <tr key={place}>
              <th scope="row">
                {t(`place.${place}`)}
                {why !== null && <p className={styles.why}>{why}</p>}
              </th>
              <td>{format.number(countOf(place))}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is longer than its dialog, and scrolled by keys
    <section className={styles.tables} aria-label={t('places')} tabIndex={0}>
      {table(
        t(isDone ? 'erasedThen' : 'erased'),
        erasedPlaces.map((place) => [place, null]),
      )}
      {table(
        t(isDone ? 'keptThen' : 'kept'),
        keptPlaces.map((place) => [place, t(`because.${place}`)]),
      )}
      {empty.length > 0 && (
        <p className={styles.quiet}>
          {t('empty', { places: format.list(empty.map((place) => t(`place.${place}`))) })}
        </p>
      )}
      <p className={styles.quiet}>{t('tombstone')}</p>
    </section>
  );
}
