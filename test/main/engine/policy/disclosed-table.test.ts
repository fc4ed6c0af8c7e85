import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkMember } from '../../../../main/engine/policy/check-member.ts';
import { columnsOf, rowOf, toCsv } from '../../../../main/engine/policy/disclosed-table.ts';
import { disclosableFields } from '../../../../shared/model/disclosable-field.ts';
import { mika } from '../../../support/members.ts';

const { record } = checkMember(mika);

it('writes a member as people write one, in the order of the fields', () => {
  expect(rowOf(record, ['familyName', 'phones', 'emails', 'addresses', 'custom'], 'ja')).toEqual([
    '森',
    '090-1234-5678',
    'Mika.Mori@reader.example',
    '〒100-0001 東京都千代田区千代田1-1',
    '紹介者: 佐藤',
  ]);
});

it('names the country of a foreign address, and has several values in one cell', () => {
  const abroad = {
    ...record,
    emails: ['one@reader.example', 'two@reader.example'],
    addresses: [
      {
        ...{ country: 'GB' as const, postalCode: 'SW1A 1AA', region: '', city: 'London' },
        ...{ street: '1 The Mall', building: '' },
      },
    ],
  };
  expect(rowOf(abroad, ['emails', 'addresses'], 'en')).toEqual([
    'one@reader.example; two@reader.example',
    '1 The Mall, London, SW1A 1AA, United Kingdom',
  ]);
});

it('has a column for each field and no other, whatever is in the record', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...disclosableFields)), (fields) => {
      const cells = rowOf(record, fields, 'en');
      expect(columnsOf(fields, 'en')).toHaveLength(fields.length);
      expect(cells).toHaveLength(fields.length);
      const secret = { phones: '1234', emails: 'reader.example', addresses: '千代田' } as const;
      for (const [field, words] of Object.entries(secret))
        if (!fields.includes(field as keyof typeof secret))
          expect(cells.join()).not.toContain(words);
    }),
  );
});

it.each(['=cmd|x', '+1', '-1', '@sum', '\t=1', ' =1', '＝1', '＠x', '|x', '%x', '\r=1'])(
  'makes %j a text to a spreadsheet',
  (plan) => {
    expect(rowOf({ ...record, plan }, ['plan'], 'en')).toEqual([`'${plan}`]);
  },
);

it('leaves what is no formula as it is', () => {
  for (const plan of ['Daily', '森', "'quoted", '1=1', ''])
    expect(rowOf({ ...record, plan }, ['plan'], 'en')).toEqual([plan]);
});

it('quotes every cell, with a byte order mark and the line ends of RFC 4180', () => {
  expect(toCsv(['a', 'b'], [['x"y', 'one\r\ntwo, three']])).toBe(
    '\uFEFF"a","b"\r\n"x""y","one\r\ntwo, three"\r\n',
  );
});
