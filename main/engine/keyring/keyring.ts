import { z } from 'zod';
import { StaffId } from '../../../shared/ids.ts';
import { SectionId } from '../../../shared/model/section.ts';
import { StaffRole } from '../../../shared/model/staff.ts';

const base64 = z.base64();

/** AES-256-GCM output; the nonce is used once, since every wrap makes a new one. */
export const WrappedKey = z.object({ nonce: base64, ciphertext: base64, tag: base64 });
export type WrappedKey = Readonly<z.infer<typeof WrappedKey>>;

/**
 * A key wrapped for the owner of an X25519 public key, by whoever knows that public key. `grant` shows
 * that its maker knew the section's key: an entry that somebody wrote into the file is none.
 */
export const SealedKey = WrappedKey.extend({ ephemeral: base64, grant: base64 });
export type SealedKey = Readonly<z.infer<typeof SealedKey>>;

/** RFC 7914; stored so that later profiles can be made costlier without breaking these. */
export const ScryptParameters = z.object({
  name: z.literal('scrypt'),
  N: z.int().min(2),
  r: z.int().min(1),
  p: z.int().min(1),
  salt: base64,
});
export type ScryptParameters = Readonly<z.infer<typeof ScryptParameters>>;

/**
 * Whoever can open sections: a secret (a passphrase, or the code on the recovery sheet) unwraps a
 * private key, and that opens the section keys sealed for its public key. So a section can be
 * granted, and its key changed, without the secret of its holder.
 */
export const KeyHolder = z.object({
  kdf: ScryptParameters,
  publicKey: base64,
  privateKey: WrappedKey,
  /** Newest last; two while the section's file is on its way from the first to the second. */
  keys: z.partialRecord(SectionId, z.array(SealedKey).min(1).max(2)),
});
export type KeyHolder = Readonly<z.infer<typeof KeyHolder>>;

export const KeyringProfile = KeyHolder.extend({
  id: StaffId,
  name: z.string(),
  role: StaffRole,
  /** The passphrase was handed over by an administrator: it opens nothing but the choice of one's own. */
  isHandedOver: z.boolean(),
});
export type KeyringProfile = Readonly<z.infer<typeof KeyringProfile>>;

/** The staff profiles of this computer. Holds names and wrapped keys, never a usable key. */
export const Keyring = z.object({
  version: z.literal(2),
  profiles: z.array(KeyringProfile),
  recovery: KeyHolder.nullable(),
});
export type Keyring = Readonly<z.infer<typeof Keyring>>;

export const emptyKeyring: Keyring = { version: 2, profiles: [], recovery: null };
