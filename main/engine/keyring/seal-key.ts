import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import type { SealedKey } from './keyring.ts';
import { unwrapKey, wrapKey } from './wrap-key.ts';

/** X25519 (RFC 7748): the public key as SPKI, the private one as PKCS 8, both DER. */
export type KeyPair = { readonly publicKey: Buffer; readonly privateKey: Buffer };

export function newKeyPair(): KeyPair {
  return generateKeyPairSync('x25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
}

/**
 * Wraps a key for the owner of a public key: a key pair used once, its X25519 secret with theirs,
 * through HKDF (RFC 5869) with both public keys, as the key of an AES-256-GCM wrap for `purpose`.
 */
export function sealKey(key: Buffer, publicKey: Buffer, purpose: string): Omit<SealedKey, 'grant'> {
  const once = newKeyPair();
  const wrapping = agree(asPrivate(once.privateKey), publicKey, once.publicKey, publicKey);
  return { ...wrapKey(key, wrapping, purpose), ephemeral: once.publicKey.toString('base64') };
}

/** Null when it was sealed for another owner or purpose. */
export function openSealedKey(
  { ephemeral, ...wrapped }: Omit<SealedKey, 'grant'>,
  { publicKey, privateKey }: KeyPair,
  purpose: string,
): Buffer | null {
  const once = Buffer.from(ephemeral, 'base64');
  return unwrapKey(wrapped, agree(asPrivate(privateKey), once, once, publicKey), purpose);
}

function agree(mine: KeyObject, theirs: Buffer, once: Buffer, owner: Buffer): Buffer {
  const publicKey = createPublicKey({ key: theirs, type: 'spki', format: 'der' });
  const secret = diffieHellman({ privateKey: mine, publicKey });
  return Buffer.from(hkdfSync('sha256', secret, '', Buffer.concat([once, owner]), 32));
}

function asPrivate(key: Buffer): KeyObject {
  return createPrivateKey({ key, type: 'pkcs8', format: 'der' });
}
