import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countryCodes } from '../../shared/model/country.ts';
import type { PostalAddress } from '../../shared/model/member.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { SelectInput } from '../ui/select-input.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './member-form.module.css';
import { useMemberWords } from './use-member-words.ts';

type AddressInputsProps = {
  readonly label: string;
  readonly address: PostalAddress;
  readonly fault: (part: keyof PostalAddress) => string | null;
  readonly onChange: (address: PostalAddress) => void;
};

type Part = Exclude<keyof PostalAddress, 'country'>;

/** The parts of an address in the order that they are written in there. */
const japanese: readonly Part[] = ['postalCode', 'region', 'city', 'street', 'building'];
const foreign: readonly Part[] = ['building', 'street', 'city', 'region', 'postalCode'];

export function AddressInputs({ label, address, fault, onChange }: AddressInputsProps) {
  const { t } = useTranslation('members');
  const words = useMemberWords();
  const locale = useLocale();
  // biome-ignore lint/correctness/useExhaustiveDependencies: 249 names, sorted once in a language
  const countries = useMemo(() => {
    const { compare } = new Intl.Collator(locale);
    const named = countryCodes.map((value) => ({ value, label: words.country(value) }));
    const rest = named.filter(({ value }) => value !== 'JP');
    // Most members live there.
    return [
      { value: 'JP' as const, label: words.country('JP') },
      ...rest.toSorted((one, other) => compare(one.label, other.label)),
    ];
  }, [locale]);
  const parts = address.country === 'JP' ? japanese : foreign;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would look like another field
    <div className={styles.pair} role="group" aria-label={label}>
      <SelectInput
        label={t('address.country')}
        value={address.country}
        options={countries}
        onChange={(country) => onChange({ ...address, country })}
      />
      {parts.map((part) => (
        <TextInput
          key={part}
          label={t(`address.${part}`)}
          value={address[part]}
          onChange={(value) => onChange({ ...address, [part]: value })}
          error={fault(part)}
          maxLength={part === 'postalCode' ? 20 : 100}
        />
      ))}
    </div>
  );
}
