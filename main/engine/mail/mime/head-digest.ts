import { createHash } from 'node:crypto';

const carriageReturn = 13;
const lineFeed = 10;

/** A raw message's head, without the empty line behind it (RFC 5322 2.1). */
export function headOf(raw: Uint8Array): Uint8Array {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const crlf = bytes.indexOf('\r\n\r\n');
  const lf = bytes.indexOf('\n\n');
  const ends = [crlf, lf].filter((at) => at !== -1);
  let end = ends.length === 0 ? bytes.length : Math.min(...ends);
  while (end > 0 && (bytes[end - 1] === carriageReturn || bytes[end - 1] === lineFeed)) end -= 1;
  return bytes.subarray(0, end);
}

/** SHA-256 of a raw message's head, in hexadecimal: the same whether the rest of it is there or not. */
export function headDigest(raw: Uint8Array): string {
  return createHash('sha256').update(headOf(raw)).digest('hex');
}

/** What stands for the SHA-256 of a message of which only a part is known. `size` is the whole's. */
export function partHash({
  headDigest,
  size,
}: {
  readonly headDigest: string;
  readonly size: number;
}): string {
  return createHash('sha256').update(`${headDigest}:${size}`).digest('hex');
}
