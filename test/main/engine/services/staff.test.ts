import { cpSync, globSync, mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openKeyHolder } from '../../../../main/engine/keyring/key-holder.ts';
import { readKeyring, writeKeyring } from '../../../../main/engine/keyring/keyring-file.ts';
import { openDatabase } from '../../../../main/engine/store/open-database.ts';
import { rekeyDatabase } from '../../../../main/engine/store/rekey-database.ts';
import type { StaffId } from '../../../../shared/ids.ts';
import type { SectionId } from '../../../../shared/model/section.ts';
import { testEngine } from '../../../support/engine.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { waitFor } from '../../../support/wait-for.ts';

const passphrase = 'lantern ferry orchard nine';
const kensPassphrase = 'granite violin sunday moth';

async function newsroom() {
  const folder = temporaryFolder();
  const engine = testEngine(folder);
  const { state, code } = await engine.ask('session.create', { name: 'Hana', passphrase });
  const hana = idOf(state.staff);
  return { folder, engine, hana, code };
}

function idOf(staff: { readonly id: StaffId } | null | undefined): StaffId {
  if (!staff) throw new Error('no such profile');
  return staff.id;
}

/** Adds Ken, who chooses his own passphrase; then the administrator is back. One engine at a time. */
async function addKen(
  { folder, engine, hana }: Awaited<ReturnType<typeof newsroom>>,
  sections: SectionId[],
) {
  const { ask } = engine;
  const added = await ask('staff.add', { name: 'Ken', role: 'staff', sections });
  const ken = idOf((await ask('staff.list', null)).find(({ name }) => name === 'Ken'));
  await engine.engine.close();
  const his = testEngine(folder);
  const { phase } = await his.ask('session.unlock', { staffId: ken, ...added });
  expect(phase).toBe('new-passphrase');
  expect((await his.fail('section.list', null)).code).toBe('locked');
  await his.ask('passphrase.change', { current: added.passphrase, next: kensPassphrase });
  const opened = await his.ask('section.list', null);
  expect(opened.map(({ id }) => id)).toEqual(sections);
  await his.engine.close();
  return { ken, engine: await open(folder, hana, passphrase) };
}

const open = async (folder: string, staffId: StaffId, secret: string) => {
  const engine = testEngine(folder);
  await engine.ask('session.unlock', { staffId, passphrase: secret });
  const sections = (await engine.ask('section.list', null)).map(({ id }) => id);
  return { ...engine, sections };
};

it('opens for each person the sections that were granted, and no other', async () => {
  const room = await newsroom();
  const { folder } = room;
  const { ken, engine } = await addKen(room, ['website-editor']);
  await engine.engine.close();
  const his = await open(folder, ken, kensPassphrase);
  expect(his.sections).toEqual(['website-editor']);
  const list = { view: 'inbox', query: '', offset: 0, limit: 10 };
  expect(await his.fail('conversation.list', { sectionId: 'members', ...list })).toEqual({
    code: 'section-not-granted',
  });
  for (const name of ['staff.list', 'staff.grant', 'section.rekey'] as const) {
    const input = { 'staff.list': null, 'staff.grant': { staffId: ken, sectionId: 'members' } };
    const asked = name === 'section.rekey' ? { sectionId: 'website-editor' } : input[name];
    expect(await his.fail(name, asked)).toEqual({ code: 'administrator-needed' });
  }
});

it('leaves whoever has the files and the passphrase without a key to other sections', async () => {
  const room = await newsroom();
  const { folder } = room;
  const { ken, engine } = await addKen(room, ['website-editor']);
  await engine.engine.close();
  // A copy of the files, and whatever code he likes: every key in them, tried on every file.
  const stolen = temporaryFolder();
  cpSync(folder, stolen, { recursive: true });
  const { keyring } = readKeyring(stolen, 0);
  const his = keyring.profiles.find(({ id }) => id === ken);
  if (his === undefined) throw new Error('no profile');
  const everything = Object.assign({}, ...keyring.profiles.map(({ keys }) => keys));
  const keys = [
    ...((await openKeyHolder(his, kensPassphrase))?.values() ?? []),
    ...((await openKeyHolder({ ...his, keys: everything }, kensPassphrase))?.values() ?? []),
  ].flat();
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
  const opened = (['world-services', 'website-editor', 'members'] as const).filter((section) =>
    keys.some((key) => opens(join(stolen, 'sections', `${section}.db`), key)),
  );
  expect(opened).toEqual(['website-editor']);
});

function opens(path: string, key: Buffer): boolean {
  try {
    openDatabase({ path, key, nativeBinding: null }).close();
    return true;
  } catch {
    return false;
  }
}

it('changes the key of a section that it withdraws: a kept copy of the old one opens nothing new', async () => {
  const room = await newsroom();
  const { folder, hana } = room;
  const { ken, engine } = await addKen(room, ['website-editor', 'members']);
  const { ask } = engine;
  const before = readKeyring(folder, 0).keyring.profiles.find(({ id }) => id === ken);
  if (before === undefined) throw new Error('no profile');
  const old = (await openKeyHolder(before, kensPassphrase))?.get('members')?.[0];
  if (old === undefined) throw new Error('no key');

  await ask('staff.withdraw', { staffId: ken, sectionId: 'members' });

  expect((await ask('section.list', null)).map(({ storeError }) => storeError)).toEqual([
    null,
    null,
    null,
  ]);
  await engine.engine.close();
  expect(opens(join(folder, 'sections', 'members.db'), old)).toBe(false);
  const his = await open(folder, ken, kensPassphrase);
  expect(his.sections).toEqual(['website-editor']);
  await his.engine.close();
  expect((await open(folder, hana, passphrase)).sections).toHaveLength(3);
  expect(globSync('sections/*.rekey*', { cwd: folder })).toEqual([]);
});

it('grants a section without the passphrase of whom it is granted to', async () => {
  const room = await newsroom();
  const { folder } = room;
  const { ken, engine } = await addKen(room, []);
  await engine.ask('staff.grant', { staffId: ken, sectionId: 'members' });
  await engine.engine.close();
  expect((await open(folder, ken, kensPassphrase)).sections).toEqual(['members']);
});

it('keeps an administrator, and somebody who can open each section', async () => {
  const { folder, engine, hana } = await newsroom();
  const { ask, fail } = engine;
  expect(await fail('staff.setRole', { staffId: hana, role: 'staff' })).toEqual({
    code: 'last-administrator',
  });
  expect(await fail('staff.remove', { staffId: hana })).toEqual({ code: 'last-administrator' });
  // One who has never signed in may never do so.
  const { passphrase: handed } = await ask('staff.add', {
    name: 'Ken',
    role: 'administrator',
    sections: [],
  });
  const ken = idOf((await ask('staff.list', null)).find(({ name }) => name === 'Ken'));
  expect(await fail('staff.remove', { staffId: hana })).toEqual({ code: 'last-administrator' });
  await engine.engine.close();
  const his = testEngine(folder);
  await his.ask('session.unlock', { staffId: ken, passphrase: handed });
  await his.ask('passphrase.change', { current: handed, next: kensPassphrase });
  expect(await his.fail('staff.remove', { staffId: hana })).toEqual({ code: 'last-holder' });
  expect(
    await his.fail('staff.add', { name: 'Mai', role: 'staff', sections: ['members'] }),
  ).toEqual({ code: 'section-not-granted' });
});

it('removes a person, and the keys of what they could open', async () => {
  const room = await newsroom();
  const { folder, hana } = room;
  const { ken, engine } = await addKen(room, ['members']);
  const file = join(folder, 'sections', 'members.db');
  const salt = () => readFileSync(file).subarray(0, 16).toString('hex');
  const before = salt();
  await engine.ask('staff.remove', { staffId: ken });
  expect(salt()).not.toBe(before);
  expect(await engine.ask('staff.list', null)).toMatchObject([{ id: hana }]);
  await engine.engine.close();
  expect(await testEngine(folder).fail('session.unlock', { staffId: ken, passphrase })).toEqual({
    code: 'profile-unknown',
  });
});

it('hands a new passphrase to whoever forgot theirs', async () => {
  const room = await newsroom();
  const { folder } = room;
  const { ken, engine } = await addKen(room, ['members']);
  const handed = await engine.ask('staff.resetPassphrase', { staffId: ken });
  await engine.engine.close();
  const his = testEngine(folder);
  expect(
    (await his.fail('session.unlock', { staffId: ken, passphrase: kensPassphrase })).code,
  ).toBe('wrong-passphrase');
  expect((await his.ask('session.unlock', { staffId: ken, ...handed })).phase).toBe(
    'new-passphrase',
  );
});

it('opens everything with the recovery sheet, for a new passphrase and a new sheet', async () => {
  const { folder, engine, hana, code } = await newsroom();
  // The sheet knows a key that came after it.
  await engine.ask('section.rekey', { sectionId: 'members' });
  await engine.engine.close();
  const hers = testEngine(folder);
  const recovery = { staffId: hana, code: code.toLowerCase(), passphrase: kensPassphrase };
  const recovered = await hers.ask('session.recover', recovery);
  expect(recovered.state.phase).toBe('unlocked');
  expect((await hers.ask('section.list', null)).map(({ storeError }) => storeError)).toEqual([
    null,
    null,
    null,
  ]);
  await hers.engine.close();
  expect(await testEngine(folder).fail('session.recover', recovery)).toEqual({
    code: 'wrong-recovery-code',
  });
  expect((await open(folder, hana, kensPassphrase)).sections).toHaveLength(3);
});

it('changes a passphrase, and the old one opens nothing more', async () => {
  const { folder, engine, hana } = await newsroom();
  expect(
    (await engine.fail('passphrase.change', { current: passphrase, next: 'password123' })).code,
  ).toBe('passphrase-common');
  expect(
    (await engine.fail('passphrase.change', { current: 'not mine', next: kensPassphrase })).code,
  ).toBe('wrong-passphrase');
  await engine.ask('passphrase.change', { current: passphrase, next: kensPassphrase });
  await engine.engine.close();
  expect(
    (await testEngine(folder).fail('session.unlock', { staffId: hana, passphrase })).code,
  ).toBe('wrong-passphrase');
  expect((await open(folder, hana, kensPassphrase)).sections).toHaveLength(3);
});

it('looks at no passphrase, right or wrong, before its time, and not after a restart either', async () => {
  const { folder, engine, hana } = await newsroom();
  await engine.engine.close();
  const guesser = testEngine(folder);
  for (let guess = 0; guess < 4; guess += 1) {
    await guesser.fail('session.unlock', { staffId: hana, passphrase: `guess ${guess}` });
  }
  await guesser.engine.close();
  const next = testEngine(folder);
  expect(await next.fail('session.unlock', { staffId: hana, passphrase })).toEqual({
    code: 'too-many-attempts',
  });
  const { profiles } = await next.ask('session.state', null);
  expect(profiles[0]?.waitUntil).toBeGreaterThan(Date.now());
});

it('hands no key to whoever wrote themselves into the keyring', async () => {
  const room = await newsroom();
  const { folder, hana } = room;
  const { ken, engine } = await addKen(room, ['website-editor']);
  await engine.engine.close();
  const { keyring } = readKeyring(folder, 0);
  const forge = (profile: (typeof keyring.profiles)[number]) =>
    profile.id === ken
      ? { ...profile, keys: { ...profile.keys, members: profile.keys['website-editor'] ?? [] } }
      : profile;
  writeKeyring(folder, { ...keyring, profiles: keyring.profiles.map(forge) });
  const hers = await open(folder, hana, passphrase);
  const { passphrase: handed } = await hers.ask('staff.resetPassphrase', { staffId: ken });
  await hers.ask('section.rekey', { sectionId: 'members' });
  await hers.engine.close();
  const his = testEngine(folder);
  await his.ask('session.unlock', { staffId: ken, passphrase: handed });
  await his.ask('passphrase.change', { current: handed, next: kensPassphrase });
  expect((await his.ask('section.list', null)).map(({ id }) => id)).toEqual(['website-editor']);
});

it('says that a withdrawal is not done when the file keeps its key, and ends it when asked again', async () => {
  const room = await newsroom();
  const { folder } = room;
  const { ken, engine } = await addKen(room, ['members']);
  const withdrawal = { staffId: ken, sectionId: 'members' as const };
  const inTheWay = join(folder, 'sections', 'members.db.rekey');
  mkdirSync(inTheWay);
  for (let time = 0; time < 2; time += 1) {
    expect((await engine.fail('staff.withdraw', withdrawal)).code).toBe('disk-failed');
    expect((await engine.ask('section.list', null)).at(-1)?.storeError).toBeNull();
  }
  rmdirSync(inTheWay);
  await engine.ask('staff.withdraw', withdrawal);
  expect((await engine.ask('section.list', null)).at(-1)?.storeError).toBeNull();
  await engine.engine.close();
  expect((await open(folder, ken, kensPassphrase)).sections).toEqual([]);
});

it.each([0, 1])(
  'ends at the next sign-in a change of key that left the file with key %i of two',
  async (which) => {
    const { folder, engine, hana } = await newsroom();
    const inTheWay = join(folder, 'sections', 'members.db.rekey');
    mkdirSync(inTheWay);
    await engine.fail('section.rekey', { sectionId: 'members' });
    await engine.engine.close();
    const waiting = await keysOf(folder);
    expect(waiting).toHaveLength(2);
    if (which === 1) {
      rmdirSync(inTheWay);
      const [from, to] = waiting;
      if (from === undefined || to === undefined) throw new Error('no keys');
      const path = join(folder, 'sections', 'members.db');
      rekeyDatabase({ path, from, to, nativeBinding: null });
      mkdirSync(inTheWay);
    }
    // It cannot be ended yet: the section opens all the same, and no key is let go.
    const hers = await open(folder, hana, passphrase);
    await isOpen(hers);
    await hers.engine.close();
    expect(await keysOf(folder)).toHaveLength(2);
    rmdirSync(inTheWay);
    const later = await open(folder, hana, passphrase);
    await waitFor('the end of the change', async () => (await keysOf(folder)).length === 1);
    expect(await keysOf(folder)).toEqual([waiting[1]]);
    await isOpen(later);
  },
);

/** The last section, which is closed for a moment while its key changes. */
function isOpen({ ask }: Pick<Awaited<ReturnType<typeof open>>, 'ask'>) {
  return waitFor(
    'the section to be open',
    async () => (await ask('section.list', null)).at(-1)?.storeError === null,
  );
}

async function keysOf(folder: string): Promise<readonly Buffer[]> {
  const [profile] = readKeyring(folder, 0).keyring.profiles;
  if (profile === undefined) throw new Error('no profile');
  return (await openKeyHolder(profile, passphrase))?.get('members') ?? [];
}
