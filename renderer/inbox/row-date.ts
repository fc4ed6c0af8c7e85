import type { Locale } from '../../shared/model/preferences.ts';
import { formatShortDate } from '../i18n/format.ts';

const tags: Readonly<Record<Locale, string>> = { en: 'en-GB', ja: 'ja-JP' };
const weekdays = new Map<Locale, Intl.DateTimeFormat>();

/** How many days back a weekday is still clear: last Monday is not. */
const weekdayReach = 6;

/** The narrow date of a row: `14:05` today, `Mon` within the week, then `12 Nov`. Times in ms. */
export function rowDate(locale: Locale, at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days < 1 || days > weekdayReach) return formatShortDate(locale, at, now);
  let format = weekdays.get(locale);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(tags[locale], { weekday: 'short' });
    weekdays.set(locale, format);
  }
  return locale === 'ja' ? `${format.format(at)}曜日` : format.format(at);
}

/** Calendar days, not spans of 24 hours; rounding takes out the hour of a clock change. */
function daysBetween(at: number, now: number): number {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  return Math.round((midnight(now) - midnight(at)) / 86_400_000);
}
