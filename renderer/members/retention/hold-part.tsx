import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import type { MemberId } from '../../../shared/ids.ts';
import type { MemberHold } from '../../../shared/model/retention.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useToast } from '../../ui/toast.tsx';
import styles from './retention.module.css';

type HoldPartProps = {
  readonly memberId: MemberId;
  readonly hold: MemberHold | null;
  readonly onChanged: () => void;
};

/** A legal hold of a record: who placed it, when and why, or the way to place one. */
export function HoldPart({ memberId, hold, onChanged }: HoldPartProps) {
  const { t } = useTranslation('retention');
  const format = useFormat();
  const errorWords = useErrorWords();
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const place = { sectionId: 'members', memberId } as const;

  async function change() {
    const result =
      hold === null
        ? await call('member.hold', { ...place, reason: reason.trim() })
        : await call('member.release', place);
    setError(result.ok ? null : result.error);
    if (!result.ok && hold === null) return;
    setOpen(false);
    if (!result.ok) return;
    setReason('');
    toast({ text: t(hold === null ? 'holdPart.placed' : 'holdPart.lifted') });
    onChanged();
  }

  const failed = error !== null && <ErrorNotice error={errorWords(error)} />;
  if (hold !== null)
    return (
      <>
        <Notice
          tone="warning"
          title={t('holdPart.on', {
            date: format.stamp(hold.at),
            name: hold.staffName || t('holdPart.unknown'),
          })}
          actions={
            <Button size="sm" onPress={() => setOpen(true)}>
              {t('holdPart.lift')}
            </Button>
          }
        >
          <p className={styles.reason}>{hold.reason}</p>
          <p>{t('holdPart.text')}</p>
        </Notice>
        {failed}
        <ConfirmDialog
          title={t('holdPart.liftTitle')}
          isOpen={isOpen}
          confirmLabel={t('holdPart.lift')}
          cancelLabel={t('holdPart.cancel')}
          isDangerous
          onConfirm={() => void change()}
          onCancel={() => setOpen(false)}
        >
          {t('holdPart.liftText')}
        </ConfirmDialog>
      </>
    );
  return (
    <div className={styles.hold}>
      <Button size="sm" icon="lock" onPress={() => setOpen(true)}>
        {t('holdPart.place')}
      </Button>
      <ModalDialog
        title={t('holdPart.title')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        width="sm"
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{t('holdPart.cancel')}</Button>
            <Button
              variant="primary"
              isDisabled={reason.trim() === ''}
              onPress={() => void change()}
            >
              {t('holdPart.place')}
            </Button>
          </>
        }
      >
        <div className={styles.form}>
          <p>{t('holdPart.text')}</p>
          <TextInput
            label={t('holdPart.reason')}
            description={t('holdPart.reasonText')}
            autoFocus
            maxLength={500}
            value={reason}
            onChange={setReason}
          />
          {failed}
        </div>
      </ModalDialog>
    </div>
  );
}
