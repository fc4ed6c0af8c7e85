import { isUtf8 } from 'node:buffer';

// biome-ignore lint/suspicious/noControlCharactersInRegex: ESC is what announces ISO-2022-JP.
const japaneseRun = /\x1b\$[@B][\x00-\x7f]*?(?:\x1b\([BJ]|$)/g;
const kana = /[\u3040-\u30ff]/g;

const decode = (label: string, bytes: Buffer): string => new TextDecoder(label).decode(bytes);

/**
 * Text whose charset nobody declared: UTF-8 when it is valid, a Japanese charset when that yields
 * kana, else Latin.
 */
export function guessText(bytes: Buffer): string {
  if (isUtf8(bytes)) return decodeEscapes(bytes.toString('utf8'));
  let best = '';
  let bestKana = 0;
  for (const label of ['shift_jis', 'euc-jp']) {
    const text = decode(label, bytes);
    if (text.includes('\ufffd')) continue;
    const count = text.match(kana)?.length ?? 0;
    if (count > bestKana) {
      best = text;
      bestKana = count;
    }
  }
  return bestKana > 0 ? best : decode('windows-1252', bytes);
}

/** RFC 1468: ISO-2022-JP is 7 bits wide, and much old mail carries it without saying so. */
export function decodeEscapes(text: string): string {
  if (!text.includes('\x1b$')) return text;
  return text.replace(japaneseRun, (run) => decode('iso-2022-jp', Buffer.from(run, 'latin1')));
}
