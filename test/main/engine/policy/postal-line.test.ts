import { expect, it } from 'vitest';
import { readPostalLine } from '../../../../main/engine/policy/postal-line.ts';

it.each<[string, readonly (string | undefined)[]]>([
  [
    '〒000-0012 港県港市浜町2丁目3-4 はまなす荘101',
    ['JP', '000-0012', '港県', '港市', '浜町2丁目3-4', 'はまなす荘101'],
  ],
  [
    '〒0000045　港県北浜郡﨑田町大字沖1-8',
    ['JP', '000-0045', '港県', '北浜郡﨑田町', '大字沖1-8', ''],
  ],
  [
    '１００－０００１\n東京都千代田区千代田１－１',
    ['JP', '100-0001', '東京都', '千代田区', '千代田1-1', ''],
  ],
  ['三重県四日市市諏訪町1-5', ['JP', '', '三重県', '四日市市', '諏訪町1-5', '']],
  ['神奈川県横浜市中区日本大通1', ['JP', '', '神奈川県', '横浜市中区', '日本大通1', '']],
  ['福岡県小郡市小郡255', ['JP', '', '福岡県', '小郡市', '小郡255', '']],
  ['東京都町田市森野2-2-22', ['JP', '', '東京都', '町田市', '森野2-2-22', '']],
  ['8 rue du Quai, 75011 Paris, France', ['FR', '75011', '', 'Paris', '8 rue du Quai', '']],
  [
    '88 Quayside Road, Sampleton ST1 0AA, United Kingdom',
    ['GB', 'ST1 0AA', '', 'Sampleton', '88 Quayside Road', ''],
  ],
  ['Ekvägen 3, 111 00 Provstad, Sweden', ['SE', '111 00', '', 'Provstad', 'Ekvägen 3', '']],
  [
    '40 Pier Street, Washington, DC 20001, U.S.A.',
    ['US', '20001', 'DC', 'Washington', '40 Pier Street', ''],
  ],
])('takes %j apart', (line, parts) => {
  const read = readPostalLine(line);
  const { country, postalCode, region, city, street, building } = read ?? {};
  expect([country, postalCode, region, city, street, building]).toEqual(parts);
});

it.each(['12 Long Lane, Somewhere', '住所は後日お知らせします', 'France', ''])(
  'guesses nothing of %j',
  (line) => expect(readPostalLine(line)).toBeNull(),
);
