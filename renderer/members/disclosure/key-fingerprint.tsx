import styles from './disclosure.module.css';

/** In groups of four, as it is read out. */
export function KeyFingerprint({ value }: { readonly value: string }) {
  return (
    <span className={styles.fingerprint} translate="no">
      {value.match(/.{1,4}/g)?.join(' ')}
    </span>
  );
}
