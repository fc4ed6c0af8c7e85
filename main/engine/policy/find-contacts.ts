import { findPhoneNumbersInText } from 'libphonenumber-js/min';
import type { Contact } from '../../../shared/model/letter-check.ts';
import { postalAddresses } from './postal-addresses.ts';

/** `key` is the same for two spellings of one contact. */
export type FoundContact = Contact & { readonly key: string };

const email =
  /[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z][A-Za-z0-9-]{1,62}/g;

/** Longer lines hold no addresses that people wrote; what is longer is looked at in parts. Characters. */
const longestLine = 2000;

/**
 * The e-mail addresses, phone numbers (Japanese ones without a country's number too) and postal
 * addresses in a text, each once, as they stand there.
 */
export function findContacts(text: string): readonly FoundContact[] {
  const found = new Map<string, FoundContact>();
  // What is quoted again and again is looked at once.
  for (const line of new Set(text.split('\n').flatMap(inParts)))
    for (const contact of ofLine(line)) found.set(`${contact.kind} ${contact.text}`, contact);
  return [...found.values()];
}

function ofLine(line: string): readonly FoundContact[] {
  const plain = narrow(line);
  const asItStands = (start: number, end: number) => line.slice(start, end);
  const emails = !plain.includes('@')
    ? []
    : [...plain.matchAll(email)].map((match): FoundContact => {
        const written = match[0].replace(/^[.'*/=]+/, '');
        const start = match.index + match[0].length - written.length;
        return {
          kind: 'email',
          text: asItStands(start, start + written.length),
          key: written.toLowerCase(),
        };
      });
  const postal = postalAddresses(plain).map(
    ({ start, end }): FoundContact => ({
      kind: 'postal',
      text: asItStands(start, end),
      key: plain.slice(start, end).replace(/[\s\p{P}〒]/gu, ''),
    }),
  );
  const isWithinOther = (start: number, end: number) =>
    postalAddresses(plain).some((other) => start >= other.start && end <= other.end);
  const hasNumber = (plain.match(/\d/g) ?? []).length >= 9;
  const phones = !hasNumber
    ? []
    : findPhoneNumbersInText(plain, 'JP')
        .filter(({ startsAt, endsAt }) => !isWithinOther(startsAt, endsAt))
        .map(
          ({ startsAt, endsAt, number }): FoundContact => ({
            kind: 'phone',
            text: asItStands(startsAt, endsAt),
            key: number.number,
          }),
        );
  return [...emails, ...phones, ...postal];
}

/** Full-width letters, figures and signs as their narrow ones: one for one, so that places stay the same. */
function narrow(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212\u30fc](?=\d)/g, '-')
    .replaceAll('\u3000', ' ');
}

function inParts(line: string): readonly string[] {
  if (line.length <= longestLine) return [line];
  const parts: string[] = [];
  // Each begins with the end of the one before: nothing is cut in two.
  for (let at = 0; at < line.length; at += longestLine - 200)
    parts.push(line.slice(at, at + longestLine));
  return parts;
}
