import { minimumPassphraseLength } from '../../shared/passphrase-length.ts';

export type PassphraseStrength = 'empty' | 'too-short' | 'fair' | 'good' | 'strong';

/** Characters as people count them, so that a Japanese passphrase is not counted short or long. */
export function passphraseLength(passphrase: string): number {
  return [...passphrase].length;
}

/**
 * A hint, not a gate: length matters most (NIST SP 800-63B, 5.1.1.2 asks for no composition rules),
 * and a run of few different characters is never more than fair.
 */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const length = passphraseLength(passphrase);
  if (length === 0) return 'empty';
  if (length < minimumPassphraseLength) return 'too-short';
  if (new Set(passphrase).size < 6 || length < 14) return 'fair';
  return length < 20 ? 'good' : 'strong';
}
