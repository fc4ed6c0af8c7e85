import { expect, it } from 'vitest';
import { guessColumns } from '../../../../../main/engine/policy/member-import/guess-columns.ts';

it('knows columns by their names in English', () => {
  expect(
    guessColumns([
      'Member No.',
      'Last Name',
      'first_name',
      'E-mail',
      'Email 2',
      'ZIP',
      'Shoe size',
    ]),
  ).toEqual(['key', 'familyName', 'givenName', 'email', 'email', 'postalCode', 'ignore']);
});

it('knows columns by their names in Japanese, in any width', () => {
  expect(
    guessColumns([
      '会員番号',
      '姓',
      '名',
      '姓（カナ）',
      'ﾒｲ',
      'メールアドレス',
      '電話番号',
      '住所１',
    ]),
  ).toEqual([
    ...['key', 'familyName', 'givenName', 'familyKana', 'givenKana'],
    ...['email', 'phone', 'street'],
  ]);
});

it('leaves the second column of a name for a person to decide about', () => {
  expect(guessColumns(['Title', 'City', 'City', 'Tel', 'Tel'])).toEqual([
    ...['honorific', 'city', 'ignore', 'phone', 'phone'],
  ]);
});

it('knows whole names in one column, unless their parts have columns already', () => {
  expect(guessColumns(['氏名', 'フリガナ', 'メール'])).toEqual([
    ...['nameFamilyFirst', 'fullKana', 'email'],
  ]);
  expect(guessColumns(['Full name', 'Email'])).toEqual(['nameGivenFirst', 'email']);
  expect(guessColumns(['姓', '名', '氏名'])).toEqual(['familyName', 'givenName', 'ignore']);
});
