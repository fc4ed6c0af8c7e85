import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

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
