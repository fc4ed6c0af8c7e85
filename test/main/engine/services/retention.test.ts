import { expect, it } from 'vitest';
import { undoChange } from '../../../../main/engine/services/change-member.ts';
import { holdMember, releaseMember } from '../../../../main/engine/services/member-holds.ts';
import {
  byAdministrator,
  countRule,
  readRetention,
  remainingMembers,
  removeRule,
  saveRule,
  switchRule,
} from '../../../../main/engine/services/retention.ts';
import type { SectionContext } from '../../../../main/engine/services/section-context.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { RetentionTerms } from '../../../../shared/model/retention.ts';
import { day, keepMember } from '../../../support/kept-members.ts';
import { sectionContext } from '../../../support/section-context.ts';
import { sectionDatabase } from '../../../support/section-database.ts';

const now = 1000 * day;
const inMembers = { sectionId: 'members' } as const;
const terms: RetentionTerms = { status: 'rejected', part: 'record', count: 90, unit: 'days' };

function section() {
  const db = sectionDatabase();
  const context: SectionContext = {
    ...sectionContext(db),
    retention: {
      status: () => ({ isRunning: false, done: 0, total: 0, last: null }),
      start: () => undefined,
      runNow: () => undefined,
      cancel: () => undefined,
      stop: async () => undefined,
    },
  };
  const save = (change: Partial<RetentionTerms> = {}, isAdministrator = true) =>
    byAdministrator(
      context,
      saveRule({ ...inMembers, ruleId: null, terms: { ...terms, ...change } }),
      isAdministrator,
      now,
    );
  const chain = () =>
    db
      .prepare(
        `SELECT kind, target, json_extract(nullif(detail, ''), '$.rule.onSince') AS onSince FROM chain_entry
         WHERE kind NOT IN ('chain-began', 'member-added') ORDER BY sequence`,
      )
      .all();
  const rules = () => given(readRetention(context, now)).rules;
  return { context, save, chain, rules };
}

function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

it('has no rule until an administrator adds one, which is off until they turn it on', () => {
  const { context, save, chain, rules } = section();
  expect(given(readRetention(context, now))).toMatchObject({ rules: [], nextAt: null });
  expect(save({}, false)).toMatchObject({ error: { code: 'administrator-needed' } });
  const rule = given(save());
  expect(rule).toMatchObject({ ...terms, onSince: null });
  const turn = (isOn: boolean, isAdministrator: boolean) =>
    byAdministrator(
      context,
      switchRule({ ...inMembers, ruleId: rule.id, isOn }),
      isAdministrator,
      now,
    );
  expect(turn(true, false)).toMatchObject({ error: { code: 'administrator-needed' } });
  expect(rules()).toEqual([rule]);
  expect(given(turn(true, true)).onSince).toBe(now);
  expect(given(readRetention(context, now)).nextAt).toBe(now + day);
  expect(given(turn(false, true)).onSince).toBeNull();
  const removal = removeRule({ ...inMembers, ruleId: rule.id });
  expect(byAdministrator(context, removal, false, now)).toMatchObject({ ok: false });
  given(byAdministrator(context, removal, true, now));
  expect(rules()).toEqual([]);
  expect(chain()).toEqual([
    { kind: 'retention-rule-changed', target: '', onSince: null },
    { kind: 'retention-rule-changed', target: '', onSince: now },
    { kind: 'retention-rule-changed', target: '', onSince: null },
    { kind: 'retention-rule-removed', target: '', onSince: null },
  ]);
});

it('has one rule for each status and kind of data, and gives no number again', () => {
  const { context, save, rules } = section();
  const rule = given(save());
  const other = given(save({ part: 'phones' }));
  expect(save({ count: 1 })).toMatchObject({ error: { code: 'rule-exists' } });
  expect(rules()).toEqual([rule, other]);
  given(byAdministrator(context, removeRule({ ...inMembers, ruleId: other.id }), true, now));
  expect(given(save({ part: 'phones' })).id).toBeGreaterThan(other.id);
});

it('gives a rule that is on another day of grace when its terms change', () => {
  const { context, save } = section();
  const { id: ruleId } = given(save());
  const decide = <T>(change: Parameters<typeof byAdministrator<T>>[1], at: number) =>
    given(byAdministrator(context, change, true, at));
  decide(switchRule({ ...inMembers, ruleId, isOn: true }), now);
  const changed = saveRule({ ...inMembers, ruleId, terms: { ...terms, count: 1 } });
  expect(decide(changed, now + 5 * day)).toMatchObject({ count: 1, onSince: now + 5 * day });
});

it('counts and foretells without the rules being on, or with those that are', async () => {
  const { context, save } = section();
  keepMember(context, { status: 'rejected' }, now - 91 * day);
  const held = keepMember(context, { status: 'rejected' }, now - 91 * day);
  keepMember(context, { status: 'rejected' }, now - 89 * day);
  holdMember(context, { ...inMembers, memberId: held, reason: 'A court asked' }, now);
  const { id: ruleId } = given(save());
  expect(given(await countRule(context, { ...inMembers, ruleId }, now))).toEqual({
    ...{ total: 2, held: 1 },
  });
  const remaining = async (at: number) =>
    given(await remainingMembers(context, { ...inMembers, at })).items[0];
  expect(await remaining(now)).toMatchObject({ now: 3, left: 3 });
  given(byAdministrator(context, switchRule({ ...inMembers, ruleId, isOn: true }), true, now));
  expect(await remaining(now)).toMatchObject({
    ...{ status: 'rejected', now: 3, left: 2 },
    fields: { phones: { now: 3, left: 2 }, plan: { now: 0, left: 0 } },
  });
  expect(await remaining(now + day)).toMatchObject({ left: 1 });
});

it('lets anybody place a hold and an administrator lift it, with the reason beside the chain', () => {
  const { context, chain } = section();
  const memberId = keepMember(context, {}, now);
  const place = { ...inMembers, memberId };
  given(holdMember(context, { ...place, reason: 'Mr Hayashi sues' }, now));
  expect(holdMember(context, { ...place, reason: 'Again' }, now)).toMatchObject({
    error: { code: 'member-held' },
  });
  // Added by mistake or not: it stays.
  expect(undoChange(context, { ...place, sequence: 2 }, now)).toMatchObject({
    error: { code: 'member-held' },
  });
  expect(releaseMember(context, place, false)).toMatchObject({
    error: { code: 'administrator-needed' },
  });
  given(releaseMember(context, place, true));
  expect(chain()).toEqual([
    { kind: 'member-held', target: String(memberId), onSince: null },
    { kind: 'member-released', target: String(memberId), onSince: null },
  ]);
  const all = JSON.stringify(context.db.prepare('SELECT reason, detail FROM chain_entry').all());
  expect(all).not.toContain('Hayashi');
});
