import { expect, it } from 'vitest';
import { firstTaken, toChoices } from '../../../renderer/members/duplicates/merge-state.ts';
import { MemberId } from '../../../shared/ids.ts';
import type { ComparedPair } from '../../../shared/model/duplicate.ts';
import { blankMember, type MemberCard, ShownFields } from '../../../shared/model/member.ts';

const card = (id: number, shown: Partial<ShownFields>, emails: number, addresses: number) =>
  ({
    id: MemberId.parse(id),
    shown: ShownFields.parse({ ...blankMember, ...shown }),
    counts: { phones: 0, emails, addresses, custom: 0 },
    mergedInto: null,
    addedAt: 1,
    changedAt: 1,
  }) satisfies MemberCard;

const pair: ComparedPair = {
  one: card(3, { familyName: '森', plan: '', tailoring: 'no' }, 1, 1),
  other: card(8, { familyName: '杜', plan: 'Daily', honorific: 'san' }, 2, 1),
  different: ['familyName', 'plan', 'tailoring', 'honorific', 'emails', 'addresses'],
};

it('chooses a value rather than none, and both of what one may have several of; the rest is left to people', () => {
  expect(firstTaken(pair)).toEqual({
    plan: 'other',
    tailoring: 'one',
    honorific: 'other',
    emails: 'both',
  });
});

it('says the choices by which record is kept', () => {
  const taken = { familyName: 'one', plan: 'other', emails: 'both' } as const;
  expect(toChoices(taken, 'one')).toEqual({ familyName: 'kept', plan: 'other', emails: 'both' });
  expect(toChoices(taken, 'other')).toEqual({ familyName: 'other', plan: 'kept', emails: 'both' });
});
