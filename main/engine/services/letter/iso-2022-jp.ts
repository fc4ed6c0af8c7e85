import Encoding from 'encoding-japanese';

/** JIS X 0208's rows. What lies between and behind is some vendor's own: others show another sign, or none. */
function isStandardRow(row: number): boolean {
  return (row >= 1 && row <= 8) || (row >= 16 && row <= 84);
}

const fitting = new Map<string, boolean>();

/** Whether a sign that is not ASCII stands in ISO-2022-JP (RFC 1468): in JIS X 0208. */
function fits(sign: string): boolean {
  const known = fitting.get(sign);
  if (known !== undefined) return known;
  const isFitting = sign.length === 1 && sign >= '\u0080' && isInJis(sign);
  fitting.set(sign, isFitting);
  return isFitting;
}

function isInJis(sign: string): boolean {
  const bytes = bytesOf(sign);
  // ESC $ B, two bytes, ESC ( B: half-width kana and what is not in the set come out otherwise.
  const isDouble = bytes.length === 8 && bytes[1] === 0x24 && bytes[2] === 0x42;
  return isDouble && isStandardRow((bytes[3] ?? 0) - 0x20);
}

/** The signs of a text that ISO-2022-JP has no place for, each once. */
export function misfitsOf(text: string): readonly string[] {
  const misfits = new Set<string>();
  // ASCII fits, and is most of a long text; but for the signs that switch between sets.
  for (const [sign] of text.matchAll(/[^\t\n\r\x20-\x7e]/gu)) if (!fits(sign)) misfits.add(sign);
  return [...misfits];
}

/** Of a text without misfits; each line ends in ASCII. */
export function toIso2022Jp(text: string): Buffer {
  return Buffer.concat(
    text.split(/(?<=\n)/).map((line) => Buffer.from(Uint8Array.from(bytesOf(line)))),
  );
}

function bytesOf(text: string): number[] {
  return Encoding.convert(Encoding.stringToCode(text), { to: 'JIS', from: 'UNICODE' });
}
