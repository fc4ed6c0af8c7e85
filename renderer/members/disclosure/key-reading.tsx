import { useTranslation } from 'react-i18next';
import { useCall } from '../../use-call.ts';
import styles from './disclosure.module.css';
import { Facts } from './facts.tsx';
import { KeyFingerprint } from './key-fingerprint.tsx';

/** Whose a key says that it is, and its fingerprint, as soon as it is pasted. */
export function KeyReading({ publicKey }: { readonly publicKey: string }) {
  const { t } = useTranslation('disclosure');
  const key = publicKey.trim();
  const reading = useCall(
    'company.readKey',
    key === '' ? undefined : { sectionId: 'members', publicKey: key },
  );
  if (reading.value === null) return null;
  if (reading.value.outcome === 'faulty')
    return (
      <p className={styles.fault} role="status">
        {t(`fault.${reading.value.code}`)}
      </p>
    );
  const { fingerprint, names } = reading.value;
  return (
    <div role="status">
      <Facts
        facts={[
          [t('fact.holder'), names.join(', ')],
          [t('fact.key'), <KeyFingerprint key="key" value={fingerprint} />],
        ]}
      />
    </div>
  );
}
