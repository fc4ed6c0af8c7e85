import { useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgettableFields } from '../../../shared/model/retention.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useCall } from '../../use-call.ts';
import { firstOfMonth, monthsToApril } from './months-ahead.ts';
import styles from './retention.module.css';

/** How far ahead one can look, in months. */
const furthest = 60;

/** What will be left at the beginning of a month to come: next April, to begin with. */
export function RemainingPanel() {
  const { t } = useTranslation(['retention', 'members']);
  const format = useFormat();
  const errorWords = useErrorWords();
  const id = useId();
  const [now] = useState(() => Date.now());
  const [months, setMonths] = useState(() => monthsToApril(now));
  const at = useDeferredValue(firstOfMonth(now, months));
  const { value, error } = useCall('retention.remaining', { sectionId: 'members', at });
  const [shown, setShown] = useState(value);
  // What was there before stays until it is counted anew: nothing jumps under the slider.
  if (value !== null && value !== shown) setShown(value);
  const date = format.day(firstOfMonth(now, months));
  return (
    <section className={styles.remaining} aria-labelledby={id}>
      <h2 className={styles.subtitle} id={id}>
        {t('retention:remaining.title')}
      </h2>
      <p className={styles.quiet}>{t('retention:remaining.text')}</p>
      <div className={styles.sliderLine}>
        <input
          type="range"
          className={styles.slider}
          aria-label={t('retention:remaining.slider')}
          aria-valuetext={date}
          min={1}
          max={furthest}
          value={months}
          onChange={(event) => setMonths(Number(event.target.value))}
        />
        <output className={styles.date}>{date}</output>
      </div>
      {error !== null && <ErrorNotice error={errorWords(error)} />}
      {shown?.items.length === 0 && <p className={styles.quiet}>{t('retention:remaining.none')}</p>}
      {shown !== null && shown.items.length > 0 && (
        <table
          className={styles.table}
          aria-label={t('retention:remaining.table', { date })}
          aria-busy={value === null}
        >
          <thead>
            <tr>
              <th scope="col">{t('retention:remaining.status')}</th>
              <th scope="col">{t('retention:remaining.records')}</th>
              {forgettableFields.map((field) => (
                <th key={field} scope="col">
                  {t(`retention:part.${field}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.items.map(({ status, now: all, left, fields }) => (
              <tr key={status}>
                <th scope="row">{t(`members:status.${status}`)}</th>
                <Amount now={all} left={left} />
                {forgettableFields.map((field) => (
                  <Amount key={field} {...fields[field]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.note}>{t('retention:remaining.note')}</p>
    </section>
  );
}

function Amount({ now, left }: { readonly now: number; readonly left: number }) {
  const { t } = useTranslation('retention');
  const format = useFormat();
  if (now === left) return <td>{format.number(now)}</td>;
  return (
    <td className={styles.less}>
      {t('remaining.of', { left: format.number(left), now: format.number(now) })}
    </td>
  );
}
