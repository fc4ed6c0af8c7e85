import { failure, type Result, success } from '../../../shared/errors.ts';
import type { FileEncoding } from '../../../shared/model/member-import.ts';

export type DecodedText = { readonly encoding: FileEncoding; readonly text: string };

const wrong = failure('import-encoding');

/**
 * The text of a file in UTF-8, with a byte order mark or without, or in Shift_JIS as Windows writes it
 * (CP932). Strict: one wrong byte, and it is `import-encoding`. Null finds out which.
 */
export function decodeText(bytes: Uint8Array, asked: FileEncoding | null): Result<DecodedText> {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // A text has no NUL; ESC switches the alphabets of ISO-2022-JP, which are ASCII to a reader of UTF-8.
  if (isUtf16 || bytes.includes(0) || bytes.includes(0x1b)) return wrong;
  if (asked !== 'shift_jis') {
    const text = decodeStrictly(bytes, 'utf-8');
    if (text !== null) return success({ encoding: 'utf-8', text });
    if (asked === 'utf-8') return wrong;
  }
  if (asked === null && !looksLikeShiftJis(bytes)) return wrong;
  const text = decodeStrictly(bytes, 'shift_jis');
  return text === null ? wrong : success({ encoding: 'shift_jis', text });
}

function decodeStrictly(bytes: Uint8Array, encoding: FileEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/**
 * Almost any bytes are some Shift_JIS: EUC-JP becomes half-width kana, an `é` of Latin-1 or of an old
 * Macintosh swallows the letter after it and becomes one kanji. So there must be what Japanese text has
 * and those do not: lead bytes below 0xA0, which kana and all usual kanji have, and mostly in runs.
 */
function looksLikeShiftJis(bytes: Uint8Array): boolean {
  let usual = 0;
  let inRuns = 0;
  let all = 0;
  let run = 0;
  const endRun = () => {
    if (run > 1) inRuns += run;
    all += run;
    run = 0;
  };
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      endRun();
      continue;
    }
    run += 1;
    if (byte >= 0xa1 && byte <= 0xdf) continue;
    if (byte < 0xa0) usual += 1;
    at += 1;
  }
  endRun();
  return usual * 5 >= all && inRuns * 2 >= all;
}
