import { useMemo } from 'react';
import {
  formatAge,
  formatDateTime,
  formatDay,
  formatList,
  formatMoment,
  formatNumber,
  formatShortDate,
  formatShortDateTime,
  formatSize,
  formatStamp,
  formatTime,
  formatZone,
} from './format.ts';
import { useLocale } from './use-locale.ts';

/** Numbers, sizes and dates in the language on screen. */
export function useFormat() {
  const locale = useLocale();
  return useMemo(
    () => ({
      number: (value: number) => formatNumber(locale, value),
      size: (bytes: number) => formatSize(locale, bytes),
      age: (ms: number) => formatAge(locale, ms),
      time: (at: number) => formatTime(locale, at),
      shortDate: (at: number) => formatShortDate(locale, at, Date.now()),
      shortDateTime: (at: number) => formatShortDateTime(locale, at),
      stamp: (at: number) => formatStamp(locale, at),
      day: (at: number) => formatDay(locale, at),
      moment: (at: number, zone: string) => formatMoment(locale, at, zone),
      zone: formatZone,
      list: (words: readonly string[]) => formatList(locale, words),
      dateTime: (at: number) => formatDateTime(locale, at),
    }),
    [locale],
  );
}
