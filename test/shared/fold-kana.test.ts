import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldKana } from '../../shared/fold-kana.ts';

it.each([
  ['サトウ', 'さとう'],
  ['ｻﾄｳ', 'さとう'],
  ['ﾊﾞｽ', 'ばす'],
  ['ヴァイオリン', 'ゔぁいおりん'],
  ['コーヒー', 'こーひー'],
  ['サヽキ', 'さゝき'],
  ['ヷ', 'わ\u3099'],
  ['ＳＡＴＯ', 'sato'],
  ['Müller', 'muller'],
])('folds %s to %s', (text, folded) => {
  expect(foldKana(text)).toBe(folded);
});

const kana = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0x3041, max: 0x3096 }).map((code) => String.fromCharCode(code)),
    fc.constantFrom('ー', '・', ' ', 'a', '森'),
  ),
});

it('makes katakana and hiragana one, whatever they spell', () => {
  const toKatakana = (text: string) =>
    text.replace(/[\u3041-\u3096]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0x60));
  fc.assert(
    fc.property(kana, (text) => {
      expect(foldKana(toKatakana(text))).toBe(foldKana(text));
    }),
  );
});

it('changes nothing that is folded', () => {
  fc.assert(
    fc.property(fc.oneof(kana, fc.string({ unit: 'binary' })), (text) => {
      expect(foldKana(foldKana(text))).toBe(foldKana(text));
    }),
  );
});
