import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErasureCertificate } from '../../../shared/model/erasure.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useCall } from '../../use-call.ts';
import { PageColumn } from '../page-column.tsx';
import { PageFrame } from '../page-frame.tsx';
import { PageRow } from '../page-row.tsx';
import { CertificateDialog } from './certificate-dialog.tsx';
import { DestroyCopies } from './destroy-copies.tsx';
import styles from './erasure.module.css';

type ErasuresPageProps = { readonly isAdministrator: boolean; readonly onBack: () => void };

/** The certificates of all who were erased as they asked, newest first. */
export function ErasuresPage({ isAdministrator, onBack }: ErasuresPageProps) {
  const { t } = useTranslation('erasure');
  const errorWords = useErrorWords();
  const format = useFormat();
  const list = useCall('erasure.list', { sectionId: 'members' });
  const [open, setOpen] = useState<ErasureCertificate | null>(null);
  const [isAsking, setAsking] = useState(false);
  return (
    <PageFrame
      title={t('page.title')}
      backLabel={t('page.back')}
      ways={
        isAdministrator && list.value !== null && list.value.length > 0 ? (
          <DestroyCopies onCovered={setAsking} />
        ) : null
      }
      isCovered={open !== null || isAsking}
      onBack={onBack}
    >
      {list.value?.length === 0 && (
        <EmptyState icon="members" title={t('page.none')}>
          {t('page.noneText')}
        </EmptyState>
      )}
      {list.value?.length !== 0 && (
        <PageColumn>
          <p className={styles.quiet}>{t('page.lead')}</p>
          {list.error !== null && <ErrorNotice error={errorWords(list.error)} />}
          <ul aria-label={t('page.title')}>
            {(list.value ?? []).map((certificate) => (
              <PageRow
                key={certificate.number}
                title={t('certificate', { number: certificate.number })}
                lines={[
                  t('page.line', {
                    member: t('memberNumber', { number: certificate.memberId }),
                    date: format.stamp(certificate.at),
                    name: certificate.staffName || t('unknown'),
                  }),
                  certificate.reason,
                ]}
                openLabel={t('page.open')}
                openName={t('page.openNumber', { number: certificate.number })}
                onOpen={() => setOpen(certificate)}
              />
            ))}
          </ul>
        </PageColumn>
      )}
      {open !== null && <CertificateDialog certificate={open} onClose={() => setOpen(null)} />}
    </PageFrame>
  );
}
