import { expect, it } from 'vitest';
import { foldName, nameForms } from '../../../../main/engine/policy/fold-name.ts';
import { memberText } from '../../../../main/engine/policy/member-words.ts';

it.each([
  ['髙橋', '高橋'],
  ['山﨑', '山崎'],
  ['澤田', '沢田'],
  ['渡邊', '渡辺'],
  ['渡邉', '渡辺'],
  ['齋藤', '斎藤'],
  ['斉藤', '齊藤'],
  ['廣瀨', '広瀬'],
  ['濵田', '浜田'],
  ['𠮷田', '吉田'],
  ['神田', '神田'],
  ['國分 眞理子', '国分 真理子'],
  ['竜ヶ崎', '龍ケ崎'],
  ['葛\u{e0100}西', '葛西'],
  ['ﾀｶﾊｼ', 'たかはし'],
])('takes %s and %s for one name', (one, other) => {
  expect(foldName(one)).toBe(foldName(other));
});

it.each([
  ['渡辺', '渡部'],
  ['太田', '大田'],
  ['坂本', '阪本'],
  ['高橋', '高槁'],
])('keeps %s and %s apart', (one, other) => {
  expect(foldName(one)).not.toBe(foldName(other));
});

it('has one form for each kind, which stands for itself', () => {
  for (const form of nameForms.values()) expect(nameForms.get(form)).toBeUndefined();
});

it('folds the words that a member is found by', () => {
  const names = { familyName: '髙澤', givenName: '', familyKana: '', givenKana: '' };
  expect(memberText(names)).toContain('高沢');
});
