import fc from 'fast-check';
import { expect, it } from 'vitest';
import { misfitsOf, toIso2022Jp } from '../../../../../main/engine/services/letter/iso-2022-jp.ts';

const decode = (bytes: Buffer) => new TextDecoder('iso-2022-jp').decode(bytes);

it('names what only some vendors had, or what came later, each sign once', () => {
  expect(misfitsOf('①番の㈱髙島屋①、ｶﾅ、😀、é、한')).toEqual([
    '①',
    '㈱',
    '髙',
    'ｶ',
    'ﾅ',
    '😀',
    'é',
    '한',
  ]);
});

it('has a place for what letters are written with', () => {
  const letter = 'ASCII ~ ひらがな カタカナ 漢字 々〆ー「」、。・…※△→ ＡＢＣ Ωя';
  expect(misfitsOf(letter)).toEqual([]);
  expect(decode(toIso2022Jp(letter))).toBe(letter);
});

it('uses seven bits, and ends each line in ASCII', () => {
  const bytes = toIso2022Jp('港の記事\nEnd\n終わり');
  expect(bytes.every((byte) => byte < 0x80)).toBe(true);
  for (const line of bytes.toString('latin1').split('\n')) {
    expect(line.lastIndexOf('\u001b(B')).toBe(line.lastIndexOf('\u001b'));
  }
});

it('is read back as it was written, whatever fits', () => {
  const sign = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.integer({ min: 0x3000, max: 0x9fff }).map((code) => String.fromCharCode(code)),
  );
  fc.assert(
    fc.property(fc.array(sign), (signs) => {
      const text = signs.filter((one) => misfitsOf(one).length === 0).join('');
      expect(decode(toIso2022Jp(text))).toBe(text);
    }),
  );
});
