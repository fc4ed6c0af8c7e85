import { expect, it } from 'vitest';
import {
  createKeyHolder,
  grantKeys,
  newSectionKeys,
  openKeyHolder,
  sectionsOf,
  withdrawKeys,
} from '../../../../main/engine/keyring/key-holder.ts';
import type { SealedKey } from '../../../../main/engine/keyring/keyring.ts';
import { scryptCost } from '../../../../main/engine/keyring/passphrase-key.ts';

const passphrase = '正しい合言葉です。';
const keys = newSectionKeys();
const holder = await createKeyHolder(passphrase, keys, scryptCost);

function sealed(of: SealedKey[] | undefined): SealedKey {
  const [one] = of ?? [];
  if (one === undefined) throw new Error('no key');
  return one;
}

it('opens exactly the keys that were sealed for it', async () => {
  expect(await openKeyHolder(holder, passphrase)).toEqual(keys);
});

it('opens with the same passphrase from another input method', async () => {
  expect(await openKeyHolder(holder, passphrase.normalize('NFD'))).toEqual(keys);
});

it('opens nothing with a wrong passphrase', async () => {
  expect(await openKeyHolder(holder, '正しい合言葉です')).toBeNull();
});

it('stores the scrypt parameters that the design asks for', () => {
  expect(holder.kdf).toMatchObject({ name: 'scrypt', N: 131072, r: 8, p: 1 });
});

it('does not open a key that was moved to another section', async () => {
  const moved = { ...holder, keys: { members: [sealed(holder.keys['world-services'])] } };
  expect((await openKeyHolder(moved, passphrase))?.size).toBe(0);
});

it('does not open a key that was sealed for somebody else', async () => {
  const other = await createKeyHolder('another passphrase', keys, scryptCost);
  const stolen = { ...holder, keys: other.keys };
  expect((await openKeyHolder(stolen, passphrase))?.size).toBe(0);
});

it('does not open a key that was changed by one bit', async () => {
  const one = sealed(holder.keys.members);
  const bytes = Buffer.from(one.ciphertext, 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  const changed = {
    ...holder,
    keys: { members: [{ ...one, ciphertext: bytes.toString('base64') }] },
  };
  expect((await openKeyHolder(changed, passphrase))?.size).toBe(0);
});

it('takes and loses a section without its passphrase', async () => {
  const empty = await createKeyHolder(passphrase, new Map(), scryptCost);
  expect(sectionsOf(empty)).toEqual([]);
  const members = new Map([['members' as const, [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]]]);
  const granted = grantKeys(empty, members);
  expect(await openKeyHolder(granted, passphrase)).toEqual(members);
  expect(sectionsOf(withdrawKeys(granted, 'members'))).toEqual([]);
});

it('seals the same key differently each time', () => {
  const again = grantKeys(holder, keys);
  expect(again.keys.members).not.toEqual(holder.keys.members);
});
