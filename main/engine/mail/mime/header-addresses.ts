import { type Address, addressParser } from 'postal-mime';
import type { Participant } from '../../../../shared/model/participant.ts';
import { decodeHeaderText, foldHeaderText } from './header-text.ts';

const plainAddress = /^([^"<>(),:;@\\]*)<([^\s<>(),:;"\\@]+@[^\s<>(),:;"\\@]+)>$/;
const bareAddress = /^[^\s<>(),:;"\\@]+@[^\s<>(),:;"\\@]+$/;

/** More than this in one header is a list gone wrong; a screen shows a few. */
const addressesKept = 1000;

/** The people in an address header, groups flattened. A name without an address is kept: staff may need it. */
export function readAddresses(fields: readonly string[] | undefined): Participant[] {
  if (fields === undefined) return [];
  const people: Participant[] = [];
  for (const field of fields) {
    const value = field.trim();
    if (value === '') continue;
    const simple = plainAddress.exec(value);
    if (bareAddress.test(value)) people.push({ name: '', address: value });
    else if (simple !== null) {
      people.push({
        name: foldHeaderText(decodeHeaderText((simple[1] ?? '').trim())),
        address: simple[2] ?? '',
      });
    } else flatten(addressParser(quoteEncodedWords(value)), people);
    if (people.length >= addressesKept) break;
  }
  return people.slice(0, addressesKept);
}

function flatten(addresses: readonly Address[], into: Participant[]): void {
  for (const one of addresses) {
    if (one.group !== undefined) flatten(one.group, into);
    else {
      const name = foldHeaderText(one.name);
      const address = foldHeaderText(one.address ?? '');
      if (name !== '' || address !== '') into.push({ name, address });
    }
  }
}

const encodedRun = /=\?[^?\s]+\?[bqBQ]\?[^?]*\?=(?:\s+=\?[^?\s]+\?[bqBQ]\?[^?]*\?=)*/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: ESC is what announces ISO-2022-JP.
const undecoded = /=\?|[\x80-\xff]|\x1b\$/;

/**
 * Decoded names may contain commas and brackets, which are syntax to the address parser: they are
 * put in quotes. ISO-2022-JP in the raw contains quotes and commas as bytes, so it is decoded first.
 */
function quoteEncodedWords(value: string): string {
  if (!undecoded.test(value)) return value;
  const text = value.includes('=?') ? value : decodeHeaderText(value);
  let quoted = false;
  let at = 0;
  let out = '';
  for (const match of text.matchAll(encodedRun)) {
    const before = text.slice(at, match.index);
    for (let index = 0; index < before.length; index++) {
      if (before[index] === '\\') index++;
      else if (before[index] === '"') quoted = !quoted;
    }
    const escaped = decodeHeaderText(match[0]).replace(/[\\"]/g, '\\$&');
    out += before + (quoted ? escaped : `"${escaped}"`);
    at = match.index + match[0].length;
  }
  return out + text.slice(at);
}
