import {
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

/** Numbers without a `+` are read as numbers here: the agency's own country. */
const home = 'JP';

/** A number as typed, in any width and with any signs between, in E.164; null when it is none. */
export function readTelephone(typed: string): string | null {
  // The whole of it: words beside a number would be lost unsaid.
  const options = { defaultCountry: home, extract: false } as const;
  const number = parsePhoneNumberFromString(typed.normalize('NFKC').trim(), options);
  // An extension has no place in E.164: it would be lost unsaid.
  if (number === undefined || !number.isValid() || number.ext !== undefined) return null;
  return number.number;
}

/** A number in E.164 as people here write it: `090-1234-5678`, `+44 20 7946 0958`. */
export function showTelephone(number: string): string {
  const parsed = parsePhoneNumberFromString(number);
  if (parsed === undefined) return number;
  return parsed.country === home ? parsed.formatNational() : parsed.formatInternational();
}

const countries = new Map<string, string[]>();
for (const country of getCountries()) {
  const code: string = getCountryCallingCode(country);
  countries.set(code, [...(countries.get(code) ?? []), country]);
}

/** The countries that a number in E.164 can be of: several share +1, +7 and +44. None for no number. */
export function countriesOfTelephone(number: string): readonly string[] {
  // ITU-T E.164 6.2.1: one to three digits, and no code begins another.
  for (const length of [2, 3, 4]) {
    const found = countries.get(number.slice(1, length));
    if (number.startsWith('+') && found !== undefined) return found;
  }
  return [];
}
