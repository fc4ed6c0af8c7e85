import { expect, it } from 'vitest';
import { checkMember } from '../../../../../main/engine/policy/check-member.ts';
import {
  differentFields,
  mergeRecords,
} from '../../../../../main/engine/policy/duplicates/merge-records.ts';
import { mika } from '../../../../support/members.ts';

const { record: kept } = checkMember(mika);
const other = {
  ...kept,
  familyName: '毛利',
  plan: 'Daily',
  emails: ['MIKA.MORI@reader.example', 'mika@home.example'],
};

it('says which fields are different', () => {
  expect(differentFields(kept, other)).toEqual(['familyName', 'plan', 'emails']);
});

it('takes of each field what was chosen, and no value twice', () => {
  const choices = { familyName: 'kept', plan: 'other', emails: 'both' } as const;
  expect(mergeRecords(kept, other, choices)).toEqual({
    ...kept,
    plan: 'Daily',
    emails: ['Mika.Mori@reader.example', 'mika@home.example'],
  });
});

it('decides nothing by itself', () => {
  expect(mergeRecords(kept, other, { familyName: 'kept', plan: 'other' })).toBeNull();
});

it('takes no two values into a field that has one', () => {
  const choices = { familyName: 'kept', plan: 'both', emails: 'kept' } as const;
  expect(mergeRecords(kept, other, choices)).toBeNull();
});

it('takes no more values than a field holds', () => {
  const many = (name: string) => Array.from({ length: 15 }, (_, at) => `${name}${at}@mail.example`);
  const one = { ...kept, emails: many('one') };
  const two = { ...kept, emails: many('two') };
  expect(mergeRecords(one, two, { emails: 'both' })).toBeNull();
});
