import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type AskedDisclosure,
  companyStanding,
  judgeDisclosure,
  mayApprove,
} from '../../../../main/engine/policy/disclosure.ts';
import { MemberId, StaffId } from '../../../../shared/ids.ts';
import { disclosableFields } from '../../../../shared/model/disclosable-field.ts';
import { MemberStatus } from '../../../../shared/model/member.ts';
import { hana, ken } from '../../../support/section-ledger.ts';

const days = ['2026-03-31', '2026-04-01', '2026-08-15', '2027-03-31', '2027-04-01'] as const;
const person = fc.constantFrom(hana.id, ken.id, StaffId.parse(crypto.randomUUID()));
/** Mostly the first: each reason stands alone often enough, or a missing one would not be noticed. */
const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { arbitrary: fc.constant(usual), weight: 9 },
    { arbitrary: fc.constantFrom(...others), weight: 1 },
  );
const consent = mostly('3', '').map((version) => ({ version, date: '2026-04-01', source: 'form' }));
const member = fc.record({
  id: fc.integer({ min: 1, max: 1000 }).map((id) => MemberId.parse(id)),
  record: fc.option(
    fc.record({ status: mostly<MemberStatus>('approved', ...MemberStatus.options), consent }),
    {
      freq: 12,
    },
  ),
  isStopped: mostly(false, true),
});
const permitted = fc.uniqueArray(fc.constantFrom(...disclosableFields), { minLength: 1 });
const asked: fc.Arbitrary<AskedDisclosure> = permitted.chain((fields) =>
  fc.record({
    company: fc.option(
      fc.record({
        details: fc.record({
          permitted: mostly(fields, [], fields.slice(1)),
          validFrom: mostly('2026-04-01', ...days),
          validTo: mostly('2027-03-31', ...days),
        }),
        entered: fc.record({ id: mostly(hana.id, ken.id) }),
        approved: fc.option(fc.record({ id: mostly(ken.id, hana.id) }), { freq: 12 }),
      }),
      { freq: 12 },
    ),
    fields: mostly(fields, [], [...disclosableFields]),
    members: fc.array(member, { maxLength: 3 }),
    today: fc.constantFrom(...days),
  }),
);

/** Of everything that may go. */
function everyAllowed(holds: (one: AskedDisclosure) => void): void {
  let allowed = 0;
  fc.assert(
    fc.property(asked, (one) => {
      if (judgeDisclosure(one).length > 0) return;
      allowed += 1;
      holds(one);
    }),
    { numRuns: 2000 },
  );
  expect(allowed).toBeGreaterThan(100);
}

it('lets no field go that the company is not permitted, and never none', () => {
  everyAllowed(({ company: to, fields: chosen }) => {
    expect(chosen.length).toBeGreaterThan(0);
    for (const field of chosen) expect(to?.details.permitted).toContain(field);
  });
});

it('lets nothing go to anybody who is not in the register', () => {
  everyAllowed(({ company: to }) => expect(to).not.toBe(null));
});

it('lets nothing go before the first day or after the last', () => {
  everyAllowed(({ company: to, today }) => {
    expect(today >= (to?.details.validFrom ?? '')).toBe(true);
    expect(today <= (to?.details.validTo ?? '')).toBe(true);
  });
});

it('lets nothing go to a company that two different people have not signed', () => {
  everyAllowed(({ company: to }) => {
    expect(to?.approved).not.toBe(null);
    expect(to?.approved?.id).not.toBe(to?.entered.id);
  });
});

it('lets nobody go but approved members who agreed to the policy and asked for no stop of use', () => {
  everyAllowed(({ members }) => {
    expect(members.length).toBeGreaterThan(0);
    for (const { record, isStopped } of members) {
      expect(isStopped).toBe(false);
      expect(record?.status).toBe('approved');
      expect(record?.consent.version).not.toBe('');
    }
  });
});

it('names each member and each field that stands against it', () => {
  const isStopped = false;
  const gone = { id: MemberId.parse(1), record: null, isStopped };
  const none = { version: '', date: '', source: '' };
  const rejected = {
    id: MemberId.parse(2),
    record: { status: 'rejected' as const, consent: none },
    isStopped,
  };
  const approved = { status: 'approved' as const, consent: none };
  const silent = { id: MemberId.parse(3), record: approved, isStopped };
  const stopped = { id: MemberId.parse(4), record: approved, isStopped: true };
  const members = [gone, rejected, silent, stopped];
  const details = { permitted: [], validFrom: '2026-04-01', validTo: '2027-03-31' } as const;
  const to = { details, entered: { id: hana.id }, approved: null };
  expect(
    judgeDisclosure({ company: to, fields: ['phones'], members, today: '2026-05-01' }),
  ).toEqual([
    { code: 'company-waiting' },
    { code: 'field-not-permitted', field: 'phones' },
    { code: 'member-gone', memberId: 1 },
    { code: 'member-not-approved', memberId: 2 },
    { code: 'member-no-consent', memberId: 3 },
    { code: 'member-stopped', memberId: 4 },
  ]);
});

it('is in force from its first day to its last, and before and after it is not', () => {
  const details = { permitted: [], validFrom: '2026-04-01', validTo: '2027-03-31' } as const;
  const signed = { details, entered: { id: hana.id }, approved: { id: ken.id } };
  expect(days.map((today) => companyStanding(signed, today))).toEqual([
    ...['not-yet', 'in-force', 'in-force', 'in-force', 'ended'],
  ]);
});

it('takes two people, and an administrator for the second', () => {
  fc.assert(
    fc.property(person, person, fc.boolean(), (first, second, isAdministrator) => {
      const may = mayApprove({ id: first }, { id: second, isAdministrator });
      expect(may).toBe(first !== second && isAdministrator);
    }),
  );
});
