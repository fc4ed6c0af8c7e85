import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openKeyHolder } from '../../../main/engine/keyring/key-holder.ts';
import { readKeyring } from '../../../main/engine/keyring/keyring-file.ts';
import { openDatabase } from '../../../main/engine/store/open-database.ts';
import { type EngineCallName, engineCalls } from '../../../shared/contract.ts';
import { testEngine } from '../../support/engine.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const passphrase = 'lantern ferry orchard nine';
const sectionId = 'world-services';

it('opens the other sections when the pages of one are garbled, and can move that one aside', async () => {
  const folder = temporaryFolder();
  const first = testEngine(folder);
  const { staff } = (await first.ask('session.create', { name: 'Hana', passphrase })).state;
  await first.engine.close();
  const path = join(folder, 'sections', 'members.db');
  const content = readFileSync(path);
  // The second page only says where others are (auto_vacuum): nobody reads it to open the file.
  writeFileSync(path, Buffer.from(content).fill(0x5a, 8192, 12_288));

  const { ask, fail } = testEngine(folder);
  if (staff === null) throw new Error('nobody is signed in');
  await ask('session.unlock', { staffId: staff.id, passphrase });
  expect((await ask('section.list', null)).map(({ id, storeError }) => [id, storeError])).toEqual([
    ['world-services', null],
    ['website-editor', null],
    ['members', { code: 'store-damaged', detail: expect.stringMatching(/^SQLITE_/) }],
  ]);
  expect(await fail('section.reopen', { sectionId: 'members' })).toMatchObject({
    code: 'store-damaged',
  });
  const { keptAs } = await ask('section.quarantine', { sectionId: 'members' });
  // The new ledger says that there was one before it, and where that is.
  const everything = { kind: null, staffId: null, query: '', from: null, to: null };
  const question = {
    sectionId: 'members',
    side: 'left',
    ...everything,
    offset: 0,
    limit: 9,
  } as const;
  expect((await ask('ledger.list', question)).items).toMatchObject([
    { kind: 'set-aside', target: keptAs, staffName: 'Hana' },
  ]);
  expect((await ask('section.list', null)).every(({ storeError }) => storeError === null)).toBe(
    true,
  );
});

it('never moves a database of a newer version aside, and opens it once it can', async () => {
  const folder = temporaryFolder();
  const first = testEngine(folder);
  const { staff } = (await first.ask('session.create', { name: 'Hana', passphrase })).state;
  await first.engine.close();
  const path = join(folder, 'sections', 'members.db');
  const whole = readFileSync(path);
  const { ask, fail } = testEngine(folder);
  if (staff === null) throw new Error('nobody is signed in');
  const keys = await openKeyHolder(firstProfile(folder), passphrase);
  const key = keys?.get('members')?.[0];
  if (key === undefined) throw new Error('no key');
  const db = openDatabase({ path, key, nativeBinding: null });
  db.pragma('user_version = 999');
  db.close();

  await ask('session.unlock', { staffId: staff.id, passphrase });
  expect(await fail('section.quarantine', { sectionId: 'members' })).toMatchObject({
    code: 'bad-request',
  });
  expect(await fail('section.reopen', { sectionId: 'members' })).toEqual({
    code: 'store-from-the-future',
  });
  writeFileSync(path, whole);
  await ask('section.reopen', { sectionId: 'members' });
  expect((await ask('section.list', null)).every(({ storeError }) => storeError === null)).toBe(
    true,
  );
});

function firstProfile(folder: string) {
  const [profile] = readKeyring(folder, 0).keyring.profiles;
  if (profile === undefined) throw new Error('no profile');
  return profile;
}

it.each(Object.keys(engineCalls) as EngineCallName[])(
  'answers %s with a clear error before anybody has signed in, and to input of no sense',
  async (name) => {
    const { engine, fail } = testEngine(temporaryFolder());
    expect(await fail(name, { sectionId: 7, nonsense: '☃'.repeat(10_000) })).toEqual({
      code: 'bad-request',
      detail: name,
    });
    const sensible = {
      sectionId,
      conversationId: 1,
      messageId: 1,
      outboxItemId: 1,
      index: 0,
      seen: true,
      text: 'words',
      view: 'inbox',
      query: '',
      offset: 0,
      limit: 1,
      token: '6e4c0ef5-9a2f-4a55-8c6e-6ee0a2a4e1ab',
      decision: 'was-sent',
    };
    if (!engineCalls[name].input.safeParse(sensible).success) return;
    expect(await engine.call(name, sensible)).toMatchObject({ error: { code: 'locked' } });
  },
);

it('knows no call that is not in the contract, by any trick', async () => {
  const { engine } = testEngine(temporaryFolder());
  for (const name of ['', 'toString', '__proto__', 'constructor', 'section.drop']) {
    expect(await engine.call(name, null)).toMatchObject({ error: { code: 'bad-request' } });
  }
});
