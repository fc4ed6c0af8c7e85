import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type MemberNumbers, waitingAges } from '../../../shared/model/member-numbers.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLocale } from '../../i18n/use-locale.ts';
import { CountTable } from './count-table.tsx';
import styles from './numbers.module.css';

type FiguresProps = { readonly numbers: MemberNumbers };

type AgeKey = (typeof waitingAges)[number];

const isAge = (key: string): key is AgeKey => waitingAges.some((age) => age === key);

/** On screen and on paper alike: a table for each question, with a bar for the eye beside each count. */
export function Figures({ numbers }: FiguresProps) {
  const { t } = useTranslation('numbers');
  const format = useFormat();
  const locale = useLocale();
  const countries = useMemo(() => new Intl.DisplayNames([locale], { type: 'region' }), [locale]);
  const { decisions, weeks, open, prefectures, countries: byCountry } = numbers;
  const days = (hours: number) => t('days', { days: format.number(Math.round(hours / 2.4) / 10) });
  return (
    <>
      <section className={styles.figure} aria-label={t('decisions.title')}>
        <h2 className={styles.subtitle}>{t('decisions.title')}</h2>
        {decisions === null ? (
          <p className={styles.quiet}>{t('decisions.few')}</p>
        ) : (
          <dl className={styles.facts}>
            <div>
              <dt>{t('decisions.median')}</dt>
              <dd>{days(decisions.median)}</dd>
            </div>
            <div>
              <dt>{t('decisions.p90')}</dt>
              <dd>{days(decisions.p90)}</dd>
            </div>
            <div>
              <dt>{t('decisions.count')}</dt>
              <dd>{format.number(decisions.count)}</dd>
            </div>
          </dl>
        )}
      </section>
      <CountTable
        title={t('open.title')}
        column={t('open.column')}
        counts={open}
        name={(key) => (isAge(key) ? t(`age.${key}`) : key)}
      />
      <CountTable
        title={t('weeks.title')}
        column={t('weeks.column')}
        counts={weeks}
        name={(key) => (key === '' ? t('weeks.before') : format.day(Date.parse(`${key}T00:00`)))}
      />
      <CountTable
        title={t('prefectures.title')}
        column={t('prefectures.column')}
        counts={prefectures}
        name={(key) => key || t('others')}
        isBySize
      />
      <CountTable
        title={t('countries.title')}
        column={t('countries.column')}
        counts={byCountry}
        name={(key) => (key === '' ? t('others') : (countries.of(key) ?? key))}
        isBySize
      />
    </>
  );
}
