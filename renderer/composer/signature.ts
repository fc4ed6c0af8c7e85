import type { Locale } from '../../shared/model/preferences.ts';

/** RFC 3676 4.3: "-- " alone on a line starts the signature. */
const separator = '-- ';

export type Signatures = Readonly<Record<Locale, string>>;

/** As it stands in a letter; '' for none. */
export function signatureLines(signature: string): string {
  return signature.trim() === '' ? '' : `${separator}\n${signature.trim()}`;
}

/** The signature that stands in a text, also one that staff changed; '' for none. */
export function findSignature(text: string, quote: string, signatures: Signatures): string {
  const known = Object.values(signatures)
    .map(signatureLines)
    .filter((lines) => lines !== '');
  // The longer one first: it may begin as the other does.
  const whole = known
    .toSorted((one, other) => other.length - one.length)
    .find((lines) => `${text}\n`.includes(`${lines}\n`));
  if (whole !== undefined) return whole;
  const quoteAt = quote.trim() === '' ? -1 : text.lastIndexOf(quote.trim());
  const above = quoteAt === -1 ? text : text.slice(0, quoteAt);
  const start = above.startsWith(`${separator}\n`) ? 0 : above.lastIndexOf(`\n${separator}\n`) + 1;
  if (!above.startsWith(`${separator}\n`, start)) return '';
  if (quoteAt !== -1) return above.slice(start).trimEnd();
  // Nobody knows where a quote that was changed begins: a blank line ends the signature.
  const end = above.indexOf('\n\n', start);
  return above.slice(start, end === -1 ? undefined : end).trimEnd();
}
