import { expect, it } from 'vitest';
import { newOneTimePassphrase } from '../../../../main/engine/keyring/one-time-passphrase.ts';

it('is five words, others each time', async () => {
  const first = await newOneTimePassphrase();
  expect(first).toMatch(/^([a-z-]+ ){4}[a-z-]+$/);
  expect(await newOneTimePassphrase()).not.toBe(first);
});
