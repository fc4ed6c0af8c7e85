import { expect, it } from 'vitest';
import { admitMissingKeyWrap } from '../../../../main/engine/disclosure/key-wrap.ts';

const bytes = new Uint8Array(16);

function subtle(wrapKey: () => Promise<ArrayBuffer>) {
  return { importKey: crypto.subtle.importKey.bind(crypto.subtle), wrapKey };
}

it('has a key refused as not supported where nothing can be wrapped with it', async () => {
  const lacking = subtle(() => Promise.reject(new DOMException('unknown', 'OperationError')));
  await admitMissingKeyWrap(lacking);
  await expect(
    lacking.importKey('raw', bytes, { name: 'AES-KW' }, false, ['wrapKey']),
  ).rejects.toMatchObject({ name: 'NotSupportedError' });
  const { importKey } = lacking;
  await admitMissingKeyWrap(lacking);
  expect(lacking.importKey).toBe(importKey);
  const other = await lacking.importKey('raw', bytes, { name: 'AES-GCM' }, false, ['encrypt']);
  expect(other.algorithm).toMatchObject({ name: 'AES-GCM' });
});

it('leaves alone what can wrap', async () => {
  const able = subtle(async () => new ArrayBuffer(24));
  const { importKey } = able;
  await admitMissingKeyWrap(able);
  expect(able.importKey).toBe(importKey);
});
