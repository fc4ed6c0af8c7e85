import { useTranslation } from 'react-i18next';
import type { ErasureCertificate } from '../../../shared/model/erasure.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { CertificateFacts } from './certificate-facts.tsx';
import styles from './erasure.module.css';
import { PlaceTables } from './place-tables.tsx';
import { PrintedCertificate } from './printed-certificate.tsx';
import { usePrintCertificate } from './use-print-certificate.ts';

type CertificateDialogProps = {
  readonly certificate: ErasureCertificate;
  readonly onClose: () => void;
};

/** A certificate to be read and printed. */
export function CertificateDialog({ certificate, onClose }: CertificateDialogProps) {
  const { t } = useTranslation('erasure');
  const errorWords = useErrorWords();
  const { print, error, start } = usePrintCertificate();
  return (
    <>
      <ModalDialog
        title={t('certificate', { number: certificate.number })}
        isOpen
        onClose={onClose}
        width="lg"
        actions={
          <>
            <Button icon="print" onPress={() => start(certificate.number)}>
              {t('print')}
            </Button>
            <Button variant="primary" autoFocus onPress={onClose}>
              {t('close')}
            </Button>
          </>
        }
      >
        <div className={styles.form}>
          <CertificateFacts certificate={certificate} />
          <PlaceTables places={certificate.places} isDone />
          {error !== null && <ErrorNotice error={errorWords(error)} />}
        </div>
      </ModalDialog>
      {print !== null && <PrintedCertificate certificate={print.certificate} />}
    </>
  );
}
