import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { WrappedKey } from './keyring.ts';

/**
 * Wraps a key with AES-256-GCM. `purpose` is authenticated with it, so that a wrapped key cannot be
 * moved to another profile or section.
 */
export function wrapKey(key: Buffer, wrappingKey: Buffer, purpose: string): WrappedKey {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce);
  cipher.setAAD(Buffer.from(purpose));
  const ciphertext = Buffer.concat([cipher.update(key), cipher.final()]);
  return {
    nonce: nonce.toString('base64'),
    ciphertext: ciphertext.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** Null when the wrapping key or the purpose is not the one it was wrapped with. */
export function unwrapKey(
  wrapped: WrappedKey,
  wrappingKey: Buffer,
  purpose: string,
): Buffer | null {
  const tag = Buffer.from(wrapped.tag, 'base64');
  const nonce = Buffer.from(wrapped.nonce, 'base64');
  if (tag.length !== 16 || nonce.length !== 12) return null;
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, nonce, { authTagLength: 16 });
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(tag);
  const start = decipher.update(Buffer.from(wrapped.ciphertext, 'base64'));
  try {
    return Buffer.concat([start, decipher.final()]);
  } catch {
    // GCM says only "unable to authenticate": that is the answer, not a fault.
    return null;
  }
}
