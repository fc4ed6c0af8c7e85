import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dueParts, dueSince } from '../../../../main/engine/policy/retention.ts';
import {
  countDueMembers,
  findDueIds,
  findDueMembers,
  findKeptMember,
} from '../../../../main/engine/store/due-members.ts';
import { insertMemberHold } from '../../../../main/engine/store/member-holds.ts';
import type { SectionDatabase } from '../../../../main/engine/store/open-database.ts';
import { countRemaining } from '../../../../main/engine/store/remaining-members.ts';
import { MemberId, RetentionRuleId } from '../../../../shared/ids.ts';
import { MemberStatus } from '../../../../shared/model/member.ts';
import {
  type DuePlace,
  forgettableFields,
  RetainedPart,
  type RetentionRule,
} from '../../../../shared/model/retention.ts';
import { day, keepMember } from '../../../support/kept-members.ts';
import { sectionContext } from '../../../support/section-context.ts';
import { sectionDatabase } from '../../../support/section-database.ts';

const now = 1000 * day;
const statuses = MemberStatus.options.slice(2, 5);

/**
 * Some thousand members, more than a step counts, some of them on hold, some merged into others, and of
 * those who are in the lists what a rule looks at.
 */
function manyMembers(db: SectionDatabase, count: number) {
  db.prepare(
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
     INSERT INTO member (status, family_name, given_name, family_kana, given_kana, name_order,
       language, plan, notes, consent_version, consent_date, consent_source, tailoring, sort_key,
       words, added_at, changed_at, kept_fields)
     SELECT CASE i % 3 WHEN 0 THEN 'approved' WHEN 1 THEN 'rejected' ELSE 'expired' END, 'n' || i, '',
       '', '', 'family-first', 'ja', '', '', '', '', '', 'no', 'n' || i, '',
       ${day} * (i * 7919 % 900 + 1), 0, i * 31 % 64 FROM n`,
  ).run();
  for (let id = 1; id <= count; id += 17)
    insertMemberHold(db, MemberId.parse(id), { reason: 'x', staffId: null, staffName: '', at: 1 });
  db.exec('UPDATE member SET merged_into = id - 1 WHERE id % 23 = 0');
  const present = db.prepare('SELECT id FROM present_member ORDER BY id').pluck();
  const ids = present.all() as MemberId[];
  return ids.flatMap((id) => {
    const member = findKeptMember(db, id);
    return member === null ? [] : [{ id, ...member }];
  });
}

const rules: fc.Arbitrary<RetentionRule[]> = fc
  .uniqueArray(
    fc.record({
      status: fc.constantFrom(...statuses),
      part: fc.constantFrom(...RetainedPart.options),
      count: fc.integer({ min: 0, max: 33 }),
      unit: fc.constant('months' as const),
    }),
    { selector: ({ status, part }) => `${status} ${part}`, minLength: 1, maxLength: 8 },
  )
  .map((all) =>
    all.map((one, index) => ({ ...one, id: RetentionRuleId.parse(index + 1), onSince: 0 })),
  );

function toEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

it('finds, counts and foretells in the database what the policy says of each member', () => {
  const db = sectionDatabase();
  const members = manyMembers(db, 13_000);
  fc.assert(
    fc.property(rules, (all) => {
      for (const rule of all.slice(0, 2)) {
        const question = { ...rule, dueSince: dueSince(rule, now) };
        const ofRule = (isHeld: boolean) =>
          members.filter(
            (one) =>
              one.isHeld === isHeld && dueParts({ ...one, isHeld: false }, [rule], now).size > 0,
          );
        const free = ofRule(false).map(({ id }) => id);
        const held = ofRule(true).length;
        expect(findDueIds(db, question, 20_000).toSorted((a, b) => a - b)).toEqual(free);
        expect(toEnd(countDueMembers(db, question))).toEqual({ total: free.length + held, held });
      }
      const remaining = toEnd(
        countRemaining(
          db,
          all.map((rule) => ({ ...rule, dueSince: dueSince(rule, now) })),
        ),
      );
      for (const status of statuses) {
        const ofStatus = members.filter((one) => one.status === status);
        const left = ofStatus.filter((one) => !dueParts(one, all, now).has('record'));
        const found = remaining.find((one) => one.status === status);
        expect(found).toMatchObject({ now: ofStatus.length, left: left.length });
        for (const field of forgettableFields)
          expect(found?.fields[field]).toEqual({
            now: ofStatus.filter(({ fields }) => fields.includes(field)).length,
            left: left.filter(
              (one) => one.fields.includes(field) && !dueParts(one, all, now).has(field),
            ).length,
          });
      }
    }),
    { numRuns: 8 },
  );
}, 60_000);

it('pages through whom a rule is about, each of them once, the longest first', () => {
  const db = sectionDatabase();
  manyMembers(db, 500);
  const question = { status: 'rejected', part: 'phones', dueSince: now } as const;
  const all = findDueMembers(db, question, null, 500);
  const paged: typeof all = [];
  for (let after: DuePlace | null = null; ; ) {
    const page = findDueMembers(db, question, after, 7);
    const last = page.at(-1);
    if (last === undefined) break;
    paged.push(...page);
    after = { since: last.since, id: last.member.id };
  }
  expect(paged).toEqual(all);
  expect(all.length).toBeGreaterThan(50);
  expect(all.map(({ since }) => since)).toEqual(
    all.map(({ since }) => since).toSorted((a, b) => a - b),
  );
  expect(all.some(({ isHeld }) => isHeld) && all.some(({ isHeld }) => !isHeld)).toBe(true);
});

it('asks the index alone, and sorts nothing', () => {
  const db = sectionDatabase();
  const plan = db
    .prepare(
      `EXPLAIN QUERY PLAN SELECT id FROM member INDEXED BY member_retention
       WHERE status = 'new' AND status_since <= 9 AND merged_into IS NULL
         AND (status_since, id) > (1, 1) AND kept_fields & 1
       ORDER BY status_since, id LIMIT 100`,
    )
    .all() as { detail: string }[];
  expect(plan.map(({ detail }) => detail)).toEqual([
    expect.stringContaining('USING COVERING INDEX member_retention (status=? AND'),
  ]);
  const chain = db
    .prepare(
      `EXPLAIN QUERY PLAN SELECT detail FROM chain_entry
       WHERE kind IN ('member-erased', 'member-forgotten') AND target = '1' AND sequence > 1
       ORDER BY sequence`,
    )
    .all() as { detail: string }[];
  expect(chain.map(({ detail }) => detail)).toEqual([
    expect.stringContaining('USING INDEX chain_entry_forgotten (target=? AND sequence>?)'),
  ]);
});

it('knows of a field as long as the history has anything in it', () => {
  const section = sectionContext(sectionDatabase());
  const { db } = section;
  const id = keepMember(section, { emails: [], custom: [] }, 5);
  expect(findKeptMember(db, id)?.fields).toEqual(['phones', 'addresses']);
  keepMember(section, { phones: [], notes: 'Calls', status: 'lapsed' }, 7, id);
  keepMember(section, { notes: '' }, 9, id);
  expect(findKeptMember(db, id)).toEqual({
    status: 'lapsed',
    since: 7,
    fields: ['phones', 'addresses', 'notes'],
    isHeld: false,
  });
});
