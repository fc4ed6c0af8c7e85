import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Participant } from '../../shared/model/participant.ts';
import styles from './composer.module.css';

type RecipientFieldProps = {
  readonly recipient: Participant;
  /** At the end of the line. */
  readonly children: ReactNode;
};

/** The one reader that the reply goes to, as a line of the form's list of fields. */
export function RecipientField({ recipient, children }: RecipientFieldProps) {
  const { t } = useTranslation('composer');
  const { name, address } = recipient;
  return (
    <>
      <dt>{t('to')}</dt>
      <dd className={styles.recipient}>
        <span>
          <strong className={styles.name}>{name}</strong>{' '}
          <span className={styles.address}>{name === '' ? address : `<${address}>`}</span>
        </span>
        {children}
      </dd>
    </>
  );
}
