import { expect, it, vi } from 'vitest';
import type { CallInput } from '../../../../shared/contract.ts';
import type { MemberId } from '../../../../shared/ids.ts';
import type { MergeChoices } from '../../../../shared/model/duplicate.ts';
import type { HiddenField, MemberRecord } from '../../../../shared/model/member.ts';
import type { SomeFields } from '../../../../shared/model/member-change.ts';
import { testEngine } from '../../../support/engine.ts';
import { mika } from '../../../support/members.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const inMembers = { sectionId: 'members' } as const;
const day = 24 * 60 * 60_000;

async function section() {
  const engine = testEngine(temporaryFolder());
  const { ask, fail } = engine;
  await ask('session.create', { name: 'Hana Ito', passphrase: 'gentle copper lantern' });
  const save = async (fields: SomeFields, memberId: MemberId | null = null) => {
    const answer = await ask('member.save', { ...inMembers, memberId, fields, reason: '' });
    if (answer.outcome !== 'saved') throw new Error('not saved');
    return answer.memberId;
  };
  const add = (different: Partial<MemberRecord> = {}) => save({ ...mika, ...different });
  const pairs = async () => {
    const page = { ...inMembers, offset: 0, limit: 100 };
    const { search, total, pairs: items } = await ask('duplicate.list', page);
    expect(total).toBe(items.length);
    return { search, ids: items.map(({ one, other }) => [one.id, other.id]) };
  };
  const find = async () => {
    await ask('duplicate.find', inMembers);
    return (await pairs()).ids;
  };
  const merge = async (
    keptId: MemberId,
    otherId: MemberId,
    choices: MergeChoices,
  ): Promise<CallInput<'duplicate.merge'>> => {
    const pair = await ask('duplicate.compare', { ...inMembers, one: keptId, other: otherId });
    const seen = { kept: pair.one.changedAt, other: pair.other.changedAt };
    return { ...inMembers, keptId, otherId, choices, seen, reason: 'She registered twice' };
  };
  const merged = async (input: CallInput<'duplicate.merge'>) => {
    const answer = await ask('duplicate.merge', input);
    if (answer.outcome !== 'merged') throw new Error('not merged');
    return answer.sequence;
  };
  const everything = async (memberId: MemberId, asOf: number | null = null) => {
    const { shown } = await ask('member.read', { ...inMembers, memberId, asOf });
    const hidden = await Promise.all(
      (['emails', 'phones', 'addresses', 'custom'] as const).map((field: HiddenField) =>
        ask('member.reveal', { ...inMembers, memberId, asOf, field }),
      ),
    );
    return [shown, ...hidden];
  };
  const list = async (query = '') => {
    const page = { ...inMembers, query, offset: 0, limit: 100 };
    const { total, items } = await ask('member.list', page);
    expect(total).toBe(items.length);
    return items.map(({ id }) => id);
  };
  const entries = async () => {
    const all = { kind: null, staffId: null, query: '', from: null, to: null } as const;
    const page = { side: 'audit', offset: 0, limit: 500 } as const;
    const { items } = await ask('ledger.list', { ...inMembers, ...all, ...page });
    return items
      .filter(({ kind }) => kind.startsWith('member-') && kind !== 'member-viewed')
      .map(({ kind, target, detail }) => `${kind} ${target} ${detail.other ?? ''}`.trim());
  };
  const history = (memberId: MemberId) => ask('member.history', { ...inMembers, memberId });
  const kinds = async (memberId: MemberId) => (await history(memberId)).map(({ kind }) => kind);
  return {
    ...{ ask, fail, save, add, pairs, find, merge, merged, everything, list, entries, history },
    kinds,
  };
}

/** Two records of one person: another kanji, another plan, another address. */
const again: Partial<MemberRecord> = {
  familyName: '杜',
  plan: 'Weekly',
  notes: 'Prefers mornings',
  emails: ['mika@home.example'],
};
const choices: MergeChoices = {
  familyName: 'kept',
  plan: 'other',
  notes: 'other',
  emails: 'both',
};

async function twice() {
  const desk = await section();
  const one = await desk.add();
  const other = await desk.add(again);
  return { ...desk, one, other };
}

it('finds who is there twice, and says how far it is', async () => {
  const { add, ask, pairs, find } = await section();
  expect((await pairs()).search).toEqual({ state: 'none' });
  const one = await add({ familyName: '髙橋', familyKana: 'タカハシ' });
  await add({ givenName: '健', givenKana: 'ケン', emails: [] });
  const other = await add({ familyName: '高橋', familyKana: 'ﾀｶﾊｼ', addresses: [] });
  const finding = ask('duplicate.find', inMembers);
  expect((await pairs()).search).toMatchObject({ state: 'running', total: 9 });
  await finding;
  const found = await pairs();
  expect(found.search).toMatchObject({ state: 'done' });
  expect(found.ids).toEqual([[one, other]]);
  expect(await find()).toEqual([[one, other]]);
});

it('finds old kanji by new ones, and new ones by old', async () => {
  const { add, list } = await section();
  const old = await add({ familyName: '髙澤' });
  const young = await add({ familyName: '高沢' });
  expect(await list('高沢')).toEqual([old, young]);
  expect(await list('髙澤')).toEqual([old, young]);
});

it('remembers that two are not the same person, on record, until somebody says otherwise', async () => {
  const { ask, one, other, find, pairs, entries } = await twice();
  expect(await find()).toEqual([[one, other]]);
  const apart = (areApart: boolean) =>
    ask('duplicate.apart', { ...inMembers, one: other, other: one, areApart });
  await apart(true);
  await apart(true);
  expect((await pairs()).ids).toEqual([]);
  expect(await find()).toEqual([]);
  await apart(false);
  expect(await find()).toEqual([[one, other]]);
  expect((await entries()).slice(0, 4)).toEqual([
    `member-apart-undone ${one} ${other}`,
    `member-apart-undone ${other} ${one}`,
    `member-apart ${one} ${other}`,
    `member-apart ${other} ${one}`,
  ]);
});

it('merges field by field; the other record is in no list and nothing finds it, its history stays', async () => {
  const { ask, one, other, merge, merged, everything, list, find, ...desk } = await twice();
  await find();
  const before = await everything(other);
  await merged(await merge(one, other, choices));
  expect(await everything(one)).toMatchObject([
    { familyName: '森', plan: 'Weekly', notes: 'Prefers mornings' },
    { emails: ['Mika.Mori@reader.example', 'mika@home.example'] },
    ...[{}, {}, {}],
  ]);
  expect(await list()).toEqual([one]);
  for (const query of ['杜', 'mika@home.example', '090-1234-5678', 'もり'])
    expect([query, (await list(query)).filter((id) => id !== one)]).toEqual([query, []]);
  expect((await desk.pairs()).ids).toEqual([]);
  expect(await find()).toEqual([]);
  expect((await desk.entries()).slice(0, 2)).toEqual([
    `member-replaced ${other} ${one}`,
    `member-merged ${one} ${other}`,
  ]);
  expect(await desk.kinds(one)).toEqual(['merged', 'added']);
  expect(await desk.kinds(other)).toEqual(['replaced', 'added']);
  const first = (await desk.history(other)).at(-1)?.sequence ?? 0;
  expect(await everything(other, first)).toEqual(before);
  const card = await ask('member.read', { ...inMembers, memberId: other, asOf: null });
  expect(card.mergedInto).toBe(one);
  expect(await ask('ledger.verify', inMembers)).toMatchObject({ outcome: 'whole' });
});

it('brings both back exactly as they were', async () => {
  const { ask, one, other, merge, merged, everything, list, find, entries } = await twice();
  const before = [await everything(one), await everything(other)];
  const sequence = await merged(await merge(one, other, choices));
  const merges = await ask('duplicate.merges', inMembers);
  expect(merges).toMatchObject([
    { sequence, kept: { id: one }, other: { id: other }, staffName: 'Hana Ito' },
  ]);
  await ask('duplicate.undo', { ...inMembers, memberId: one, sequence });
  expect([await everything(one), await everything(other)]).toEqual(before);
  expect(await list('mika@home.example')).toEqual([other]);
  expect(await list('杜')).toEqual([other]);
  expect(await find()).toEqual([[one, other]]);
  expect(await ask('duplicate.merges', inMembers)).toEqual([]);
  expect((await entries()).slice(0, 2)).toEqual([
    `member-unmerged ${other} ${one}`,
    `member-unmerged ${one} ${other}`,
  ]);
  expect(await ask('ledger.verify', inMembers)).toMatchObject({ outcome: 'whole' });
});

it('undoes no merge whose result was changed since, and keeps what else was changed', async () => {
  const { ask, fail, one, other, save, merge, merged, everything } = await twice();
  const sequence = await merged(await merge(one, other, choices));
  const undo = { ...inMembers, memberId: one, sequence };
  await save({ plan: 'Daily' }, one);
  expect(await fail('duplicate.undo', undo)).toMatchObject({ code: 'member-changed-since' });
  await save({ plan: 'Weekly', status: 'approved' }, one);
  await ask('duplicate.undo', undo);
  expect(await everything(one)).toMatchObject([
    { status: 'approved', plan: '' },
    ...[{}, {}, {}, {}],
  ]);
  expect(await everything(other)).toMatchObject([
    { status: 'new', plan: 'Weekly' },
    ...[{}, {}, {}, {}],
  ]);
  expect(await fail('duplicate.undo', undo)).toMatchObject({ code: 'member-changed-since' });
});

it('undoes a merge for thirty days', async () => {
  const { ask, fail, one, other, merge, merged } = await twice();
  const sequence = await merged(await merge(one, other, choices));
  const undo = { ...inMembers, memberId: one, sequence };
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31 * day });
  try {
    expect(await fail('duplicate.undo', undo)).toMatchObject({ code: 'merge-undo-expired' });
    expect(await ask('duplicate.merges', inMembers)).toEqual([]);
    vi.setSystemTime(Date.now() - 2 * day);
    await ask('duplicate.undo', undo);
  } finally {
    vi.useRealTimers();
  }
});

it('merges nothing that nobody has seen, or chosen', async () => {
  const { fail, one, other, save, merge, entries } = await twice();
  const input = await merge(one, other, choices);
  const { plan: _, ...some } = choices;
  const refused = await fail('duplicate.merge', { ...input, choices: some });
  expect(refused).toMatchObject({ code: 'bad-request' });
  await new Promise((resolve) => setTimeout(resolve, 2));
  await save({ language: 'en' }, other);
  expect(await fail('duplicate.merge', input)).toMatchObject({ code: 'pair-changed' });
  expect((await entries()).join()).not.toContain('member-merged');
});

it('leaves no member without a name', async () => {
  const { add, ask, merge } = await section();
  const one = await add({ familyName: '森', givenName: '' });
  const other = await add({ familyName: '', givenName: '美香' });
  const input = await merge(one, other, { familyName: 'other', givenName: 'kept' });
  expect(await ask('duplicate.merge', input)).toMatchObject({ outcome: 'faulty' });
});

it('lets a merged record be neither changed nor merged on, and its merge be undone as one alone', async () => {
  const { ask, fail, add, one, other, merge, merged } = await twice();
  const third = await add({ plan: 'Monthly' });
  const first = await merged(await merge(one, other, choices));
  const change = { memberId: other, fields: { plan: 'x' }, reason: '' };
  for (const [name, input] of [
    ['member.save', { ...inMembers, ...change }],
    ['duplicate.compare', { ...inMembers, one: other, other: third }],
  ] as const)
    expect(await fail(name, input)).toMatchObject({ code: 'member-merged' });
  const single = await fail('member.undo', { ...inMembers, memberId: one, sequence: first });
  expect(single).toMatchObject({ code: 'bad-request' });
  const rest = { plan: 'other', notes: 'other', emails: 'both' } as const;
  const second = await merged(await merge(third, one, rest));
  const undo = { ...inMembers, memberId: one, sequence: first };
  expect(await fail('duplicate.undo', undo)).toMatchObject({ code: 'member-merged' });
  await ask('duplicate.undo', { ...inMembers, memberId: third, sequence: second });
  await ask('duplicate.undo', undo);
});
