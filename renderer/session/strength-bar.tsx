import type { PassphraseStrength } from './passphrase-strength.ts';
import styles from './session-page.module.css';

type StrengthBarProps = { readonly strength: PassphraseStrength };

const order: readonly PassphraseStrength[] = ['too-short', 'fair', 'good', 'strong'];

/** Four small marks; the words above them say the same. */
export function StrengthBar({ strength }: StrengthBarProps) {
  return (
    <div className={styles.strength} aria-hidden="true">
      {order.map((mark, index) => (
        <span
          key={mark}
          className={index <= order.indexOf(strength) ? (styles.reached ?? '') : ''}
        />
      ))}
    </div>
  );
}
