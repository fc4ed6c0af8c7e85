import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type SectionId, sectionIds } from '../../../shared/model/section.ts';
import type { KeyHolder } from './keyring.ts';
import { derivePassphraseKey, newScryptParameters } from './passphrase-key.ts';
import { newKeyPair, openSealedKey, sealKey } from './seal-key.ts';
import { unwrapKey, wrapKey } from './wrap-key.ts';

/** Newest last: see `KeyHolder.keys`. */
export type SectionKeys = ReadonlyMap<SectionId, readonly Buffer[]>;

/** One random 256-bit key for each section. */
export function newSectionKeys(): SectionKeys {
  return new Map(sectionIds.map((sectionId) => [sectionId, [randomBytes(32)]]));
}

/** A new key pair behind a secret, and the section keys sealed for it. Costs one scrypt of this N. */
export async function createKeyHolder(
  secret: string,
  keys: SectionKeys,
  cost: number,
): Promise<KeyHolder> {
  const kdf = newScryptParameters(cost);
  const pair = newKeyPair();
  const publicKey = pair.publicKey.toString('base64');
  const privateKey = wrapKey(
    pair.privateKey,
    await derivePassphraseKey(secret, kdf),
    ownPurpose(publicKey),
  );
  return grantKeys({ kdf, publicKey, privateKey, keys: {} }, keys);
}

/**
 * The section keys that a secret opens, or null when it is the wrong one. Both answers cost one
 * scrypt, which is all but a thousandth of the time, so that neither can be told by the clock.
 */
export async function openKeyHolder(
  holder: KeyHolder,
  secret: string,
): Promise<SectionKeys | null> {
  const privateKey = await openPrivateKey(holder, secret);
  return privateKey === null ? null : openSectionKeys(holder, privateKey);
}

/** The first half of `openKeyHolder`, and all that costs time. */
export async function openPrivateKey(
  { kdf, publicKey, privateKey }: KeyHolder,
  secret: string,
): Promise<Buffer | null> {
  return unwrapKey(privateKey, await derivePassphraseKey(secret, kdf), ownPurpose(publicKey));
}

/** The section keys that were sealed for the holder of this private key. */
export function openSectionKeys(holder: KeyHolder, privateKey: Buffer): SectionKeys {
  const { publicKey } = holder;
  const pair = { publicKey: Buffer.from(publicKey, 'base64'), privateKey };
  const opened = new Map<SectionId, Buffer[]>();
  for (const sectionId of sectionIds) {
    const keys = (holder.keys[sectionId] ?? [])
      .map((sealed) => openSealedKey(sealed, pair, purpose(publicKey, sectionId)))
      .filter((key) => key !== null);
    if (keys.length > 0) opened.set(sectionId, keys);
  }
  return opened;
}

/** The holder with these keys in the place of those it has of the same sections. */
export function grantKeys<Holder extends KeyHolder>(holder: Holder, keys: SectionKeys): Holder {
  const publicKey = Buffer.from(holder.publicKey, 'base64');
  const sealed = [...keys].map(([sectionId, each]) => [
    sectionId,
    each.map((key) => ({
      ...sealKey(key, publicKey, purpose(holder.publicKey, sectionId)),
      grant: grantOf(key, holder.publicKey, sectionId).toString('base64'),
    })),
  ]);
  return { ...holder, keys: { ...holder.keys, ...Object.fromEntries(sealed) } };
}

export function withdrawKeys<Holder extends KeyHolder>(
  holder: Holder,
  sectionId: SectionId,
): Holder {
  const { [sectionId]: _, ...keys } = holder.keys;
  return { ...holder, keys };
}

/** Whether one of these keys was granted to the holder by somebody who had it. */
export function wasGranted(
  { publicKey, keys }: KeyHolder,
  sectionId: SectionId,
  held: readonly Buffer[],
): boolean {
  return (keys[sectionId] ?? []).some(({ grant }) => {
    const given = Buffer.from(grant, 'base64');
    return held.some((key) => {
      const right = grantOf(key, publicKey, sectionId);
      return given.length === right.length && timingSafeEqual(given, right);
    });
  });
}

function grantOf(key: Buffer, publicKey: string, sectionId: SectionId): Buffer {
  return createHmac('sha256', key).update(`fumibako:grant:${sectionId}:${publicKey}`).digest();
}

export function sectionsOf({ keys }: KeyHolder): SectionId[] {
  return sectionIds.filter((sectionId) => keys[sectionId] !== undefined);
}

function ownPurpose(publicKey: string): string {
  return `fumibako:private-key:${publicKey}`;
}

function purpose(publicKey: string, sectionId: SectionId): string {
  return `fumibako:${sectionId}:${publicKey}`;
}
