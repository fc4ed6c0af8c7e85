import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import type { MemberId } from '../../../shared/ids.ts';
import { type ErasureCertificate, longestErasureReason } from '../../../shared/model/erasure.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useCall } from '../../use-call.ts';
import { CertificateDialog } from './certificate-dialog.tsx';
import styles from './erasure.module.css';
import { PlaceTables } from './place-tables.tsx';

type EraseDialogProps = {
  readonly memberId: MemberId;
  /** Of the request, where it is known. */
  readonly reference?: string;
  readonly onClose: () => void;
  /** The certificate was looked at. */
  readonly onErased: () => void;
};

/** Every place that has something of the person, and what becomes of it; then the certificate. */
export function EraseDialog({ memberId, reference = '', onClose, onErased }: EraseDialogProps) {
  const { t } = useTranslation('erasure');
  const errorWords = useErrorWords();
  const place = { sectionId: 'members', memberId } as const;
  const preview = useCall('erasure.preview', place);
  const [reason, setReason] = useState(reference);
  const [typed, setTyped] = useState('');
  const [deletesMails, setDeletesMails] = useState(false);
  const [isPending, setPending] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const [certificate, setCertificate] = useState<ErasureCertificate | null>(null);
  const error = failed ?? preview.error;
  const seen = preview.value;
  const isSure = reason.trim() !== '' && typed.normalize('NFKC').trim() === String(memberId);

  async function erase() {
    if (!isSure || seen === null || isPending) return;
    setPending(true);
    const asked = { ...place, reason: reason.trim(), seen: seen.changedAt, deletesMails };
    const result = await call('erasure.erase', asked);
    setPending(false);
    setFailed(result.ok ? null : result.error);
    if (result.ok) setCertificate(result.value);
  }

  if (certificate !== null)
    return <CertificateDialog certificate={certificate} onClose={onErased} />;
  return (
    <ModalDialog
      title={t('title', { number: memberId })}
      isOpen
      onClose={onClose}
      role="alertdialog"
      width="lg"
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant="danger"
            isDisabled={!isSure || seen === null}
            isPending={isPending}
            onPress={() => void erase()}
          >
            {t('erase')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Notice tone="warning">{t('lead')}</Notice>
        {seen === null && error === null && <p role="status">{t('loading')}</p>}
        {seen !== null && (
          <>
            <PlaceTables
              places={seen.places.map((one) =>
                one.place === 'mails' ? { ...one, isKept: !deletesMails } : one,
              )}
              isDone={false}
            />
            {seen.places.some(({ place: of, count }) => of === 'mails' && count > 0) && (
              <CheckBox isSelected={deletesMails} onChange={setDeletesMails}>
                {t('mails')}
              </CheckBox>
            )}
            <TextInput
              label={t('reference')}
              description={t('referenceText')}
              maxLength={longestErasureReason}
              value={reason}
              onChange={setReason}
            />
            <TextInput
              label={t('confirm', { number: memberId })}
              description={t('confirmText')}
              maxLength={20}
              value={typed}
              onChange={setTyped}
            />
          </>
        )}
        {error !== null && <ErrorNotice error={errorWords(error)} />}
      </div>
    </ModalDialog>
  );
}
