import { z } from 'zod';
import { StaffId } from '../../../shared/ids.ts';
import { SectionId } from '../../../shared/model/section.ts';

const base64 = z.base64();

/** AES-256-GCM output; the nonce is used once, since every wrap makes a new one. */
export const WrappedKey = z.object({ nonce: base64, ciphertext: base64, tag: base64 });
export type WrappedKey = Readonly<z.infer<typeof WrappedKey>>;

/** RFC 7914; stored so that later profiles can be made costlier without breaking these. */
export const ScryptParameters = z.object({
  name: z.literal('scrypt'),
  N: z.int().min(2),
  r: z.int().min(1),
  p: z.int().min(1),
  salt: base64,
});
export type ScryptParameters = Readonly<z.infer<typeof ScryptParameters>>;

export const KeyringProfile = z.object({
  id: StaffId,
  name: z.string(),
  kdf: ScryptParameters,
  /** Wraps nothing of use: it tells a right passphrase from a wrong one, even with no section granted. */
  verifier: WrappedKey,
  keys: z.partialRecord(SectionId, WrappedKey),
});
export type KeyringProfile = Readonly<z.infer<typeof KeyringProfile>>;

/** The staff profiles of this computer. Holds names and wrapped keys, never a usable key. */
export const Keyring = z.object({ version: z.literal(1), profiles: z.array(KeyringProfile) });
export type Keyring = Readonly<z.infer<typeof Keyring>>;

export const emptyKeyring: Keyring = { version: 1, profiles: [] };
