import type { Locale } from '../../shared/model/preferences.ts';

/** Each language in its own words, whatever language is on screen: whoever needs it can read it. */
export const localeNames: readonly { readonly value: Locale; readonly label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'ja', label: '日本語' },
];

export function localeName(locale: Locale): string {
  return localeNames.find(({ value }) => value === locale)?.label ?? locale;
}
