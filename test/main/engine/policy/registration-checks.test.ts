import { expect, it } from 'vitest';
import { isDisposable, meantDomain } from '../../../../main/engine/policy/email-domain.ts';
import {
  type CheckedFields,
  type HeldElsewhere,
  registrationChecks,
} from '../../../../main/engine/policy/registration-checks.ts';
import { MemberId } from '../../../../shared/ids.ts';
import { blankAddress } from '../../../../shared/model/member.ts';

const own = MemberId.parse(1);
const other = MemberId.parse(2);
const nobody: HeldElsewhere = { emails: [], phones: [] };
const complete: CheckedFields = {
  familyName: '森',
  givenName: '美香',
  familyKana: 'モリ',
  givenKana: 'ミカ',
  consent: { version: '3', date: '2026-11-01', source: 'form' },
  emails: ['Mika@gmail.com'],
  phones: ['+819012345678'],
  addresses: [{ ...blankAddress, postalCode: '100-0001', city: '千代田区' }],
};
const checks = (more: Partial<CheckedFields>, held = nobody) =>
  registrationChecks(own, { ...complete, ...more }, held);

it('has nothing to say about a registration that is complete and in its own country', () => {
  expect(checks({})).toEqual([]);
});

it.each<[Partial<CheckedFields>, object[]]>([
  [{ emails: ['mika@gmail'] }, [{ field: 'emails', index: 0, code: 'email' }]],
  [{ phones: ['090-12'] }, [{ field: 'phones', index: 0, code: 'phone' }]],
  [
    { addresses: [{ ...blankAddress, postalCode: '100', city: '千代田区' }] },
    [{ field: 'addresses', index: 0, code: 'postal-code' }],
  ],
  [{ familyKana: '森' }, [{ field: 'familyKana', code: 'kana' }]],
  [{ emails: [] }, [{ field: 'emails', code: 'missing' }]],
  [{ consent: { version: '', date: '', source: '' } }, [{ field: 'consent', code: 'missing' }]],
])('names the field that is not in its form, or not there: %j', (fields, expected) => {
  expect(checks(fields)).toEqual(expected);
});

it('finds the same address and number on other records, in any case and width, and not on its own', () => {
  const held: HeldElsewhere = {
    emails: [
      { memberId: own, folded: 'mika@gmail.com' },
      { memberId: other, folded: 'mika@gmail.com' },
    ],
    phones: [
      { memberId: own, number: '+819012345678' },
      { memberId: other, number: '+819099999999' },
    ],
  };
  expect(checks({ emails: ['ＭＩＫＡ@gmail.com'] }, held)).toEqual([
    { field: 'emails', index: 0, code: 'duplicate', members: [other] },
  ]);
});

it('warns of domains that lend addresses for minutes, and of those below them', () => {
  expect(checks({ emails: ['a@mailinator.com'] })).toEqual([
    { field: 'emails', index: 0, code: 'disposable' },
  ]);
  // Lent too, and yet a slip before anything else.
  expect(checks({ emails: ['a@gmial.com'] })).toEqual([
    { field: 'emails', index: 0, code: 'mistyped', meant: 'gmail.com' },
  ]);
  expect(isDisposable('a@sub.mailinator.com')).toBe(true);
  expect(isDisposable('a@mailinator.com.example')).toBe(false);
});

it.each([
  ['gmial.com', 'gmail.com'],
  ['gmail.con', 'gmail.com'],
  ['gmail.co', 'gmail.com'],
  ['gmaill.com', 'gmail.com'],
  ['yaho.co.jp', 'yahoo.co.jp'],
  ['docomo.ne.jo', 'docomo.ne.jp'],
  ['docomo.co.jp', 'docomo.ne.jp'],
  ['GMIAL.com', 'gmail.com'],
  ['gmail.com', null],
  ['ymail.com', null],
  ['reader.example', null],
  ['gmxyl.com', null],
])('takes %s for a slip of %s', (typed, meant) => {
  expect(meantDomain(`mika@${typed}`)).toBe(meant);
});

it('warns of a postal code that nobody has, and of one of another place', () => {
  const address = { ...blankAddress, postalCode: '100-0001', region: '東京都', city: '千代田区' };
  const second = { ...address, postalCode: '530-0001' };
  expect(checks({ addresses: [address, second] })).toEqual([
    { field: 'addresses', index: 1, code: 'code-elsewhere' },
  ]);
  expect(checks({ addresses: [{ ...address, postalCode: '999-9999' }] })).toEqual([
    { field: 'addresses', index: 0, code: 'code-unknown' },
  ]);
});

it('warns of a telephone of a country that the member has no address in', () => {
  expect(checks({ phones: ['+442079460958'] })).toEqual([
    { field: 'phones', index: 0, code: 'other-country' },
  ]);
  const britain = {
    ...blankAddress,
    country: 'GB' as const,
    postalCode: 'SW1A 1AA',
    city: 'London',
  };
  expect(checks({ phones: ['+442079460958'], addresses: [britain] })).toEqual([]);
  expect(checks({ phones: ['+442079460958', '+819012345678'], addresses: [britain] })).toEqual([
    { field: 'phones', index: 1, code: 'other-country' },
  ]);
  // +1 is of many countries, and then of either.
  const canada = { ...blankAddress, country: 'CA' as const, postalCode: 'K1A 0B1', city: 'Ottawa' };
  expect(checks({ phones: ['+18005550199'], addresses: [canada] })).toEqual([]);
});
