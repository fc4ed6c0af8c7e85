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
const day = fc.constantFrom(...days);
const person = fc.constantFrom(hana.id, ken.id, StaffId.parse(crypto.randomUUID()));
const fields = fc.uniqueArray(fc.constantFrom(...disclosableFields));
const consent = fc.record({
  version: fc.constantFrom('', '3'),
  date: fc.constant('2026-04-01'),
  source: fc.constant('form'),
});
const member = fc.record({
  id: fc.integer({ min: 1, max: 1000 }).map((id) => MemberId.parse(id)),
  record: fc.option(fc.record({ status: fc.constantFrom(...MemberStatus.options), consent })),
});
const company = fc.record({
  details: fc.record({ permitted: fields, validFrom: day, validTo: day }),
  entered: fc.record({ id: person }),
  approved: fc.option(fc.record({ id: person })),
});
/** Half of them are such that they may go: else nothing that may would ever be tried. */
const asked: fc.Arbitrary<AskedDisclosure> = fc.oneof(
  fc.record({ company: fc.option(company), fields, members: fc.array(member), today: day }),
  fc
    .record({
      permitted: fc.uniqueArray(fc.constantFrom(...disclosableFields), { minLength: 1 }),
      ids: fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 1 }),
      today: fc.constantFrom('2026-04-01', '2026-08-15', '2027-03-31'),
    })
    .map(({ permitted, ids, today }) => ({
      company: {
        details: { permitted, validFrom: '2026-04-01', validTo: '2027-03-31' },
        entered: { id: hana.id },
        approved: { id: ken.id },
      },
      fields: permitted.slice(0, Math.ceil(permitted.length / 2)),
      members: ids.map((id) => ({
        id: MemberId.parse(id),
        record: {
          status: 'approved' as const,
          consent: { version: '3', date: '2026-04-01', source: 'form' },
        },
      })),
      today,
    })),
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
    { numRuns: 500 },
  );
  expect(allowed).toBeGreaterThan(50);
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

it('lets nobody go but approved members who agreed to the policy', () => {
  everyAllowed(({ members }) => {
    expect(members.length).toBeGreaterThan(0);
    for (const { record } of members) {
      expect(record?.status).toBe('approved');
      expect(record?.consent.version).not.toBe('');
    }
  });
});

it('names each member and each field that stands against it', () => {
  const gone = { id: MemberId.parse(1), record: null };
  const none = { version: '', date: '', source: '' };
  const rejected = {
    id: MemberId.parse(2),
    record: { status: 'rejected' as const, consent: none },
  };
  const silent = { id: MemberId.parse(3), record: { status: 'approved' as const, consent: none } };
  const members = [gone, rejected, silent];
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
