import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  dueParts,
  dueSince,
  isInEffect,
  type KeptMember,
  nextRun,
} from '../../../../main/engine/policy/retention.ts';
import { RetentionRuleId } from '../../../../shared/ids.ts';
import { MemberStatus } from '../../../../shared/model/member.ts';
import {
  forgettableFields,
  RetainedPart,
  type RetentionRule,
  type RetentionTerms,
} from '../../../../shared/model/retention.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 27, 9);

const moments = fc.integer({ min: Date.UTC(2019, 0), max: Date.UTC(2031, 0) });
const terms: fc.Arbitrary<RetentionTerms> = fc.record({
  status: fc.constantFrom(...MemberStatus.options),
  part: fc.constantFrom(...RetainedPart.options),
  count: fc.integer({ min: 0, max: 40 }),
  unit: fc.constantFrom('days', 'months', 'years'),
});
const rules: fc.Arbitrary<RetentionRule[]> = fc
  .uniqueArray(terms, { selector: ({ status, part }) => `${status} ${part}`, maxLength: 12 })
  .map((all) =>
    all.map((one, index) => ({ ...one, id: RetentionRuleId.parse(index + 1), onSince: 0 })),
  );
const members: fc.Arbitrary<KeptMember> = fc.record({
  status: fc.constantFrom(...MemberStatus.options),
  since: moments,
  fields: fc.subarray([...forgettableFields]),
  isHeld: fc.boolean(),
});

function rule(change: Partial<RetentionRule> = {}): RetentionRule {
  const terms = { status: 'rejected', part: 'record', count: 90, unit: 'days' } as const;
  return { id: RetentionRuleId.parse(1), onSince: now, ...terms, ...change };
}

it.each([
  [{ count: 90, unit: 'days' }, '2026-03-31T10:00:00.000Z', '2025-12-31T10:00:00.000Z'],
  [{ count: 0, unit: 'days' }, '2026-03-31T10:00:00.000Z', '2026-03-31T10:00:00.000Z'],
  [{ count: 1, unit: 'months' }, '2026-03-31T10:00:00.000Z', '2026-02-28T23:59:59.999Z'],
  [{ count: 1, unit: 'months' }, '2026-01-15T10:00:00.000Z', '2025-12-15T10:00:00.000Z'],
  [{ count: 1, unit: 'years' }, '2028-02-29T10:00:00.000Z', '2027-02-28T23:59:59.999Z'],
  [{ count: 1, unit: 'years' }, '2026-11-27T10:00:00.000Z', '2025-11-27T10:00:00.000Z'],
] as const)('takes %j before %s to be %s', (period, at, since) => {
  const found = dueSince({ status: 'new', part: 'record', ...period }, Date.parse(at));
  expect(new Date(found).toISOString()).toBe(since);
});

it('never keeps for longer than the calendar says, and never turns back in time', () => {
  fc.assert(
    fc.property(terms, moments, moments, (one, at, other) => {
      const [earlier, later] = at < other ? [at, other] : [other, at];
      expect(dueSince(one, earlier)).toBeLessThanOrEqual(dueSince(one, later));
      expect(dueSince(one, at)).toBeLessThanOrEqual(at);
      const most = one.count * { days: 1, months: 31, years: 366 }[one.unit] * day;
      expect(dueSince(one, at)).toBeGreaterThanOrEqual(at - most);
    }),
  );
});

it('takes nothing that is held, whatever the rules', () => {
  fc.assert(
    fc.property(members, rules, moments, (member, all, at) => {
      expect(dueParts({ ...member, isHeld: true }, all, at).size).toBe(0);
    }),
  );
});

it('takes what some rule of the status says whose time has come, and nothing else', () => {
  fc.assert(
    fc.property(members, rules, moments, (member, all, at) => {
      const due = dueParts(member, all, at);
      const whole = [...due.keys()].includes('record');
      for (const [part, by] of due) {
        expect(all).toContain(by);
        expect(by).toMatchObject({ part, status: member.status });
        expect(member.since).toBeLessThanOrEqual(dueSince(by, at));
        if (part !== 'record') expect(member.fields).toContain(part);
      }
      if (whole) expect(due.size).toBe(1);
      for (const one of all) {
        if (member.isHeld || whole || one.status !== member.status) continue;
        if (one.part !== 'record' && !member.fields.includes(one.part)) continue;
        expect(due.has(one.part)).toBe(member.since <= dueSince(one, at));
      }
    }),
  );
});

it('takes no less as time goes on', () => {
  fc.assert(
    fc.property(members, rules, moments, moments, (member, all, at, other) => {
      const [earlier, later] = [Math.min(at, other), Math.max(at, other)];
      const then = dueParts(member, all, later);
      for (const part of dueParts(member, all, earlier).keys())
        expect(then.has(part) || then.has('record')).toBe(true);
    }),
  );
});

it('leaves a rule a day in which it can be turned off again', () => {
  expect(isInEffect(rule({ onSince: null }), now)).toBe(false);
  expect(isInEffect(rule({ onSince: now }), now + day - 1)).toBe(false);
  expect(isInEffect(rule({ onSince: now }), now + day)).toBe(true);
});

it('applies the rules once a day, and at once when that day was missed', () => {
  expect(nextRun([], null, now)).toBeNull();
  expect(nextRun([rule({ onSince: null })], null, now)).toBeNull();
  expect(nextRun([rule({ onSince: now })], null, now)).toBe(now + day);
  expect(nextRun([rule({ onSince: 0 })], now - 100, now)).toBe(now - 100 + day);
  expect(nextRun([rule({ onSince: 0 })], now - 3 * day, now)).toBeLessThan(now);
  // The clock was wrong once.
  expect(nextRun([rule({ onSince: 0 })], now + 900 * day, now)).toBeLessThan(now);
});
