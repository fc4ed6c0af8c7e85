import { expect, it } from 'vitest';
import { createAttemptCounter } from '../../../../main/engine/keyring/attempts.ts';
import { openKeyringBook } from '../../../../main/engine/keyring/keyring-book.ts';
import { scryptCost } from '../../../../main/engine/keyring/passphrase-key.ts';
import { createRememberedProfile } from '../../../../main/engine/keyring/remembered-profile.ts';
import { silentLog } from '../../../../main/engine/log.ts';
import {
  createSessionService,
  type SessionService,
} from '../../../../main/engine/services/session.ts';
import { createTurn } from '../../../../main/engine/turn.ts';
import type { StaffId } from '../../../../shared/ids.ts';
import { quickScrypt } from '../../../support/plain-engine.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const passphrase = 'lantern ferry orchard nine';

function session(dataFolder: string, cost = quickScrypt): SessionService {
  const now = () => 0;
  return createSessionService({
    book: openKeyringBook(dataFolder, 0),
    attempts: createAttemptCounter(dataFolder, now),
    remembered: createRememberedProfile({
      folder: dataFolder,
      deviceSecret: async () => null,
      log: silentLog,
    }),
    inTurn: createTurn(),
    scryptCost: cost,
    settleKeys: async () => undefined,
    opened: () => undefined,
    changed: () => undefined,
  });
}

async function newProfile(
  cost = quickScrypt,
): Promise<{ readonly folder: string; readonly staffId: StaffId }> {
  const folder = temporaryFolder();
  const created = await session(folder, cost).create({ name: 'Hana', passphrase });
  const staffId = created.ok ? created.value.state.staff?.id : undefined;
  if (staffId === undefined) throw new Error('no profile');
  return { folder, staffId };
}

it('opens for the right passphrase, and says clearly when it was the wrong one', async () => {
  const { folder, staffId } = await newProfile();
  const service = session(folder);
  expect(service.state()).toMatchObject({ phase: 'locked', profiles: [{ name: 'Hana' }] });
  expect(await service.unlock({ staffId, passphrase: 'something else' })).toMatchObject({
    error: { code: 'wrong-passphrase' },
  });
  expect(service.state().phase).toBe('locked');
  expect(await service.unlock({ staffId, passphrase })).toMatchObject({
    value: { phase: 'unlocked' },
  });
});

it('takes as long for a wrong passphrase as for the right one', async () => {
  const { folder, staffId } = await newProfile(scryptCost);
  const time = async (typed: string) => {
    const service = session(folder);
    const started = performance.now();
    await service.unlock({ staffId, passphrase: typed });
    return performance.now() - started;
  };
  const ratios: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    ratios.push((await time('something else')) / (await time(passphrase)));
  }
  ratios.sort((one, other) => one - other);
  // Both are one scrypt of some 300 ms; without it a refusal would take less than one.
  expect(ratios[2]).toBeGreaterThan(0.6);
  expect(ratios[2]).toBeLessThan(1.6);
}, 60_000);

it('refuses a passphrase that is too short, and a second first profile', async () => {
  const { folder } = await newProfile();
  expect(
    await session(temporaryFolder()).create({ name: 'Hana', passphrase: 'short' }),
  ).toMatchObject({ error: { code: 'passphrase-too-short' } });
  expect(await session(folder).create({ name: 'Ken', passphrase })).toMatchObject({
    error: { code: 'profile-exists' },
  });
});
