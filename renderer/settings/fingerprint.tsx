import styles from './mailbox-editor.module.css';

type FingerprintProps = { readonly value: string };

/** A SHA-256 fingerprint in two lines of sixteen pairs, the way it is read aloud and compared. */
export function Fingerprint({ value }: FingerprintProps) {
  const half = value.indexOf(':', 46) + 1;
  return (
    <span className={styles.fingerprint}>
      {value.slice(0, half)}
      <br />
      {value.slice(half)}
    </span>
  );
}
