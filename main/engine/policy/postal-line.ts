import { foldText } from '../../../shared/fold-text.ts';
import { type CountryCode, countryCodes } from '../../../shared/model/country.ts';
import { blankAddress, type PostalAddress } from '../../../shared/model/member.ts';
import { readPostalCode } from './postal-code.ts';

/** Towns with a sign in their name by which others end. */
const named =
  '(?:四日市|八日市場|廿日市|野々市|余市|東村山|武蔵村山|羽村|十日町|大町|大和郡山|蒲郡|小郡|郡上|田村|大村|村上)市';
const region = /^(?:東京都|北海道|京都府|大阪府|[^\s\d都道府県]{1,3}県)/u;
const town = new RegExp(
  `^(?:${named}|[^\\s\\d郡市]{1,6}郡[^\\s\\d]{1,6}?[町村]|[^\\s\\d市]{1,6}市[^\\s\\d区]{1,4}区|[^\\s\\d]{1,7}?[市区町村])`,
  'u',
);
const code = /^〒?\s*(\d{3}[-‐−–ー]?\d{4})\s*/u;

/** A longer one is no address; characters. */
const longest = 500;

/** An address that was typed in one piece, taken apart; null where that would be a guess. */
export function readPostalLine(typed: string): PostalAddress | null {
  const line = typed.trim();
  if (line.length > longest) return null;
  return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(line)
    ? readJapanese(line)
    : readForeign(line);
}

function readJapanese(line: string): PostalAddress | null {
  const words = line
    .replace(/[\n\u3000]+/g, ' ')
    .replace(/[０-９－]/g, (one) => one.normalize('NFKC'));
  const postal = code.exec(words);
  const behindCode = words.slice(postal?.[0].length ?? 0);
  const inRegion = region.exec(behindCode)?.[0] ?? '';
  const behindRegion = behindCode.slice(inRegion.length).trimStart();
  const city = town.exec(behindRegion)?.[0] ?? '';
  if (city === '') return null;
  const behindCity = behindRegion.slice(city.length).trim();
  const [street = '', ...building] = behindCity.split(/\s+/);
  const postalCode = postal?.[1]?.normalize('NFKC').replace(/^(\d{3})[^\d]?/, '$1-') ?? '';
  const parts = { region: inRegion, city, street, building: building.join(' ') };
  return { ...blankAddress, postalCode, ...parts };
}

/** `8 rue du Quai, 75011 Paris, France`: only with a country that says how its codes look. */
function readForeign(line: string): PostalAddress | null {
  const parts = line.split(/\s*[,\n]\s*/).filter((part) => part !== '');
  const country = readCountry(parts.at(-1) ?? '');
  const place = parts.at(-2);
  if (country === null || place === undefined) return null;
  const { postalCode, rest } = takeCode(place, country);
  const street = parts.slice(0, -2);
  // `Washington, DC 20001`: the state has the code, the town is before it.
  const isRegion = /^[A-Z]{2,3}$/.test(rest) && street.length > 1;
  const city = isRegion ? (street.pop() ?? '') : rest;
  if (city === '') return null;
  const ofRegion = isRegion ? rest : '';
  return { country, postalCode, region: ofRegion, city, street: street.join(', '), building: '' };
}

/** A code at either end of a part, of one word or of two. */
function takeCode(place: string, country: CountryCode): { postalCode: string; rest: string } {
  const words = place.split(/\s+/);
  const ends = [2, 1].flatMap((count) => [
    { code: words.slice(0, count), rest: words.slice(count) },
    { code: words.slice(-count), rest: words.slice(0, -count) },
  ]);
  for (const end of ends) {
    const postalCode = readPostalCode(end.code.join(' '), country);
    const isCode = postalCode !== null && /\d/.test(postalCode) && end.rest.length > 0;
    if (isCode) return { postalCode, rest: end.rest.join(' ') };
  }
  return { postalCode: '', rest: place };
}

const names: ReadonlyMap<string, CountryCode> = new Map([
  ...(['en', 'ja'] as const).flatMap((locale) => {
    const regions = new Intl.DisplayNames([locale], { type: 'region' });
    return countryCodes.map((one) => [foldText(regions.of(one) ?? one), one] as const);
  }),
  ...([
    ['usa', 'US'],
    ['uk', 'GB'],
    ['england', 'GB'],
    ['scotland', 'GB'],
    ['wales', 'GB'],
  ] as const),
]);

/** A country by its English or Japanese name; null when it is none. */
export function readCountry(name: string): CountryCode | null {
  return names.get(foldText(name.replaceAll('.', '').trim())) ?? null;
}
