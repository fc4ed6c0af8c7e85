import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findContacts } from '../../../../main/engine/policy/find-contacts.ts';

it.each([
  ['連絡先はhana@example.comです。', 'hana@example.com'],
  ['mail ＨＡＮＡ＠example.com please', 'ＨＡＮＡ＠example.com'],
  ['see <ken@example.org>.', 'ken@example.org'],
])('finds the address in: %s', (text, address) => {
  expect(findContacts(text)).toMatchObject([{ kind: 'email', text: address }]);
});

it.each([
  '03-1234-5678',
  '０３−１２３４−５６７８',
  '(03)1234-5678',
  '09012345678',
  '０９０（１２３４）５６７８',
  '080ー1234ー5678',
  '+81 3 1234 5678',
  '+44 20 7946 0958',
  '+1 (212) 555-0123',
])('finds the number %s', (number) => {
  expect(findContacts(`Call ${number} please`)).toMatchObject([{ kind: 'phone', text: number }]);
});

it.each([
  '〒105-0001 東京都港区虎ノ門1-2-3 湊ビル5階',
  '〒１０５－０００１　東京都港区虎ノ門１－２－３',
  '東京都港区虎ノ門１丁目２番３号',
  '神奈川県横浜市中区本町一丁目2番地',
  '港区虎ノ門1-2-3',
  '1-2-3 Toranomon, Minato-ku, Tokyo 105-0001',
  '221B Baker Street, London NW1 6XE',
  'Springfield, IL 62704',
])('finds the place %s', (place) => {
  expect(findContacts(`住所 ${place}`)).toMatchObject([{ kind: 'postal', text: place }]);
});

it.each([
  'The ferry leaves at 9 and costs 1,200 yen in 2026.',
  '2026年11月24日（火）13:15 に出航、乗客は3777491人',
  'Order 2026-11-24 13:15, ticket 1234-5678-9012-3456',
  'Version 1.2.3.4, room 101, page 12-13',
])('finds nothing in: %s', (text) => {
  expect(findContacts(text)).toEqual([]);
});

it('knows two spellings of one number for the same', () => {
  const [one, other] = ['03-1234-5678', '+81 3-1234-5678'].map(
    (text) => findContacts(text)[0]?.key,
  );
  expect(one).toBe(other);
});

it('gives what it finds as it stands in the text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (words) => {
      const text = words.join(' a@b.example ０３-１２３４-５６７８ ');
      for (const contact of findContacts(text)) expect(text).toContain(contact.text);
    }),
  );
});
