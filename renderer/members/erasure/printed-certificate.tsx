import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ErasureCertificate } from '../../../shared/model/erasure.ts';
import styles from '../disclosure/printed-disclosures.module.css';
import { CertificateFacts } from './certificate-facts.tsx';
import { PlaceTables } from './place-tables.tsx';

/** A certificate as it goes on paper, to whoever asked to be forgotten or to an authority. */
export function PrintedCertificate({ certificate }: { readonly certificate: ErasureCertificate }) {
  const { t } = useTranslation('erasure');
  return createPortal(
    <div className={styles.paper} data-print-pages>
      <h1>{t('certificate', { number: certificate.number })}</h1>
      <CertificateFacts certificate={certificate} />
      <PlaceTables places={certificate.places} isDone />
    </div>,
    document.body,
  );
}
