import { randomBytes } from 'node:crypto';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openKeyHolder } from '../../../../main/engine/keyring/key-holder.ts';
import { readKeyring } from '../../../../main/engine/keyring/keyring-file.ts';
import { openDatabase } from '../../../../main/engine/store/open-database.ts';
import { startEngineProcess } from '../../../support/engine-process.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { waitFor } from '../../../support/wait-for.ts';

const passphrase = 'lantern ferry orchard nine';
const letters = 3000;
/** One kill in each part of the work. */
const rounds = 6;

/** The keys that the keyring of a folder has for the Members section. */
async function membersKeys(folder: string): Promise<readonly Buffer[]> {
  const [profile] = readKeyring(folder, 0).keyring.profiles;
  if (profile === undefined) throw new Error('no profile');
  return (await openKeyHolder(profile, passphrase))?.get('members') ?? [];
}

/** Enough to make a change of its key take a while. */
async function fill(folder: string): Promise<void> {
  const [key] = await membersKeys(folder);
  if (key === undefined) throw new Error('no key');
  const db = openDatabase({ path: databaseOf(folder), key, nativeBinding: null });
  db.exec('CREATE TABLE ballast (id INTEGER PRIMARY KEY, content BLOB)');
  const insert = db.prepare('INSERT INTO ballast (content) VALUES (?)');
  db.transaction(() => {
    for (let index = 0; index < letters; index += 1) insert.run(randomBytes(8000));
  })();
  db.close();
}

const databaseOf = (folder: string) => join(folder, 'sections', 'members.db');

it('has a file that opens, whole, whenever it is killed while the key changes', async () => {
  const folder = temporaryFolder();
  let engine = await startEngineProcess(folder);
  await engine.kill();
  await fill(folder);
  engine = await startEngineProcess(folder);
  const started = performance.now();
  await engine.ask('section.rekey', { sectionId: 'members' });
  const whole = performance.now() - started;
  await engine.kill();
  let unfinished = 0;
  let changed = 0;
  for (let round = 0; round < rounds; round += 1) {
    const before = (await membersKeys(folder)).at(-1)?.toString('hex');
    engine = await startEngineProcess(folder);
    const answer = engine.call('section.rekey', { sectionId: 'members' }).catch(() => null);
    await wait((whole * (round + Math.random())) / rounds);
    await engine.kill();
    if ((await answer) === null) unfinished += 1;

    engine = await startEngineProcess(folder);
    // What was begun is ended by the next sign-in. Its thread alone takes a second of a processor to
    // start from source here, and six where ten others want the same one.
    const keys = await waitFor(
      'the end of the change',
      async () => {
        const held = await membersKeys(folder);
        return held.length === 1 ? held : null;
      },
      60_000,
    );
    await waitFor('the sections', async () =>
      (await engine.ask('section.list', null)).every(({ storeError }) => storeError === null),
    );
    await engine.kill();
    const [key] = keys;
    if (key === undefined) throw new Error('no key');
    if (key.toString('hex') !== before) changed += 1;
    const db = openDatabase({ path: databaseOf(folder), key, nativeBinding: null });
    expect(db.pragma('quick_check', { simple: true })).toBe('ok');
    expect(db.prepare('SELECT count(*) FROM ballast').pluck().get()).toBe(letters);
    db.close();
    expect(globSync('sections/*.rekey*', { cwd: folder })).toEqual([]);
  }
  // Neither too early nor too late each time, or it showed nothing.
  expect(unfinished).toBeGreaterThan(0);
  expect(changed).toBeGreaterThan(0);
}, 240_000);
