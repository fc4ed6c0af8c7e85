import Encoding from 'encoding-japanese';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeText } from '../../../../main/engine/csv/decode-text.ts';

const text = '会員番号,氏名,メール\n1,髙橋 はなこ,hana@reader.example\n';
const to = (encoding: 'SJIS' | 'EUCJP' | 'JIS', of = text) =>
  Uint8Array.from(Encoding.convert(Encoding.stringToCode(of), { to: encoding, from: 'UNICODE' }));
const utf8 = new TextEncoder();
const bytes = (...all: number[]) => Uint8Array.from(all);
const refused = { ok: false, error: { code: 'import-encoding' } };

it('reads UTF-8, and leaves out the mark that may stand before it', () => {
  const read = { ok: true, value: { encoding: 'utf-8', text } };
  expect(decodeText(utf8.encode(text), null)).toEqual(read);
  expect(decodeText(utf8.encode(`\ufeff${text}`), null)).toEqual(read);
});

it('finds Shift_JIS out, with the characters that only Windows has', () => {
  const sample = '姓,ﾌﾘｶﾞﾅ\n山田,ﾔﾏﾀﾞ\n';
  const windows = bytes(...to('SJIS', sample), 0xfb, 0xfc, 0x87, 0x40, 0x8d, 0x82);
  expect(decodeText(windows, null)).toEqual({
    ok: true,
    value: { encoding: 'shift_jis', text: `${sample}髙①高` },
  });
});

it.each<[string, Uint8Array]>([
  ['EUC-JP', to('EUCJP', '会員番号,氏名\n1,山田花子\n')],
  ['ISO-2022-JP', to('JIS')],
  ['UTF-16', bytes(0xff, 0xfe, ...Buffer.from(text, 'utf16le'))],
  ['UTF-16 without a mark', Buffer.from('name,mail\n', 'utf16le')],
  ['Latin-1', Buffer.from('name,city\nBébert,Besançon\nJürgen,Köln\n', 'latin1')],
  ['Mac Roman', bytes(...utf8.encode('name\nB'), 0x8e, ...utf8.encode('la\nJ'), 0x9f, 0x72, 0x67)],
  ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)],
])('refuses %s instead of showing what it does not say', (_, file) => {
  expect(decodeText(file, null)).toEqual(refused);
});

it('takes the encoding that it is told, and no byte that is wrong in it', () => {
  const kana = bytes(0xb1, 0xb2, 0xb3);
  expect(decodeText(kana, null)).toEqual(refused);
  expect(decodeText(kana, 'shift_jis')).toMatchObject({ value: { text: 'ｱｲｳ' } });
  expect(decodeText(bytes(0x82), 'shift_jis')).toEqual(refused);
  expect(decodeText(to('SJIS'), 'utf-8')).toEqual(refused);
});

it('gives back whatever was written as UTF-8', () => {
  const unread = ['\0', '\u001b', '\ufeff'];
  const lines = fc
    .string({ unit: 'binary' })
    .filter((one) => unread.every((sign) => !one.includes(sign)));
  fc.assert(
    fc.property(lines, (one) => {
      expect(decodeText(utf8.encode(one), null)).toMatchObject({ value: { text: one } });
    }),
  );
});
