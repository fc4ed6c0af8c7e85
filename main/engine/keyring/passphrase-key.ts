import { randomBytes, scrypt } from 'node:crypto';
import type { ScryptParameters } from './keyring.ts';

const keyBytes = 32;

/** N of OWASP's first choice for scrypt: with r=8 and p=1 about 128 MB and half a second. */
export const scryptCost = 2 ** 17;

export function newScryptParameters(cost: number): ScryptParameters {
  return {
    name: 'scrypt',
    N: cost,
    r: 8,
    p: 1,
    salt: randomBytes(16).toString('base64'),
  };
}

/**
 * The key-wrapping key of a passphrase. NFKC first, so that the same passphrase typed through
 * another input method or keyboard gives the same key.
 */
export function derivePassphraseKey(
  passphrase: string,
  parameters: ScryptParameters,
): Promise<Buffer> {
  const { N, r, p } = parameters;
  return new Promise((resolve, reject) => {
    scrypt(
      passphrase.normalize('NFKC'),
      Buffer.from(parameters.salt, 'base64'),
      keyBytes,
      { N, r, p, maxmem: 256 * N * r },
      (error, key) => (error === null ? resolve(key) : reject(error)),
    );
  });
}
