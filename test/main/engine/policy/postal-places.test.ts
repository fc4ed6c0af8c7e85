import { expect, it } from 'vitest';
import {
  checkPostalPlace,
  findPlaces,
  placesOfPostalCode,
} from '../../../../main/engine/policy/postal-places.ts';
import { blankAddress } from '../../../../shared/model/member.ts';

const check = (postalCode: string, region: string, city: string, street = '') =>
  checkPostalPlace({ ...blankAddress, postalCode, region, city, street });

it('knows where a postal code is, and that a few are of two prefectures', () => {
  const chiyoda = { region: '東京都', city: '千代田区', street: '千代田' };
  expect(placesOfPostalCode('100-0001')).toEqual([chiyoda]);
  expect(placesOfPostalCode('498-0000').map(({ region }) => region)).toEqual(['愛知県', '三重県']);
  expect(placesOfPostalCode('999-9999')).toEqual([]);
  expect(findPlaces('〒１００ー０００１')).toEqual([chiyoda]);
  expect(findPlaces('100')).toEqual([]);
});

it.each<Parameters<typeof check>>([
  ['100-0001', '東京都', '千代田区'],
  ['100-0001', '東京', '千代田区'],
  ['100-0001', '', '東京都千代田区'],
  ['100-0001', '東京都', ''],
  ['250-0311', '神奈川県', '箱根町'],
  ['250-0311', '神奈川県', '足柄下郡', '箱根町湯本'],
  ['273-0101', '千葉県', '鎌ヶ谷市'],
  ['301-0000', '茨城県', '竜ヶ崎市'],
  ['060-0001', '北海道', '札幌市', '中央区北一条西'],
  ['498-0000', '三重県', '桑名郡木曽岬町'],
  ['604-0000', '京都府', '京都市 中京区'],
])('finds that %s is of %s %s %s', (...address) => {
  expect(check(...address)).toBeNull();
});

it.each<Parameters<typeof check>>([
  ['100-0001', '大阪府', '大阪市北区'],
  ['100-0001', '東京都', '港区'],
  ['604-0000', '東京都', '京都市中京区'],
  ['498-0000', '岐阜県', '弥富市'],
])('finds that %s is not of %s %s', (...address) => {
  expect(check(...address)).toBe('elsewhere');
});

it('says nothing of what it cannot compare', () => {
  expect(check('100-0001', 'Tokyo', 'Chiyoda-ku')).toBeNull();
  expect(check('', '東京都', '港区')).toBeNull();
  expect(check('100', '東京都', '港区')).toBeNull();
  const abroad = { ...blankAddress, country: 'KR' as const, postalCode: '100-0001', city: '首尔' };
  expect(checkPostalPlace(abroad)).toBeNull();
});
