import styles from './spinner.module.css';

/** A small turning ring in the colour of the text; the words beside it say what is going on. */
export function Spinner() {
  return <span aria-hidden="true" className={styles.spinner} />;
}
