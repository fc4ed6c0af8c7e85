/** RFC 2045 6: undoes a Content-Transfer-Encoding. Unknown encodings are taken as they are. */
export function decodeTransfer(raw: Buffer, encoding: string): Buffer {
  switch (encoding) {
    case 'base64':
      // Node skips line ends and strangers' garbage, and stops at the padding.
      return Buffer.from(raw.toString('latin1'), 'base64');
    case 'quoted-printable':
      return decodeQuotedPrintable(raw);
    case 'x-uuencode':
    case 'x-uue':
    case 'uuencode':
      return decodeUuencoded(raw);
    default:
      return raw;
  }
}

const equals = 0x3d;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** RFC 2045 6.7. A `=` that introduces nothing sensible stays as it is. */
export function decodeQuotedPrintable(raw: Buffer): Buffer {
  let from = raw.indexOf(equals);
  if (from === -1) return raw;
  const out = Buffer.allocUnsafe(raw.length);
  let length = raw.copy(out, 0, 0, from);
  while (from < raw.length) {
    const byte = raw[from] ?? 0;
    if (byte !== equals) {
      out[length++] = byte;
      from++;
      continue;
    }
    const value = hexPair(raw[from + 1], raw[from + 2]);
    if (value !== -1) {
      out[length++] = value;
      from += 3;
      continue;
    }
    const next = skipSoftBreak(raw, from + 1);
    if (next === -1) out[length++] = equals;
    from = next === -1 ? from + 1 : next;
  }
  return out.subarray(0, length);
}

/** The index after a soft line break, which may have blanks before its line end; -1 when it is none. */
function skipSoftBreak(raw: Buffer, from: number): number {
  let at = from;
  while (raw[at] === 0x20 || raw[at] === 0x09) at++;
  if (at >= raw.length) return at;
  if (raw[at] === lineFeed) return at + 1;
  if (raw[at] === carriageReturn) return raw[at + 1] === lineFeed ? at + 2 : at + 1;
  return -1;
}

function hexPair(high: number | undefined, low: number | undefined): number {
  const first = hexDigit(high);
  const second = hexDigit(low);
  return first === -1 || second === -1 ? -1 : first * 16 + second;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const upper = byte & 0xdf;
  return upper >= 0x41 && upper <= 0x46 ? upper - 0x37 : -1;
}

function decodeUuencoded(raw: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let inside = false;
  for (const line of raw.toString('latin1').split(/\r?\n/)) {
    if (!inside) inside = /^begin [0-7]{3,4} /.test(line);
    else if (line === 'end') break;
    else pieces.push(decodeUuLine(line));
  }
  return inside ? Buffer.concat(pieces) : raw;
}

function decodeUuLine(line: string): Buffer {
  const length = (line.charCodeAt(0) - 32) & 63;
  const out = Buffer.alloc(length);
  for (let index = 0; index < length; index++) {
    const at = 1 + Math.floor(index / 3) * 4 + (index % 3);
    const first = (line.charCodeAt(at) - 32) & 63;
    const second = (line.charCodeAt(at + 1) - 32) & 63;
    const shift = (index % 3) * 2;
    out[index] = ((first << (2 + shift)) | (second >> (4 - shift))) & 255;
  }
  return out;
}
