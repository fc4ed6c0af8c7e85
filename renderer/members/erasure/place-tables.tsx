import { useTranslation } from 'react-i18next';
import { type ErasurePlace, keptPlaces } from '../../../shared/model/erasure.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './erasure.module.css';

type PlaceTablesProps = {
  readonly places: readonly ErasurePlace[];
  /** It was done, and is not yet to be. */
  readonly isDone: boolean;
};

type KeptPlace = (typeof keptPlaces)[number];

function isKeptPlace(place: ErasurePlace['place']): place is KeptPlace {
  return keptPlaces.some((kept) => kept === place);
}

/** What goes and what stays of a person, place by place, with the reason for all that stays. */
export function PlaceTables({ places, isDone }: PlaceTablesProps) {
  const { t } = useTranslation('erasure');
  const format = useFormat();
  const filled = places.filter(({ count }) => count > 0);
  const empty = places.filter(({ count }) => count === 0);
  const table = (title: string, isKept: boolean) => (
    <table className={styles.table} aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{t('count')}</th>
        </tr>
      </thead>
      <tbody>
        {filled
          .filter((one) => one.isKept === isKept)
          .map(({ place, count }) => (
            <tr key={place}>
              <th scope="row">
                {t(`place.${place}`)}
                {isKept && isKeptPlace(place) && (
                  <p className={styles.why}>{t(`because.${place}`)}</p>
                )}
              </th>
              <td>{format.number(count)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is longer than its dialog, and scrolled by keys
    <section className={styles.tables} aria-label={t('places')} tabIndex={0}>
      {table(t(isDone ? 'erasedThen' : 'erased'), false)}
      {table(t(isDone ? 'keptThen' : 'kept'), true)}
      {empty.length > 0 && (
        <p className={styles.quiet}>
          {t('empty', { places: format.list(empty.map(({ place }) => t(`place.${place}`))) })}
        </p>
      )}
      <p className={styles.quiet}>{t('tombstone')}</p>
      {filled.some(({ place, isKept }) => place === 'mails' && !isKept) && (
        <p className={styles.quiet}>{t('mailMarks')}</p>
      )}
    </section>
  );
}
