import type { MimeDefect } from './parsed-message.ts';

const carriageReturn = 0x0d;
const lineFeed = 0x0a;

/** The raw bytes as the parser wants them: CR-only line ends, which RFC 5322 forbids, become LF. */
export function toMimeBytes(raw: Uint8Array, defects: Set<MimeDefect>): Buffer {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  if (bytes.length === 0) defects.add('empty');
  if (bytes.includes(lineFeed) || !bytes.includes(carriageReturn)) return bytes;
  defects.add('bare-cr');
  const copy = Buffer.from(bytes);
  for (
    let at = copy.indexOf(carriageReturn);
    at !== -1;
    at = copy.indexOf(carriageReturn, at + 1)
  ) {
    copy[at] = lineFeed;
  }
  return copy;
}
