import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostalAddress } from '../../shared/model/member.ts';
import { TextInput } from '../ui/text-input.tsx';
import { CountryInput } from './country-input.tsx';
import styles from './member-form.module.css';
import { PostalPlaces } from './postal-places.tsx';

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
  const parts = address.country === 'JP' ? japanese : foreign;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would look like another field
    <div className={styles.pair} role="group" aria-label={label}>
      <CountryInput
        value={address.country}
        onChange={(country) => onChange({ ...address, country })}
      />
      {parts.map((part) => (
        <Fragment key={part}>
          <TextInput
            label={t(`address.${part}`)}
            value={address[part]}
            onChange={(value) => onChange({ ...address, [part]: value })}
            error={fault(part)}
            maxLength={part === 'postalCode' ? 20 : 100}
          />
          {part === 'postalCode' && <PostalPlaces address={address} onChange={onChange} />}
        </Fragment>
      ))}
    </div>
  );
}
