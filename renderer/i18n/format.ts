import type { Locale } from '../../shared/model/preferences.ts';

const tags: Readonly<Record<Locale, string>> = { en: 'en-GB', ja: 'ja-JP' };

/** Intl formatters cost about 50 µs each to make, and a list makes hundreds: they are kept. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let format = dateFormats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(tags[locale], options);
    dateFormats.set(key, format);
  }
  return format;
}

/** `20,000` */
export function formatNumber(locale: Locale, value: number): string {
  return new Intl.NumberFormat(tags[locale]).format(value);
}

/** Bytes as people read them, in powers of ten: `512 B`, `48 kB`, `5.2 MB`. */
export function formatSize(locale: Locale, bytes: number): string {
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(tags[locale], { maximumFractionDigits: digits }).format(value);
  if (bytes < 1000) return `${number(bytes, 0)} B`;
  if (bytes < 999_500) return `${number(bytes / 1000, 0)} kB`;
  if (bytes < 999_500_000) return `${number(bytes / 1_000_000, 1)} MB`;
  return `${number(bytes / 1_000_000_000, 1)} GB`;
}

function isSameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString();
}

/** For a narrow column: the time today, the day this year, else with the year. `at` and `now` in ms. */
export function formatShortDate(locale: Locale, at: number, now: number): string {
  const date = new Date(at);
  const today = new Date(now);
  if (isSameDay(date, today)) return formatTime(locale, at);
  if (date.getFullYear() === today.getFullYear())
    return dateFormat(locale, { month: 'short', day: 'numeric' }).format(date);
  return dateFormat(locale, { year: 'numeric', month: 'short', day: 'numeric' }).format(date);
}

/** `14:05` */
export function formatTime(locale: Locale, at: number): string {
  return dateFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** The whole date and time, for a message's head and for tooltips. */
export function formatDateTime(locale: Locale, at: number): string {
  return dateFormat(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** For a button or a menu: `Fri 27 Nov, 09:00`. */
export function formatShortDateTime(locale: Locale, at: number): string {
  return dateFormat(locale, {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** Date and time in figures, for a table: `24/11/2026, 09:05`. */
export function formatStamp(locale: Locale, at: number): string {
  return dateFormat(locale, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** The day alone: `23 November 2026`. */
export function formatDay(locale: Locale, at: number): string {
  return dateFormat(locale, { year: 'numeric', month: 'long', day: 'numeric' }).format(at);
}

/** When a letter is to leave, in the time zone that it was chosen in: `Mon 30 November, 09:00`. */
export function formatMoment(locale: Locale, at: number, zone: string): string {
  return dateFormat(locale, {
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at);
}

/** A time zone by its place and its distance from UTC at a time: `Asia/Tokyo, UTC+9`. */
export function formatZone(at: number, zone: string): string {
  const parts = dateFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(at);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', 'UTC');
  return offset === undefined || offset === zone ? zone : `${zone.replaceAll('_', ' ')}, ${offset}`;
}

/** `Sent, Archive and INBOX` */
export function formatList(locale: Locale, words: readonly string[]): string {
  return new Intl.ListFormat(tags[locale], { type: 'conjunction' }).format(words);
}

const ages = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long something has waited, in its largest whole unit: `3 days`, `5 hr`. `ms` in milliseconds. */
export function formatAge(locale: Locale, ms: number): string {
  const [unit, length] = ages.find(([, of]) => ms >= of) ?? ages[2];
  const value = Math.max(0, Math.floor(ms / length));
  return new Intl.NumberFormat(tags[locale], { style: 'unit', unit, unitDisplay: 'long' }).format(
    value,
  );
}
