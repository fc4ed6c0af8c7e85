import { type CountryCode, countryCodes } from '../../../../shared/model/country.ts';
import { Honorific, honorificWords } from '../../../../shared/model/honorific.ts';
import { MemberStatus, NameOrder, Tailoring } from '../../../../shared/model/member.ts';
import { Locale } from '../../../../shared/model/preferences.ts';

type Words<T extends string> = Readonly<Partial<Record<T, readonly string[]>>>;

/** A reader of one of several values: by its code, or by a word for it. Null for anything else. */
function choice<T extends string>(options: readonly T[], words: Words<T>) {
  const known = new Map<string, T>();
  for (const option of options)
    for (const word of [option, ...(words[option] ?? [])]) known.set(plain(word), option);
  return (text: string): T | null => known.get(plain(text)) ?? null;
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replace(/\.$/, '');
}

export const readStatus = choice(MemberStatus.options, {
  new: ['新規'],
  'needs-info': ['needs info', '確認待ち'],
  approved: ['承認済み', '承認'],
  rejected: ['却下'],
  expired: ['期限切れ'],
  lapsed: ['退会'],
});

export const readNameOrder = choice(NameOrder.options, {
  'family-first': ['family name first', '姓・名の順', '姓名'],
  'given-first': ['given name first', '名・姓の順', '名姓'],
});

export const readTailoring = choice(Tailoring.options, {
  yes: ['y', 'true', '1', 'はい', '希望する', '有'],
  no: ['n', 'false', '0', 'いいえ', '希望しない', '無'],
  unknown: ['not known', '不明'],
});

export const readLanguage = choice(Locale.options, {
  en: ['english', '英語'],
  ja: ['japanese', '日本語', 'jp'],
});

const honorificOf = choice(
  Honorific.options,
  Object.fromEntries(Honorific.options.map((one) => [one, [honorificWords(one)]])),
);

export function readHonorific(text: string): Honorific | null {
  return text === '' ? null : honorificOf(text);
}

let countries: ((text: string) => CountryCode | null) | null = null;

/** By code, or by name in English or Japanese. */
export function readCountry(text: string): CountryCode | null {
  // The names of 250 countries in two languages: when the first one is read.
  countries ??= choice<CountryCode>(
    countryCodes,
    Object.fromEntries(
      countryCodes.map((code) => [code, ['en', 'ja'].map((locale) => nameOf(code, locale))]),
    ),
  );
  return countries(text);
}

function nameOf(code: CountryCode, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code;
}

/** `2026/1/5` and `2026年1月5日` as the day that records have; anything else as it is. */
export function readDay(text: string): string {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC'));
  if (found === null) return text;
  const [, year, month = '', day = ''] = found;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
