import type { PostalAddress } from '../../../shared/model/member.ts';

/** Shorter ones stand in any address by chance. Characters. */
const tellingStreet = 4;

/** As `policy/postal-code.ts` writes them. */
const codeForms = /\d{3}-?\d{4}(?!\d)|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\d{5}(?:-\d{4})?(?!\d)/g;

/** What stands between full-width figures, by the keyboard in use. */
const wideHyphens = ['\uff0d', '\u2212', '\u30fc'];

/** What a record could hold of an address as a letter tells it, to be looked up whole. */
export function addressKeys(told: string): {
  readonly codes: readonly string[];
  readonly streets: readonly string[];
} {
  const plain = narrow(told);
  const codes = [...plain.matchAll(codeForms)].map(([code]) =>
    code.replace(/^(\d{3})(\d{4})$/, '$1-$2'),
  );
  // In every width: a record has its street as it was typed.
  const spellings = [told, plain, ...wideHyphens.map((hyphen) => widen(plain, hyphen))];
  return { codes, streets: [...new Set(spellings.flatMap(partsOf))] };
}

/** A letter tells a record's address when it has its street, and its town or its postal code. */
export function isTold(
  told: string,
  { postalCode, city, street }: Pick<PostalAddress, 'postalCode' | 'city' | 'street'>,
): boolean {
  const [whole, road, town] = [told, street, city].map(squeeze) as [string, string, string];
  if (road.length < tellingStreet || !/\d/.test(road) || !hasWhole(whole, road)) return false;
  return (town !== '' && whole.includes(town)) || addressKeys(told).codes.includes(postalCode);
}

/** From where a street may begin to where it may end: it has a number. */
function partsOf(address: string): readonly string[] {
  const begins = [...address.matchAll(/^|(?<=[\s,、市区町村郡県府都])(?=\S)/g)];
  return begins.flatMap(({ index }) =>
    Array.from({ length: address.length - index }, (_, length) =>
      address.slice(index, index + length + 1),
    ).filter(
      (part) => part.length >= tellingStreet && /[\d０-９]/.test(part) && !/[\s,]$/.test(part),
    ),
  );
}

/** 1-2-3 is not in 11-2-3, nor in 1-2-34. */
function hasWhole(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) {
    const isCut = (edge: string, beyond: string | undefined) =>
      /\d/.test(edge) && /\d/.test(beyond ?? '');
    const end = at + part.length;
    if (!isCut(part.charAt(0), text[at - 1]) && !isCut(part.at(-1) ?? '', text[end])) return true;
  }
  return false;
}

/** The same for 1丁目2番3号 and １－２－３, and for the same words with and without blanks. */
function squeeze(words: string): string {
  return narrow(words)
    .toLowerCase()
    .replace(/(\d)(?:丁目|番地の?|番|号|の)(?=\d)/g, '$1-')
    .replace(/(\d)(?:丁目|番地|番|号)/g, '$1')
    .replace(/[\s,、〒]+/g, '');
}

function widen(words: string, hyphen: string): string {
  return words
    .replace(/(?<=\d)-(?=\d)/g, hyphen)
    .replace(/\d/g, (figure) => String.fromCharCode(figure.charCodeAt(0) + 0xfee0));
}

function narrow(words: string): string {
  return words.normalize('NFKC').replace(/[\u2010-\u2015\u2212\u30fc](?=\d)/g, '-');
}
