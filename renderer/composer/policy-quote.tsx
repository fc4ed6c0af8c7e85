import { useTranslation } from 'react-i18next';
import type { PolicyLine } from '../../shared/model/policy-line.ts';
import styles from './recipients.module.css';

/** The line of the privacy policy that something comes from. */
export function PolicyQuote({ line }: { readonly line: PolicyLine | null }) {
  const { t } = useTranslation('policy');
  if (line === null) return null;
  return <p className={styles.quiet}>{t('quoted', { line: t(`line.${line}`) })}</p>;
}
