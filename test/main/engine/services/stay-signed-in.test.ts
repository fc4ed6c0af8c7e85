import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { StaffId } from '../../../../shared/ids.ts';
import { sectionIds } from '../../../../shared/model/section.ts';
import { type TestEngine, testEngine } from '../../../support/engine.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const passphrase = 'lantern ferry orchard nine';
const kensPassphrase = 'granite violin sunday moth';

/** A computer with its keychain, on which the administrator Hana stays signed in. */
async function computer() {
  const folder = temporaryFolder();
  const keychain = { secret: randomBytes(32) as Buffer | null };
  const start = () => testEngine(folder, undefined, async () => keychain.secret);
  const first = start();
  const { state, code } = await first.ask('session.create', { name: 'Hana', passphrase });
  const hana = state.staff?.id;
  if (hana === undefined) throw new Error('no profile');
  await first.ask('session.unlock', { staffId: hana, passphrase, staysSignedIn: true });
  await first.engine.close();

  /** As the app starts it: the first time, or after a lock. */
  async function begin(isFirstStart = true): Promise<TestEngine> {
    const engine = start();
    await engine.engine.resume(isFirstStart);
    return engine;
  }
  return { folder, keychain, hana, code, begin };
}

async function phaseAt(engine: TestEngine): Promise<string> {
  const { phase } = await engine.ask('session.state', null);
  await engine.engine.close();
  return phase;
}

const sectionsAt = async ({ ask }: TestEngine) =>
  (await ask('section.list', null)).map(({ id }) => id);

it('opens every section at the next start without the passphrase', async () => {
  const { begin } = await computer();
  const engine = await begin();
  expect(await sectionsAt(engine)).toEqual(sectionIds);
});

it('does so only for whoever chose it', async () => {
  const { folder, hana, begin } = await computer();
  const engine = await begin();
  await engine.ask('session.unlock', { staffId: hana, passphrase, staysSignedIn: false });
  await engine.engine.close();
  expect(await phaseAt(await begin())).toBe('locked');
  expect(existsSync(join(folder, 'remembered.json'))).toBe(false);
});

it('asks for the passphrase after a lock, also when the app is started again behind it', async () => {
  const { folder, hana, begin } = await computer();
  const locked = await begin(false);
  const { phase, profiles } = await locked.ask('session.state', null);
  expect([phase, profiles[0]?.staysSignedIn]).toEqual(['locked', true]);
  await locked.engine.close();
  expect(readFileSync(join(folder, 'remembered.json'), 'utf8')).toContain('"privateKey":null');
  const next = await begin();
  expect((await next.ask('session.state', null)).phase).toBe('locked');
  // The choice is as it was.
  await next.ask('session.unlock', { staffId: hana, passphrase });
  await next.engine.close();
  expect(await phaseAt(await begin())).toBe('unlocked');
});

it.each([
  ['changes its key', () => randomBytes(32)],
  ['disappears', () => null],
])('falls back to the passphrase when the keychain %s, and renews the binding', async (_, next) => {
  const { keychain, hana, begin } = await computer();
  keychain.secret = next();
  const engine = await begin();
  expect((await engine.ask('session.state', null)).phase).toBe('locked');
  keychain.secret ??= randomBytes(32);
  await engine.ask('session.unlock', { staffId: hana, passphrase });
  expect(await sectionsAt(engine)).toEqual(sectionIds);
  await engine.engine.close();
  expect(await phaseAt(await begin())).toBe('unlocked');
});

it('keeps the choice while the keychain is away', async () => {
  const { keychain, hana, begin } = await computer();
  const { secret } = keychain;
  keychain.secret = null;
  const engine = await begin();
  await engine.ask('session.unlock', { staffId: hana, passphrase });
  await engine.engine.close();
  keychain.secret = secret;
  expect(await phaseAt(await begin())).toBe('unlocked');
});

it('stores nothing on a computer without a keychain', async () => {
  const folder = temporaryFolder();
  const engine = testEngine(folder);
  const { state } = await engine.ask('session.create', { name: 'Hana', passphrase });
  const staffId = state.staff?.id as StaffId;
  const after = await engine.ask('session.unlock', { staffId, passphrase, staysSignedIn: true });
  expect(after.staff?.staysSignedIn).toBe(false);
  expect(existsSync(join(folder, 'remembered.json'))).toBe(false);
});

it('opens nothing with the files alone', async () => {
  const { folder } = await computer();
  const thief = testEngine(folder, undefined, async () => randomBytes(32));
  await thief.engine.resume(true);
  expect((await thief.fail('section.list', null)).code).toBe('locked');
});

it('goes on after a change of one’s own passphrase, with the new key alone', async () => {
  const { folder, begin } = await computer();
  const kept = join(temporaryFolder(), 'remembered.json');
  copyFileSync(join(folder, 'remembered.json'), kept);
  const engine = await begin();
  await engine.ask('passphrase.change', { current: passphrase, next: kensPassphrase });
  await engine.engine.close();
  expect(await phaseAt(await begin())).toBe('unlocked');
  copyFileSync(kept, join(folder, 'remembered.json'));
  expect(await phaseAt(await begin())).toBe('locked');
});

it('ends with “Forget this computer”', async () => {
  const { begin } = await computer();
  const engine = await begin();
  expect((await engine.ask('session.forget', null)).staff?.staysSignedIn).toBe(false);
  await engine.engine.close();
  expect(await phaseAt(await begin())).toBe('locked');
});

it('ends with a recovery by the sheet', async () => {
  const { hana, code, begin } = await computer();
  const engine = await begin(false);
  await engine.ask('session.recover', { staffId: hana, code, passphrase: kensPassphrase });
  await engine.engine.close();
  expect(await phaseAt(await begin())).toBe('locked');
});

it('ends when somebody else signs in after it', async () => {
  const { begin, hana } = await withKen();
  const engine = await begin(false);
  await engine.ask('session.unlock', { staffId: hana, passphrase });
  await engine.engine.close();
  expect(await phaseAt(await begin())).toBe('locked');
});

/** Ken stays signed in on the computer; the administrator is at another desk, on the same files. */
async function withKen() {
  const room = await computer();
  const { begin, hana } = room;
  const admin = await begin();
  const added = await admin.ask('staff.add', {
    ...{ name: 'Ken', role: 'staff', sections: ['world-services', 'members'] },
  });
  const ken = (await admin.ask('staff.list', null)).find(({ name }) => name === 'Ken')?.id;
  if (ken === undefined) throw new Error('no Ken');
  await admin.engine.close();
  const his = await begin(false);
  await his.ask('session.unlock', { staffId: ken, ...added });
  await his.ask('passphrase.change', { current: added.passphrase, next: kensPassphrase });
  await his.ask('session.unlock', {
    ...{ staffId: ken, passphrase: kensPassphrase, staysSignedIn: true },
  });
  await his.engine.close();
  return { ...room, hana, ken };
}

it.each(['staff.resetPassphrase', 'staff.remove'] as const)(
  'ends when an administrator does %s, also with the file of before',
  async (name) => {
    const { folder, begin, hana, ken } = await withKen();
    const path = join(folder, 'remembered.json');
    const kept = join(temporaryFolder(), 'remembered.json');
    copyFileSync(path, kept);
    expect(await sectionsAt(await begin())).toEqual(['world-services', 'members']);
    const admin = testEngine(folder);
    // Without a word of staying: Ken's choice is not hers to keep or to end, what she does is.
    await admin.ask('session.unlock', { staffId: hana, passphrase });
    copyFileSync(kept, path);
    await admin.engine.close();
    const again = testEngine(folder);
    await again.ask('session.unlock', { staffId: hana, passphrase });
    await again.ask(name, { staffId: ken });
    await again.engine.close();
    expect(existsSync(path)).toBe(false);
    copyFileSync(kept, path);
    expect(await phaseAt(await begin())).toBe('locked');
  },
);

it('goes on after a withdrawal, with the sections that are left', async () => {
  const { folder, begin, hana, ken } = await withKen();
  const path = join(folder, 'remembered.json');
  const kept = join(temporaryFolder(), 'remembered.json');
  copyFileSync(path, kept);
  const admin = testEngine(folder);
  await admin.ask('session.unlock', { staffId: hana, passphrase });
  await admin.ask('staff.withdraw', { staffId: ken, sectionId: 'members' });
  await admin.engine.close();
  copyFileSync(kept, path);
  expect(await sectionsAt(await begin())).toEqual(['world-services']);
});

it('keeps nobody out where the file can be neither written nor removed', async () => {
  const { folder, hana, begin } = await computer();
  const engine = await begin();
  // Neither a rename nor a removal of a file gets through.
  rmSync(join(folder, 'remembered.json'));
  mkdirSync(join(folder, 'remembered.json', 'in-the-way'), { recursive: true });
  await engine.ask('session.unlock', { staffId: hana, passphrase, staysSignedIn: true });
  expect((await engine.ask('session.forget', null)).staff?.staysSignedIn).toBe(false);
});
