import { parseAddressHeader } from 'mailparser';
import type { Participant } from '../../../../shared/model/participant.ts';
import { guessText } from './guess-text.ts';
import { foldHeaderText } from './header-text.ts';

/** More than this in one header is a list gone wrong; a screen shows a few. */
const addressesKept = 1000;

/** The domain stays as it was sent: a reply goes there. */
const options = { flatten: true, decodePunycode: false } as const;

/** The people in an address header, groups flattened. A name without an address is kept: staff may need it. */
export function readAddresses(fields: readonly string[] | undefined): Participant[] {
  return (fields ?? [])
    .flatMap((field) => parseAddressHeader(guessText(Buffer.from(field, 'latin1')), options).value)
    .slice(0, addressesKept)
    .map((one) => ({ name: foldHeaderText(one.name), address: foldHeaderText(one.address ?? '') }))
    .filter(({ name, address }) => name !== '' || address !== '');
}
