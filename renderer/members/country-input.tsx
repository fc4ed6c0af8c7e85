import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type CountryCode, countryCodes } from '../../shared/model/country.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { SelectInput } from '../ui/select-input.tsx';
import { useLatest } from '../ui/use-latest.ts';
import { useMemberWords } from './use-member-words.ts';

type CountryInputProps = {
  readonly value: CountryCode;
  readonly onChange: (country: CountryCode) => void;
};

/** One of 249 countries and regions, by name. */
export function CountryInput({ value, onChange }: CountryInputProps) {
  return <CountryFace value={value} onChange={useLatest(onChange)} />;
}

/** Its list is long, and the form is drawn at each key: only another country draws it anew. */
const CountryFace = memo(function CountryFace({ value, onChange }: CountryInputProps) {
  const { t } = useTranslation('members');
  const words = useMemberWords();
  const locale = useLocale();
  const countries = useMemo(() => {
    const { compare } = new Intl.Collator(locale);
    const named = countryCodes.map((code) => ({ value: code, label: words.country(code) }));
    // Most members live there.
    const rank = (code: CountryCode) => (code === 'JP' ? 0 : 1);
    return named.toSorted(
      (one, other) => rank(one.value) - rank(other.value) || compare(one.label, other.label),
    );
  }, [locale, words.country]);
  return (
    <SelectInput
      label={t('address.country')}
      value={value}
      options={countries}
      onChange={onChange}
    />
  );
});
