import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkMember } from '../../../../../main/engine/policy/check-member.ts';
import { isFormula } from '../../../../../main/engine/policy/member-import/is-formula.ts';
import {
  identitiesOf,
  judgeRow,
  type KnownMembers,
} from '../../../../../main/engine/policy/member-import/judge-row.ts';
import type { MemberId } from '../../../../../shared/ids.ts';
import type { MemberRecord } from '../../../../../shared/model/member.ts';
import type { ImportField } from '../../../../../shared/model/member-import.ts';
import { mika } from '../../../../support/members.ts';

const stored = checkMember(mika).record;
const id = 7 as MemberId;
const records = new Map<MemberId, MemberRecord>([
  [id, stored],
  [8 as MemberId, { ...stored, emails: ['both@reader.example'] }],
  [9 as MemberId, { ...stored, emails: ['both@reader.example'] }],
]);
const known: KnownMembers = {
  find: (one) => records.get(one) ?? null,
  findByEmail: (folded) =>
    [...records].flatMap(([one, { emails }]) =>
      emails.some((email) => email.toLowerCase() === folded) ? [one] : [],
    ),
  findErased: () => null,
};
const judge = (row: Readonly<Partial<Record<ImportField, string>>>) =>
  judgeRow(known, Object.values(row), {
    header: Object.keys(row),
    mapping: Object.keys(row) as ImportField[],
  });
const mine = { email: 'ＭＩＫＡ.Mori@reader.example' };

it('recognises a member by number, else by email', () => {
  expect(judge({ key: '7', familyName: '森' })).toMatchObject({ verdict: 'same', memberId: id });
  expect(judge(mine)).toMatchObject({ verdict: 'same', memberId: id });
  expect(judge({ key: '', ...mine })).toMatchObject({ verdict: 'same', memberId: id });
  expect(judge({ key: '77', ...mine })).toMatchObject({
    ...{ verdict: 'invalid', memberId: null },
    reasons: [{ field: 'key', code: 'key-unknown' }],
  });
  expect(judge({ email: 'both@reader.example' })).toMatchObject({
    ...{ verdict: 'invalid', memberId: null },
    reasons: [{ field: 'emails', code: 'several' }],
  });
});

it('says what of a member differs, before and after', () => {
  expect(judge({ ...mine, plan: 'gold', city: '港区', consentDate: '' })).toMatchObject({
    verdict: 'changed',
    before: { plan: '', addresses: [{ city: '千代田区', region: '東京都' }] },
    after: { plan: 'gold', addresses: [{ city: '港区', region: '東京都' }] },
  });
});

it('adds an address or a number to those there are', () => {
  expect(judge({ key: '7', email: 'new@reader.example', phone: '+44 20 7946 0958' })).toMatchObject(
    {
      after: {
        emails: ['Mika.Mori@reader.example', 'new@reader.example'],
        phones: ['+819012345678', '+442079460958'],
      },
    },
  );
});

it('reads choices by their words in both languages, days and countries', () => {
  const row = {
    ...{ familyName: 'Ito', status: '承認済み', language: 'English', honorific: '様' },
    ...{ tailoring: 'No', consentVersion: '3', consentDate: '2026/1/5', consentSource: 'post' },
    ...{ country: 'イギリス', city: 'London', postalCode: 'SW1A 1AA' },
  };
  expect(judge(row)).toMatchObject({
    verdict: 'new',
    after: {
      ...{ status: 'approved', language: 'en', honorific: 'sama', tailoring: 'no' },
      consent: { date: '2026-01-05' },
      addresses: [{ country: 'GB', city: 'London' }],
    },
  });
});

it.each<[Readonly<Partial<Record<ImportField, string>>>, string, string]>([
  [{ plan: 'gold' }, 'familyName', 'needed'],
  [{ familyName: 'Ito', email: 'ito@reader' }, 'emails', 'email'],
  [{ familyName: 'Ito', phone: '12' }, 'phones', 'phone'],
  [{ familyName: 'Ito', status: 'golden' }, 'status', 'choice'],
  [{ familyName: 'Ito', country: 'Atlantis', city: 'A' }, 'addresses', 'choice'],
  [{ familyName: 'x'.repeat(101) }, 'familyName', 'too-long'],
  [{ familyName: 'Ito', consentDate: 'yesterday' }, 'consent', 'date'],
])('refuses %o', (row, field, code) => {
  const { verdict, reasons } = judge(row);
  expect(verdict).toBe('invalid');
  expect(reasons).toContainEqual({ field, code, line: null });
});

it('refuses a row with more cells than the header', () => {
  const columns = { header: ['Name'], mapping: ['familyName'] } as const;
  const { reasons } = judgeRow(known, ['Ito', 'Ken'], columns);
  expect(reasons).toEqual([{ field: null, code: 'columns', line: null }]);
});

it('takes nothing out of a record, whichever cells are blank', () => {
  const fields = [
    ...['familyName', 'givenName', 'familyKana', 'phone', 'postalCode', 'city', 'street'],
    ...['status', 'honorific', 'language', 'plan', 'notes', 'tailoring', 'custom'],
  ] as ImportField[];
  const blank = fc.constantFrom('', ' ', '　', '\t');
  fc.assert(
    fc.property(fc.array(blank, { minLength: 14, maxLength: 14 }), (cells) => {
      const columns = { header: ['key', ...fields], mapping: ['key' as const, ...fields] };
      expect(judgeRow(known, ['7', ...cells], columns).verdict).toBe('same');
    }),
  );
});

it('keeps a formula as the text that it is, and warns of it', () => {
  const formula = "=cmd|' /C calc'!A0";
  expect(judge({ familyName: formula })).toMatchObject({
    verdict: 'new',
    after: { familyName: formula },
  });
  for (const text of [formula, '+1+cmd', '@SUM(A1)', '-A1', '＝1+1'])
    expect(isFormula(text)).toBe(true);
  for (const text of ['', 'Ito', '+81 90-1234-5678', '-5', 'a=b'])
    expect(isFormula(text)).toBe(false);
});

it('knows a row by its member and addresses, else by all that it says', () => {
  const columns = { header: ['a', 'b'], mapping: ['email', 'familyName'] } as const;
  expect(identitiesOf({ memberId: id }, ['A@b.example', 'x'], columns)).toEqual([
    ...['member 7', 'email a@b.example'],
  ]);
  expect(identitiesOf({ memberId: null }, ['', 'x'], columns)).toEqual(['row ["","x"]']);
});

it('splits a whole name at its one blank, in the order of the column or of the row', () => {
  const names = { familyName: '山田', givenName: '太郎', nameOrder: 'family-first' };
  expect(judge({ nameFamilyFirst: '山田 太郎' })).toMatchObject({ verdict: 'new', after: names });
  expect(judge({ nameFamilyFirst: '山田　太郎', fullKana: 'ヤマダ　タロウ' })).toMatchObject({
    after: { ...names, familyKana: 'ヤマダ', givenKana: 'タロウ' },
  });
  const ken = { familyName: 'Abe', givenName: 'Ken' };
  expect(judge({ nameGivenFirst: 'Ken Abe' })).toMatchObject({
    after: { ...ken, nameOrder: 'given-first' },
  });
  expect(judge({ nameGivenFirst: 'Abe Ken', nameOrder: '姓名' })).toMatchObject({
    after: { ...ken, nameOrder: 'family-first' },
  });
  // Whose name is known is shown as before.
  expect(judge({ ...mine, nameGivenFirst: '美香 森' })).toMatchObject({ verdict: 'same' });
});

it.each(['山田太郎', 'Ken van Damme', '山田  太郎', 'Madonna'])('does not guess at %s', (name) => {
  expect(judge({ nameFamilyFirst: name })).toMatchObject({
    verdict: 'invalid',
    reasons: [{ field: null, code: 'name-split' }],
  });
  expect(judge({ familyName: '山田', fullKana: 'ヤマダタロウ' })).toMatchObject({
    reasons: [{ field: null, code: 'kana-split' }],
  });
});
