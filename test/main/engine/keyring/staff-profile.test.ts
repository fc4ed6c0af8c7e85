import { expect, it } from 'vitest';
import {
  createStaffProfile,
  newSectionKeys,
  unlockStaffProfile,
} from '../../../../main/engine/keyring/staff-profile.ts';

const keys = newSectionKeys();
const profile = await createStaffProfile('Mori', '正しい合言葉です。', keys);

it('opens exactly the keys that it wrapped', async () => {
  expect(await unlockStaffProfile(profile, '正しい合言葉です。')).toEqual(keys);
});

it('opens with the same passphrase from another input method', async () => {
  expect(await unlockStaffProfile(profile, '正しい合言葉です。'.normalize('NFD'))).toEqual(keys);
});

it('opens nothing with a wrong passphrase', async () => {
  expect(await unlockStaffProfile(profile, '正しい合言葉です')).toBeNull();
});

it('stores the scrypt parameters that the design asks for', () => {
  expect(profile.kdf).toMatchObject({ name: 'scrypt', N: 131072, r: 8, p: 1 });
});

it('does not open a key that was moved to another section', async () => {
  const wrapped = profile.keys['world-services'];
  if (wrapped === undefined) throw new Error('no key');
  const moved = { ...profile, keys: { members: wrapped } };
  expect((await unlockStaffProfile(moved, '正しい合言葉です。'))?.has('members')).toBe(false);
});

it('does not open a key that was changed by one bit', async () => {
  const wrapped = profile.keys.members;
  if (wrapped === undefined) throw new Error('no key');
  const bytes = Buffer.from(wrapped.ciphertext, 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  const changed = {
    ...profile,
    keys: { members: { ...wrapped, ciphertext: bytes.toString('base64') } },
  };
  expect((await unlockStaffProfile(changed, '正しい合言葉です。'))?.size).toBe(0);
});
