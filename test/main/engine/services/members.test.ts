import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MemberId } from '../../../../shared/ids.ts';
import {
  blankMember,
  type HiddenField,
  isHiddenField,
  type MemberRecord,
} from '../../../../shared/model/member.ts';
import type { SomeFields } from '../../../../shared/model/member-change.ts';
import { testEngine } from '../../../support/engine.ts';
import { mika } from '../../../support/members.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const inMembers = { sectionId: 'members' } as const;

async function section() {
  const engine = testEngine(temporaryFolder());
  await engine.ask('session.create', { name: 'Hana Ito', passphrase: 'gentle copper lantern' });
  const { ask } = engine;
  const save = (fields: SomeFields, memberId: MemberId | null = null, reason = '') =>
    ask('member.save', { ...inMembers, memberId, fields, reason });
  const add = async (record: MemberRecord = mika) => {
    const answer = await save(record);
    if (answer.outcome !== 'saved' || answer.sequence === null) throw new Error('not added');
    return { memberId: answer.memberId, sequence: answer.sequence };
  };
  const change = async (memberId: MemberId, fields: SomeFields, reason = '') => {
    const answer = await save(fields, memberId, reason);
    if (answer.outcome !== 'saved' || answer.sequence === null) throw new Error('not changed');
    return answer.sequence;
  };
  const read = (memberId: MemberId, asOf: number | null = null) =>
    ask('member.read', { ...inMembers, memberId, asOf });
  const list = async (query = '') => {
    const page = { ...inMembers, query, offset: 0, limit: 100 };
    const { total, items } = await ask('member.list', page);
    expect(total).toBe(items.length);
    return items.map(({ familyName, givenName }) => familyName + givenName);
  };
  const entries = async (side: 'audit' | 'left' = 'audit') => {
    const everything = { kind: null, staffId: null, query: '', from: null, to: null } as const;
    const page = { side, offset: 0, limit: 500 } as const;
    const { items } = await ask('ledger.list', { ...inMembers, ...everything, ...page });
    return items;
  };
  const verify = () => ask('ledger.verify', inMembers);
  return { ...engine, save, add, change, read, list, entries, verify };
}

it('keeps a record in one form, however it was typed', async () => {
  const { ask, add, read } = await section();
  const { memberId } = await add();
  expect(await read(memberId)).toMatchObject({
    shown: { familyName: '森', familyKana: 'モリ', givenKana: 'ミカ', honorific: null },
    counts: { emails: 1, phones: 1, addresses: 1, custom: 1 },
  });
  const reveal = (field: HiddenField) =>
    ask('member.reveal', { ...inMembers, memberId, asOf: null, field });
  expect(await reveal('phones')).toEqual({ phones: ['090-1234-5678'] });
  expect(await reveal('emails')).toEqual({ emails: ['Mika.Mori@reader.example'] });
  expect(await reveal('addresses')).toMatchObject({ addresses: [{ postalCode: '100-0001' }] });
  expect(await reveal('custom')).toEqual({ custom: mika.custom });
});

it.each<[SomeFields, object]>([
  [
    { familyName: ' ', givenName: '' },
    { field: 'familyName', code: 'needed' },
  ],
  [{ familyKana: '森' }, { field: 'familyKana', code: 'kana' }],
  [{ emails: ['mika@reader'] }, { field: 'emails', index: 0, code: 'email' }],
  [{ emails: ['m@reader.example', 'M@READER.example'] }, { index: 1, code: 'twice' }],
  [{ phones: ['', '090-1234'] }, { field: 'phones', index: 1, code: 'phone' }],
  [{ phones: ['090-1234-5678 (home)'] }, { field: 'phones', index: 0, code: 'phone' }],
  [{ phones: ['03-1234-5678 ext. 12'] }, { field: 'phones', index: 0, code: 'phone' }],
  [{ phones: ['+44 20 7946 0958', '+442079460958'] }, { index: 1, code: 'twice' }],
  [
    { addresses: [{ ...blank(), postalCode: '100-00' }] },
    { field: 'addresses', index: 0, part: 'postalCode', code: 'postal-code' },
  ],
  [
    { addresses: [{ ...blank(), country: 'GB', postalCode: '1000001' }] },
    { part: 'postalCode', code: 'postal-code' },
  ],
  [{ addresses: [{ ...blank(), city: '', street: '1-1' }] }, { part: 'city', code: 'needed' }],
  [
    { consent: { version: '3', date: '2026-02-30', source: 'form' } },
    { field: 'consent', part: 'date', code: 'date' },
  ],
  [
    { consent: { version: '3', date: '', source: '' } },
    { field: 'consent', part: 'date', code: 'needed' },
  ],
  [{ custom: [{ label: '', text: 'x' }] }, { part: 'label', code: 'needed' }],
])('keeps nothing of %j and says what is wrong', async (fields, fault) => {
  const { save, list } = await section();
  const answer = await save({ ...mika, ...fields });
  expect(answer).toMatchObject({ outcome: 'faulty' });
  expect(answer).toHaveProperty('faults', expect.arrayContaining([expect.objectContaining(fault)]));
  expect(await list()).toEqual([]);
});

function blank() {
  return {
    country: 'JP',
    postalCode: '',
    region: '',
    city: '港区',
    street: '',
    building: '',
  } as const;
}

it('lists by furigana and finds in any kana, width and order, but no part of an address or number', async () => {
  const { add, list } = await section();
  await add();
  await add({
    ...blankMember,
    familyName: '青木',
    givenName: '蓮',
    familyKana: 'あおき',
    givenKana: 'れん',
  });
  await add({ ...blankMember, familyName: 'Müller', givenName: 'Lea', nameOrder: 'given-first' });
  expect(await list()).toEqual(['MüllerLea', '青木蓮', '森美香']);
  for (const query of ['もり', 'モリ', 'ﾓﾘ', '森', 'もりみか', 'みか もり', '美香', 'も'])
    expect([query, await list(query)]).toEqual([query, ['森美香']]);
  for (const query of ['mul', 'Ｍｕｌｌｅｒ', 'lea müller', 'leamu'])
    expect([query, await list(query)]).toEqual([query, ['MüllerLea']]);
  for (const query of ['mika.mori@READER.example', '090 1234 5678', '+819012345678'])
    expect([query, await list(query)]).toEqual([query, ['森美香']]);
  for (const query of ['mika.mori', 'mika.mori@', 'reader', '1234', '千代田', '紹介', '!'])
    expect([query, await list(query)]).toEqual([query, []]);
});

it('finds a member by the name that they have now, and no more by another', async () => {
  const { add, change, list } = await section();
  const { memberId } = await add();
  await change(memberId, { familyName: '林', familyKana: 'はやし' });
  expect(await list('森')).toEqual([]);
  expect(await list('ハヤシ')).toEqual(['林美香']);
});

it('has everybody who looks on record, with the field and never with what it holds', async () => {
  const { ask, add, read, entries } = await section();
  const { memberId } = await add();
  await read(memberId);
  await ask('member.reveal', { ...inMembers, memberId, asOf: null, field: 'phones' });
  const target = String(memberId);
  expect((await entries()).slice(0, 3)).toMatchObject([
    { kind: 'member-viewed', target, staffName: 'Hana Ito', detail: { field: 'phones' } },
    { kind: 'member-viewed', target, detail: {} },
    { kind: 'member-added', target },
  ]);
});

it('has a copy in the ledger of what left', async () => {
  const { engine, add, entries } = await section();
  const { memberId } = await add();
  await engine.recordLeft('members', [{ kind: 'member-copied', memberId, field: 'emails' }]);
  expect(await entries('left')).toMatchObject([
    { kind: 'member-copied', target: String(memberId), detail: { field: 'emails' } },
  ]);
});

it('keeps what each change was before and after, who did it and why, and shows any state', async () => {
  const { ask, add, change, read } = await section();
  const { memberId, sequence: added } = await add();
  const moved = await change(memberId, { phones: ['03-1234-5678'], plan: 'Daily' }, 'New plan');
  await change(memberId, { status: 'approved' });
  const history = await ask('member.history', { ...inMembers, memberId });
  expect(history).toMatchObject([
    { kind: 'changed', before: { status: 'new' }, after: { status: 'approved' }, undoes: null },
    {
      sequence: moved,
      staffName: 'Hana Ito',
      reason: 'New plan',
      fields: ['plan', 'phones'],
      before: { plan: '' },
      after: { plan: 'Daily' },
    },
    { sequence: added, kind: 'added', before: null },
  ]);
  // Hidden fields are in no history.
  expect(JSON.stringify(history)).not.toMatch(/1234|reader\.example|千代田区|佐藤/);
  const both = { ...inMembers, memberId, sequence: moved, field: 'phones' } as const;
  expect(await ask('member.revealChange', both)).toEqual({
    before: { phones: ['090-1234-5678'] },
    after: { phones: ['03-1234-5678'] },
  });
  expect(await read(memberId, added)).toMatchObject({ shown: { plan: '', status: 'new' } });
  expect(await read(memberId, moved)).toMatchObject({ shown: { plan: 'Daily', status: 'new' } });
  const then = { ...inMembers, memberId, asOf: added, field: 'phones' } as const;
  expect(await ask('member.reveal', then)).toEqual({ phones: ['090-1234-5678'] });
});

it('lists of a new member what there is, and no hidden field with nothing in it', async () => {
  const { ask, add } = await section();
  const { memberId } = await add({ ...mika, emails: [], custom: [] });
  const [added] = await ask('member.history', { ...inMembers, memberId });
  expect(added?.fields.filter(isHiddenField)).toEqual([...['phones', 'addresses']]);
});

it('records no change where nothing is different', async () => {
  const { save, add, entries } = await section();
  const { memberId } = await add();
  const before = (await entries()).length;
  expect(await save({ phones: ['090 1234 5678'], familyName: '森 ' }, memberId)).toEqual({
    ...{ outcome: 'saved', memberId, sequence: null },
  });
  expect(await entries()).toHaveLength(before);
});

it('undoes a change by another, unless it was changed again', async () => {
  const { ask, fail, add, change, read, verify } = await section();
  const { memberId } = await add();
  const first = await change(memberId, { plan: 'Daily' });
  const other = await change(memberId, { notes: 'Calls on Mondays' });
  const undo = { ...inMembers, memberId };
  await ask('member.undo', { ...undo, sequence: first });
  expect(await read(memberId)).toMatchObject({
    shown: { plan: '', notes: 'Calls on Mondays' },
  });
  const [undone] = await ask('member.history', { ...inMembers, memberId });
  expect(undone).toMatchObject({ kind: 'undone', undoes: first, after: { plan: '' } });
  await change(memberId, { notes: 'Calls on Tuesdays' });
  expect(await fail('member.undo', { ...undo, sequence: other })).toEqual({
    code: 'member-changed-since',
  });
  expect(await verify()).toMatchObject({ outcome: 'whole' });
});

it('undoes nothing where a record would be left that is not right', async () => {
  const { fail, add, change, read } = await section();
  const { memberId } = await add({ ...blankMember, familyName: '森' });
  const named = await change(memberId, { givenName: '美香' });
  await change(memberId, { familyName: '' });
  expect(await fail('member.undo', { ...inMembers, memberId, sequence: named })).toEqual({
    code: 'member-changed-since',
  });
  expect(await read(memberId)).toMatchObject({ shown: { givenName: '美香' } });
});

it('erases who was added by mistake, never gives the number again, and stays verifiable', async () => {
  const { ask, fail, add, list, read, entries, verify } = await section();
  const { memberId, sequence } = await add();
  await ask('member.undo', { ...inMembers, memberId, sequence });
  expect(await list()).toEqual([]);
  expect(await list('森')).toEqual([]);
  expect(await fail('member.read', { ...inMembers, memberId, asOf: null })).toEqual({
    code: 'not-found',
  });
  expect((await entries())[0]).toMatchObject({
    ...{ kind: 'member-erased', target: String(memberId), detail: { concerns: sequence } },
  });
  expect(await verify()).toMatchObject({ outcome: 'whole' });
  const next = await add();
  expect(next.memberId).toBeGreaterThan(memberId);
  expect(await read(next.memberId)).toMatchObject({ shown: { familyName: '森' } });
});

it('erases nobody who was changed since they were added', async () => {
  const { fail, add, change, list } = await section();
  const { memberId, sequence } = await add();
  await change(memberId, { plan: 'Daily' });
  expect(await fail('member.undo', { ...inMembers, memberId, sequence })).toEqual({
    code: 'member-changed-since',
  });
  expect(await list()).toEqual(['森美香']);
});

it('has nothing of a person in the chain', async () => {
  const { ask, add, change, entries } = await section();
  const { memberId } = await add();
  const sequence = await change(memberId, { familyName: '林' }, 'Married Mr Hayashi');
  await ask('member.undo', { ...inMembers, memberId, sequence });
  const chain = JSON.stringify([await entries(), await entries('left')]);
  for (const word of ['森', '美香', 'モリ', '林', 'Hayashi', 'mori', '1234', '千代田', '佐藤'])
    expect(chain.toLowerCase()).not.toContain(word.toLowerCase());
});

it('belongs to the Members section alone', async () => {
  const { fail } = await section();
  const page = { query: '', offset: 0, limit: 10 };
  expect(await fail('member.list', { sectionId: 'world-services', ...page })).toMatchObject({
    code: 'bad-request',
  });
});

it('comes back to any earlier state, whatever was changed in between', async () => {
  const { ask, add, save, read } = await section();
  const fields = fc.record(
    {
      plan: fc.constantFrom('', 'Daily', 'Weekly'),
      status: fc.constantFrom('new', 'approved', 'lapsed'),
      phones: fc.constantFrom<string[]>(
        [],
        ['090-1234-5678'],
        ['03-1234-5678', '+44 20 7946 0958'],
      ),
      tailoring: fc.constantFrom('yes', 'no', 'unknown'),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fields, { maxLength: 6 }), async (changes) => {
      const { memberId, sequence } = await add();
      const states = [{ sequence, card: (await read(memberId)).shown }];
      for (const change of changes) {
        const answer = await save(change as SomeFields, memberId);
        if (answer.outcome !== 'saved' || answer.sequence === null) continue;
        states.push({ sequence: answer.sequence, card: (await read(memberId)).shown });
      }
      for (const state of states)
        expect((await read(memberId, state.sequence)).shown).toEqual(state.card);
      for (const { sequence: each } of states.slice(1).reverse())
        await ask('member.undo', { ...inMembers, memberId, sequence: each });
      expect((await read(memberId)).shown).toEqual(states[0]?.card);
    }),
    { numRuns: 12 },
  );
});
