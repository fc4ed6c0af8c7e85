import { expect, it } from 'vitest';
import { nameSound } from '../../../../../main/engine/policy/duplicates/name-sound.ts';
import { foldName } from '../../../../../main/engine/policy/fold-name.ts';

const sound = (written: string, furigana = '') => nameSound(foldName(written), foldName(furigana));

it.each([
  ['佐藤', 'ｻﾄｳ', 'Satoh'],
  ['大野', 'おおの', 'Ono'],
  ['裕子', 'ゆうこ', 'Yuko'],
  ['難波', 'なんば', 'Namba'],
  ['服部', 'はっとり', 'Hattori'],
  ['純一', 'ジュンイチ', 'Zyuniti'],
  ['慎二', 'しんじ', 'Shinji'],
  ['辻', 'つじ', 'Tuji'],
])('hears %s (%s) in %s', (kanji, furigana, latin) => {
  expect(sound(kanji, furigana)).toBe(sound(latin));
  expect(sound(furigana)).toBe(sound(latin));
});

it('knows no reading of kanji alone', () => {
  expect(sound('裕子')).toBe('');
});

it('keeps names apart that sound otherwise', () => {
  expect(sound('', 'たけし')).not.toBe(sound('', 'たかし'));
  expect(sound('', 'ひろし')).not.toBe(sound('', 'ひろこ'));
});
