import { isAscii, isUtf8 } from 'node:buffer';

/**
 * Labels that mail uses and the WHATWG Encoding Standard does not know. Japanese mail declares
 * Shift_JIS for what is CP932 and ISO-2022-JP for CP50221; the standard's decoders read both.
 */
const aliases: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  'windows-31j': 'shift_jis',
  mskanji: 'shift_jis',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  'cp-850': 'windows-1252',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  ks_c_5601: 'euc-kr',
  'utf-7': 'utf-8',
  '8859_1': 'windows-1252',
  iso8859: 'windows-1252',
};

const decoders = new Map<string, TextDecoder | null>();

/** A decoder for a charset label, or null when nobody knows it. */
function findDecoder(label: string): TextDecoder | null {
  const name = label.trim().toLowerCase();
  const known = decoders.get(name);
  if (known !== undefined) return known;
  let decoder: TextDecoder | null = null;
  try {
    decoder = new TextDecoder(aliases[name] ?? name.replace(/^x-|^cs/, ''));
  } catch (error) {
    // Not in the standard: the caller guesses from the bytes instead.
    if (!(error instanceof RangeError)) throw error;
  }
  // The labels come from strangers: a spammer must not grow this without end.
  if (decoders.size < 200) decoders.set(name, decoder);
  return decoder;
}

export type DecodedText = { readonly text: string; readonly charsetKnown: boolean };

/** Bytes as text. A charset that is absent, unknown or plainly wrong is guessed from the bytes. */
export function decodeCharset(bytes: Uint8Array, charset: string | null): DecodedText {
  const buffer = asBuffer(bytes);
  if (isAscii(bytes)) return decodeSevenBit(buffer, charset);
  const label = charset?.trim().toLowerCase() ?? '';
  // ASCII with 8-bit bytes says nothing, and neither does ISO-2022-JP: both are 7 bits wide.
  if (label === '' || label.endsWith('ascii') || label.startsWith('iso-2022-jp')) {
    return { text: guessText(buffer), charsetKnown: true };
  }
  if (label === 'utf-8' || label === 'utf8') {
    if (isUtf8(bytes)) return { text: buffer.toString('utf8'), charsetKnown: true };
    return { text: guessText(buffer), charsetKnown: true };
  }
  const decoder = findDecoder(label);
  if (decoder === null) return { text: guessText(buffer), charsetKnown: false };
  const text = decoder.decode(bytes);
  // A wrong label: what is valid UTF-8 and invalid as declared is UTF-8.
  if (text.includes('\ufffd') && isUtf8(bytes)) {
    return { text: buffer.toString('utf8'), charsetKnown: true };
  }
  return { text, charsetKnown: true };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: ESC is what this is about.
const idleEscape = /\x1b(?:\([BIJ]|\$[@B])(?=\x1b[($])/g;

/**
 * An escape followed at once by another, as where two encoded-words or lines were joined, shows
 * nothing; the Encoding Standard makes it U+FFFD, so it is taken out.
 */
function decodeIso2022Jp(buffer: Buffer): string {
  const clean = buffer.toString('latin1').replace(idleEscape, '');
  return findDecoder('iso-2022-jp')?.decode(Buffer.from(clean, 'latin1')) ?? '';
}

/** RFC 1468: ISO-2022-JP is 7 bits wide, and much old mail carries it without saying so. */
function decodeSevenBit(buffer: Buffer, charset: string | null): DecodedText {
  if (buffer.includes('\x1b$')) {
    return { text: decodeIso2022Jp(buffer), charsetKnown: true };
  }
  const label = charset?.toLowerCase() ?? '';
  if (label.startsWith('utf-16') || label.startsWith('iso-2022') || label === 'hz-gb-2312') {
    const decoder = findDecoder(label);
    if (decoder !== null) return { text: decoder.decode(buffer), charsetKnown: true };
  }
  return { text: buffer.toString('latin1'), charsetKnown: true };
}

const kana = /[\u3040-\u30ff]/g;

/** Undeclared 8-bit text: UTF-8 when it is valid, a Japanese charset when that yields kana, else Latin. */
function guessText(buffer: Buffer): string {
  if (isUtf8(buffer)) return buffer.toString('utf8');
  let best = '';
  let bestKana = 0;
  for (const label of ['shift_jis', 'euc-jp'] as const) {
    const text = findDecoder(label)?.decode(buffer) ?? '';
    if (text.includes('\ufffd')) continue;
    const count = text.match(kana)?.length ?? 0;
    if (count > bestKana) {
      best = text;
      bestKana = count;
    }
  }
  if (bestKana > 0) return best;
  return findDecoder('windows-1252')?.decode(buffer) ?? buffer.toString('latin1');
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
