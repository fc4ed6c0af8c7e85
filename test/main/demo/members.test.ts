import { expect, it } from 'vitest';
import { demoMembers } from '../../../main/demo/members.ts';
import { checkMember } from '../../../main/engine/policy/check-member.ts';
import { checkPostalPlace } from '../../../main/engine/policy/postal-places.ts';

it('has members with whom nothing is wrong, and none of whom could be reached', () => {
  for (const member of demoMembers) {
    expect([member.familyName, checkMember(member).faults]).toEqual([member.familyName, []]);
    expect(member.addresses.map(checkPostalPlace)).toEqual(member.addresses.map(() => null));
    for (const email of member.emails) expect(email).toMatch(/\.example$/);
  }
  expect(demoMembers.length).toBeGreaterThanOrEqual(12);
});
