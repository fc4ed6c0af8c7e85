import { useTranslation } from 'react-i18next';
import type { PostalAddress, PostalPlace } from '../../shared/model/member.ts';
import { Button } from '../ui/button.tsx';
import { useCall } from '../use-call.ts';
import styles from './member-form.module.css';

type PostalPlacesProps = {
  readonly address: PostalAddress;
  readonly onChange: (address: PostalAddress) => void;
};

/** Where a Japanese postal code is, to be put into the address by one press; nothing once it is there. */
export function PostalPlaces({ address, onChange }: PostalPlacesProps) {
  const { t } = useTranslation('members');
  const { country, postalCode, region, city, street } = address;
  const isWhole = country === 'JP' && /^\D*\d{3}\D?\d{4}\s*$/u.test(postalCode.normalize('NFKC'));
  const { value } = useCall(
    'member.places',
    isWhole ? { sectionId: 'members', postalCode } : undefined,
  );
  const places = value === null ? [] : byTown(value);
  const isThere = places.some((place) => region + city === place.region + place.city);
  return (
    <div className={styles.places} role="status">
      {value?.length === 0 && <p className={styles.note}>{t('address.unknownCode')}</p>}
      {!isThere &&
        places.map((place) => (
          <Button
            key={place.region + place.city}
            size="sm"
            onPress={() => onChange({ ...address, ...place, street: street || place.street })}
          >
            {t('address.fillIn', { place: place.region + place.city + place.street })}
          </Button>
        ))}
    </div>
  );
}

/** One of each town; where the code is of several parts of it, the part is left for whoever types. */
function byTown(places: readonly PostalPlace[]): readonly PostalPlace[] {
  const towns = new Map<string, PostalPlace>();
  for (const place of places) {
    const name = place.region + place.city;
    towns.set(name, towns.has(name) ? { ...place, street: '' } : place);
  }
  return [...towns.values()];
}
