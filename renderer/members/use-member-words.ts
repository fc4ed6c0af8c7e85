import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addressLines } from '../../shared/address-lines.ts';
import type { CountryCode } from '../../shared/model/country.ts';
import { type Honorific, honorificWords } from '../../shared/model/honorific.ts';
import type {
  HiddenField,
  HiddenValues,
  MemberField,
  PostalAddress,
} from '../../shared/model/member.ts';
import type { SomeFields } from '../../shared/model/member-change.ts';
import { localeName } from '../i18n/locale-names.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useLocale } from '../i18n/use-locale.ts';

export type MemberWords = {
  readonly country: (code: CountryCode) => string;
  readonly honorific: (honorific: Honorific | null) => string;
  readonly address: (address: PostalAddress) => readonly string[];
  /** What a shown field says; '' for nothing. */
  readonly shown: (field: MemberField, some: SomeFields) => string;
  /** What a hidden field says, each of its values in lines. */
  readonly hidden: (field: HiddenField, values: HiddenValues) => readonly (readonly string[])[];
};

/** A member's fields as people read them. */
export function useMemberWords(): MemberWords {
  const { t } = useTranslation('members');
  const locale = useLocale();
  const format = useFormat();
  const country = useMemo(() => {
    const regions = new Intl.DisplayNames([locale], { type: 'region' });
    return (code: CountryCode) => regions.of(code) ?? code;
  }, [locale]);
  const honorific = (one: Honorific | null) => {
    if (one === null) return t('honorific.unchosen');
    return honorificWords(one) || t('honorific.none');
  };
  const address = (one: PostalAddress) => [...addressLines(one), country(one.country)];

  function shown(field: MemberField, some: SomeFields): string {
    const { status, nameOrder, language, tailoring, consent } = some;
    if (field === 'status') return status === undefined ? '' : t(`status.${status}`);
    if (field === 'nameOrder') return nameOrder === undefined ? '' : t(`nameOrder.${nameOrder}`);
    if (field === 'language') return language === undefined ? '' : localeName(language);
    if (field === 'tailoring') return tailoring === undefined ? '' : t(`tailoring.${tailoring}`);
    if (field === 'honorific') return honorific(some.honorific ?? null);
    if (field === 'consent') {
      if (consent === undefined || consent.version === '') return '';
      const date = format.day(Date.parse(`${consent.date}T00:00`));
      return t('consent.words', { version: consent.version, date, source: consent.source });
    }
    const value = some[field];
    return typeof value === 'string' ? value : '';
  }

  function hidden(field: HiddenField, values: HiddenValues) {
    if (field === 'addresses') return (values.addresses ?? []).map(address);
    if (field === 'custom') return (values.custom ?? []).map(({ label, text }) => [label, text]);
    return (values[field] ?? []).map((value) => [value]);
  }

  return { country, honorific, address, shown, hidden };
}
