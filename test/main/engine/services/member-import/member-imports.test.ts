import Encoding from 'encoding-japanese';
import { expect, it, vi } from 'vitest';
import type { CallInput } from '../../../../../shared/contract.ts';
import type { MemberId } from '../../../../../shared/ids.ts';
import { blankMember } from '../../../../../shared/model/member.ts';
import type { SomeFields } from '../../../../../shared/model/member-change.ts';
import { largestImport } from '../../../../../shared/model/member-import.ts';
import { testEngine } from '../../../../support/engine.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const inMembers = { sectionId: 'members' } as const;
const passphrase = 'gentle copper lantern';

async function section(folder = temporaryFolder()) {
  const engine = testEngine(folder);
  const { ask, fail } = engine;
  await ask('session.create', { name: 'Hana Ito', passphrase });
  const add = async (fields: SomeFields) => {
    const saved = { ...inMembers, memberId: null, fields: { ...blankMember, ...fields } };
    const answer = await ask('member.save', { ...saved, reason: '' });
    if (answer.outcome !== 'saved') throw new Error('not added');
    return answer.memberId;
  };
  const change = (memberId: MemberId, fields: SomeFields) =>
    ask('member.save', { ...inMembers, memberId, fields, reason: '' });
  const put = async (content: Uint8Array) => {
    await ask('memberImport.begin', { ...inMembers, name: 'new.csv', size: content.length });
    await ask('memberImport.append', { ...inMembers, offset: 0, content });
  };
  const open = async (text: string) => {
    await put(new TextEncoder().encode(text));
    return ask('memberImport.read', { ...inMembers, encoding: null, delimiter: null });
  };
  const judge = async (text: string) => {
    const { mapping } = await open(text);
    return ask('memberImport.judge', { ...inMembers, mapping });
  };
  const rows = (
    verdict: CallInput<'memberImport.rows'>['verdict'] = null,
    page = { offset: 0, limit: 50 },
  ) => ask('memberImport.rows', { ...inMembers, verdict, ...page });
  const commit = (mode: 'whole' | 'valid' = 'valid') =>
    ask('memberImport.commit', { ...inMembers, mode, reason: 'spring list' });
  const undo = (importId: number) => ask('memberImport.undo', { ...inMembers, importId });
  const list = async () => {
    const page = { ...inMembers, query: '', offset: 0, limit: 100 };
    const { items } = await ask('member.list', page);
    return items.map(({ familyName, givenName }) => `${familyName} ${givenName}`.trim());
  };
  const history = (memberId: number) =>
    ask('member.history', { ...inMembers, memberId: memberId as MemberId });
  const entries = async () => {
    const everything = { kind: null, staffId: null, query: '', from: null, to: null } as const;
    const page = { side: 'audit', offset: 0, limit: 500 } as const;
    const { items } = await ask('ledger.list', { ...inMembers, ...everything, ...page });
    return items.map(({ kind, target, detail }) => ({ kind, target, detail }));
  };
  const verify = async () => (await ask('ledger.verify', inMembers)).outcome;
  const calls = { add, change, put, open, judge, rows, commit, undo, list, history, entries };
  return { ...engine, ...calls, ask, fail, verify };
}

const file = `Member No.,Last name,First name,Email,Phone,Plan
,森,,mika@reader.example,,gold
,Abe,Ken,ken@reader.example,090-1234-5678,=1+1
,Abe,Ken,KEN@reader.example,,silver
,Ito,Yui,yui@reader,,
,Sato,Go,go@reader.example,,
`;

async function withKnown() {
  const all = await section();
  const mika = await all.add({ familyName: '森', emails: ['mika@reader.example'], plan: 'blue' });
  const go = await all.add({
    familyName: 'Sato',
    givenName: 'Go',
    emails: ['go@reader.example'],
    notes: 'kept',
  });
  return { ...all, mika, go };
}

it('tells of each row what it would do, and does nothing yet', async () => {
  const { judge, rows, list, entries, mika } = await withKnown();
  expect(await judge(file)).toEqual({ new: 1, same: 1, changed: 1, invalid: 2 });
  const { total, items } = await rows();
  expect(total).toBe(5);
  expect(items.map(({ line, verdict }) => [line, verdict])).toEqual([
    [2, 'changed'],
    [3, 'new'],
    [4, 'invalid'],
    [5, 'invalid'],
    [6, 'same'],
  ]);
  expect(items[0]).toMatchObject({
    ...{ memberId: mika, before: { plan: 'blue' }, after: { plan: 'gold' } },
  });
  expect(items[1]).toMatchObject({ formulas: ['Plan'], before: null, after: { plan: '=1+1' } });
  expect(items[2]?.reasons).toEqual([{ field: null, code: 'row-twice', line: 3 }]);
  expect(items[3]?.reasons).toEqual([{ field: 'emails', code: 'email', line: null }]);
  expect((await rows('invalid', { offset: 1, limit: 1 })).items).toMatchObject([{ line: 5 }]);
  expect(await list()).toEqual(['Sato Go', '森']);
  expect((await entries()).filter(({ kind }) => kind !== 'member-added')).toHaveLength(1);
});

it('writes the valid rows, each on record as a change by hand is, and remembers the columns', async () => {
  const { judge, open, commit, list, history, entries, verify, mika, go, ask } = await withKnown();
  await judge(file);
  expect(await commit()).toMatchObject({ state: 'done', added: 1, changed: 1, skipped: 0 });
  expect(await list()).toEqual(['Abe Ken', 'Sato Go', '森']);
  expect(await history(mika)).toMatchObject([
    { kind: 'changed', reason: 'spring list', staffName: 'Hana Ito', fields: ['plan'] },
    { kind: 'added' },
  ]);
  expect(await history(go)).toHaveLength(1);
  const read = { ...inMembers, memberId: go, asOf: null };
  expect((await ask('member.read', read)).shown.notes).toBe('kept');
  const [added, changed, imported] = await entries().then((all) => all.slice(2));
  expect([added, changed, imported]).toMatchObject([
    { kind: 'member-added', detail: { import: 1 } },
    { kind: 'member-changed', target: String(mika), detail: { import: 1 } },
    { kind: 'members-imported', target: 'new.csv', detail: { import: 1, count: 2 } },
  ]);
  expect(await verify()).toBe('whole');
  expect(await open(file)).toMatchObject({ isRemembered: true });
  expect(await judge(file)).toMatchObject({ new: 0, changed: 0 });
});

it('writes all or nothing when it is asked to', async () => {
  const { judge, commit, list, fail } = await withKnown();
  await judge(file);
  const all = { ...inMembers, mode: 'whole', reason: '' };
  expect(await fail('memberImport.commit', all)).toEqual({ code: 'import-invalid-rows' });
  expect(await list()).toHaveLength(2);
  await judge('Last name,First name\nAbe,Ken\nIto,Yui\n');
  expect(await commit('whole')).toMatchObject({ added: 2 });
});

it('takes an import back but for what was changed since, and says how many', async () => {
  const { judge, commit, undo, change, list, history, verify, fail, mika, go } = await withKnown();
  await judge(`${file},Ono,Rin,rin@reader.example,,\n`);
  const { id } = await commit();
  // Of the members that were added, the last one.
  const rin = (go + 2) as MemberId;
  await change(rin, { notes: 'called' });
  expect(await undo(id)).toMatchObject({ state: 'undone', takenBack: 2, left: 1 });
  expect(await list()).toEqual(['Ono Rin', 'Sato Go', '森']);
  expect((await history(mika))[0]).toMatchObject({ kind: 'undone', after: { plan: 'blue' } });
  expect(await verify()).toBe('whole');
  const again = await fail('memberImport.undo', { ...inMembers, importId: id });
  expect(again).toEqual({ code: 'import-over' });
});

it('leaves whom a hold keeps, takes the others back, and lets the next import begin', async () => {
  const { judge, commit, undo, list, verify, ask } = await section();
  await judge('Last name,Plan\nAbe,gold\nIto,gold\nOno,gold\n');
  const { id } = await commit();
  const memberId = 2 as MemberId;
  await ask('member.hold', { ...inMembers, memberId, reason: 'A dispute' });
  expect(await undo(id)).toMatchObject({ state: 'undone', takenBack: 2, left: 1 });
  expect(await list()).toEqual(['Ito']);
  await judge('Last name,Plan\nSato,gold\n');
  expect(await commit()).toMatchObject({ state: 'done', added: 1 });
  expect(await verify()).toBe('whole');
});

it('can be taken back for 30 days', async () => {
  const { judge, commit, ask, fail } = await section();
  await judge('Last name,Plan\nAbe,gold\n');
  const { id, at } = await commit();
  expect(await ask('memberImport.list', inMembers)).toMatchObject([{ id, added: 1 }]);
  vi.spyOn(Date, 'now').mockReturnValue(at + 30 * 86_400_000 + 1);
  expect(await ask('memberImport.list', inMembers)).toEqual([]);
  const over = await fail('memberImport.undo', { ...inMembers, importId: id });
  expect(over).toEqual({ code: 'import-over' });
  vi.restoreAllMocks();
});

it('leaves nothing of a file that is given up before it is written', async () => {
  const { judge, open, fail, ask, list, entries } = await section();
  const many = `Last name,Plan\n${Array.from({ length: 4000 }, (_, at) => `Abe${at},gold`).join('\n')}`;
  const { mapping } = await open(many);
  const judging = fail('memberImport.judge', { ...inMembers, mapping });
  await ask('memberImport.cancel', inMembers);
  expect(await judging).toEqual({ code: 'cancelled' });
  await judge(many);
  const committing = fail('memberImport.commit', { ...inMembers, mode: 'valid', reason: '' });
  await ask('memberImport.cancel', inMembers);
  expect(await committing).toEqual({ code: 'cancelled' });
  expect(await list()).toEqual([]);
  expect(await ask('memberImport.list', inMembers)).toEqual([]);
  expect((await entries()).map(({ kind }) => kind)).toEqual(['chain-began']);
});

it('goes on with what a lock cut short, in the name of whose import it is', async () => {
  const folder = temporaryFolder();
  const first = await section(folder);
  const names = Array.from({ length: 3000 }, (_, at) => `Abe${at},gold`);
  await first.judge(`Last name,Plan\n${names.join('\n')}`);
  const call = { ...inMembers, mode: 'whole', reason: '' };
  const cut = first.engine.call('memberImport.commit', call);
  while ((await first.list()).length === 0) await new Promise(setImmediate);
  await first.engine.close();
  expect(await cut).toMatchObject({ ok: false, error: { code: 'section-busy' } });
  const { ask } = testEngine(folder);
  const { profiles } = await ask('session.state', null);
  const staffId = profiles[0]?.id;
  if (staffId === undefined) throw new Error('nobody');
  await ask('session.unlock', { staffId, passphrase, staysSignedIn: false });
  const state = async () => (await ask('memberImport.list', inMembers))[0];
  await expect.poll(async () => (await state())?.state, { timeout: 20_000 }).toBe('done');
  expect(await state()).toMatchObject({ added: 3000, staffName: 'Hana Ito' });
  expect((await ask('ledger.verify', inMembers)).outcome).toBe('whole');
});

it('goes on with an undo that a lock cut short, and shows how far it is', async () => {
  const folder = temporaryFolder();
  const first = await section(folder);
  const names = Array.from({ length: 3000 }, (_, at) => `Abe${at},gold`);
  await first.judge(`Last name,Plan\n${names.join('\n')}`);
  const { id } = await first.commit();
  const call = { ...inMembers, importId: id };
  const cut = first.engine.call('memberImport.undo', call);
  const latest = async () => (await first.ask('memberImport.list', inMembers))[0];
  while (((await latest())?.takenBack ?? 0) === 0) await new Promise(setImmediate);
  expect(await latest()).toMatchObject({ state: 'undoing', prepared: 3000, added: 3000 });
  await first.engine.close();
  expect(await cut).toMatchObject({ ok: false, error: { code: 'section-busy' } });
  const { ask } = testEngine(folder);
  const { profiles } = await ask('session.state', null);
  const staffId = profiles[0]?.id;
  if (staffId === undefined) throw new Error('nobody');
  await ask('session.unlock', { staffId, passphrase, staysSignedIn: false });
  const state = async () => (await ask('memberImport.list', inMembers))[0];
  await expect.poll(async () => (await state())?.state, { timeout: 20_000 }).toBe('undone');
  expect(await state()).toMatchObject({ takenBack: 3000, left: 0 });
  const page = { ...inMembers, query: '', offset: 0, limit: 1 };
  expect((await ask('member.list', page)).total).toBe(0);
  expect((await ask('ledger.verify', inMembers)).outcome).toBe('whole');
});

it.each<[string, string, object]>([
  ['nothing', '', { code: 'import-empty' }],
  ['a header alone', 'name,email\n', { code: 'import-no-rows' }],
  ['a file cut in the middle', 'name,notes\nAbe,"call', { code: 'import-quote-open', detail: '2' }],
  ['too many columns', `a${',a'.repeat(200)}\n1\n`, { code: 'import-too-wide', detail: '1' }],
])('refuses %s', async (_, text, error) => {
  const { put, fail } = await section();
  await put(new TextEncoder().encode(text));
  const read = { ...inMembers, encoding: null, delimiter: null };
  expect(await fail('memberImport.read', read)).toEqual(error);
});

it('refuses 1 GB before it has any of it, and a file that is not the one announced', async () => {
  const { fail, ask } = await section();
  const begin = (size: number) => ({ ...inMembers, name: 'huge.csv', size });
  const tooLarge = { code: 'import-too-large' };
  expect(await fail('memberImport.begin', begin(2 ** 30))).toEqual(tooLarge);
  expect(await fail('memberImport.begin', begin(largestImport + 1))).toEqual(tooLarge);
  await ask('memberImport.begin', begin(3));
  const append = { ...inMembers, offset: 0, content: new Uint8Array(4) };
  expect(await fail('memberImport.append', append)).toEqual({ code: 'bad-request' });
});

it('reads Shift_JIS, and other encodings not at all', async () => {
  const { put, ask, fail, commit, list } = await section();
  const to = (encoding: 'SJIS' | 'EUCJP') => {
    const code = Encoding.stringToCode('姓,メール\n高橋,hana@reader.example\n');
    return Uint8Array.from(Encoding.convert(code, { to: encoding, from: 'UNICODE' }));
  };
  const read = { ...inMembers, encoding: null, delimiter: null };
  await put(to('EUCJP'));
  expect(await fail('memberImport.read', read)).toEqual({ code: 'import-encoding' });
  await put(to('SJIS'));
  const { mapping, encoding } = await ask('memberImport.read', read);
  expect(encoding).toBe('shift_jis');
  await ask('memberImport.judge', { ...inMembers, mapping });
  await commit();
  expect(await list()).toEqual(['高橋']);
});

it('reads no two columns as one field, and needs one', async () => {
  const { open, fail } = await section();
  const { mapping } = await open('Last name,Last name\nAbe,Ito\n');
  expect(mapping).toEqual(['familyName', 'ignore']);
  const judge = (fields: readonly string[]) =>
    fail('memberImport.judge', { ...inMembers, mapping: fields });
  expect(await judge(['familyName', 'familyName'])).toEqual({ code: 'import-field-twice' });
  expect(await judge(['custom', 'custom'])).toEqual({ code: 'import-field-twice' });
  expect(await judge(['ignore', 'ignore'])).toEqual({ code: 'import-no-field' });
});

it('has a look at a hidden field on record once, when the preview tells what it holds', async () => {
  const { judge, rows, entries, mika } = await withKnown();
  await judge('Email,Phone\nmika@reader.example,03-1234-5678\n');
  await rows();
  await rows('changed');
  const looks = (await entries()).filter(({ kind }) => kind === 'member-viewed');
  expect(looks).toEqual([
    { kind: 'member-viewed', target: String(mika), detail: { field: 'phones' } },
  ]);
});

it('is for administrators alone, whatever the window offers', async () => {
  const folder = temporaryFolder();
  const first = await section(folder);
  const { passphrase: handed } = await first.ask('staff.add', {
    name: 'Ken Abe',
    role: 'staff',
    sections: ['members'],
  });
  await first.engine.close();
  const { ask, fail } = testEngine(folder);
  const { profiles } = await ask('session.state', null);
  const staffId = profiles.find(({ name }) => name === 'Ken Abe')?.id;
  if (staffId === undefined) throw new Error('nobody was added');
  await ask('session.unlock', { staffId, passphrase: handed });
  await ask('passphrase.change', { current: handed, next: 'granite violin sunday moth' });
  const needed = { code: 'administrator-needed' };
  const asked = {
    'memberImport.begin': { name: 'new.csv', size: 3 },
    'memberImport.append': { offset: 0, content: new Uint8Array(3) },
    'memberImport.read': { encoding: null, delimiter: null },
    'memberImport.judge': { mapping: ['familyName'] },
    'memberImport.rows': { verdict: null, offset: 0, limit: 1 },
    'memberImport.commit': { mode: 'valid', reason: '' },
    'memberImport.list': {},
    'memberImport.undo': { importId: 1 },
  } as const;
  for (const [name, input] of Object.entries(asked))
    expect(await fail(name as keyof typeof asked, { ...inMembers, ...input })).toEqual(needed);
});
