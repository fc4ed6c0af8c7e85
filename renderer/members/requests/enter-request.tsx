import { getLocalTimeZone, parseDate, today } from '@internationalized/date';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import type { MemberId } from '../../../shared/ids.ts';
import { RequestKind } from '../../../shared/model/member-request.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { useCall } from '../../use-call.ts';
import styles from './requests.module.css';

/** Days until a request is to be answered, unless staff say another. */
const deadlineDays = 14;

type EnterRequestProps = {
  readonly memberId: MemberId;
  readonly onEntered: () => void;
};

/** Puts what a person asks about their own data into the register; an administrator's. */
export function EnterRequest({ memberId, onEntered }: EnterRequestProps) {
  const { t } = useTranslation('requests');
  const errorWords = useErrorWords();
  const { value: session } = useCall('session.state', null);
  const [isOpen, setOpen] = useState(false);
  const [kind, setKind] = useState<RequestKind>('access');
  const [receivedOn, setReceivedOn] = useState(() => today(getLocalTimeZone()).toString());
  /** Null while it goes by the day of receipt. */
  const [chosen, setChosen] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  if (session?.staff?.role !== 'administrator') return null;
  const usual =
    receivedOn === '' ? '' : parseDate(receivedOn).add({ days: deadlineDays }).toString();
  const deadlineOn = chosen ?? usual;
  const isWhole = receivedOn !== '' && deadlineOn !== '';

  async function enter() {
    if (!isWhole || isPending) return;
    setPending(true);
    const asked = { sectionId: 'members', memberId, kind, receivedOn, deadlineOn } as const;
    const result = await call('request.enter', asked);
    setPending(false);
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    setOpen(false);
    onEntered();
  }

  return (
    <div>
      <Button size="sm" onPress={() => setOpen(true)}>
        {t('enter.open')}
      </Button>
      <ModalDialog
        title={t('enter.title')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        width="sm"
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{t('cancel')}</Button>
            <Button
              variant="primary"
              isDisabled={!isWhole}
              isPending={isPending}
              onPress={() => void enter()}
            >
              {t('enter.save')}
            </Button>
          </>
        }
      >
        <div className={styles.part}>
          <SelectInput
            label={t('fact.kind')}
            value={kind}
            options={RequestKind.options.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
            onChange={setKind}
          />
          <DateInput label={t('fact.received')} value={receivedOn} onChange={setReceivedOn} />
          <DateInput label={t('fact.deadline')} value={deadlineOn} onChange={setChosen} />
          {error !== null && <ErrorNotice error={errorWords(error)} />}
        </div>
      </ModalDialog>
    </div>
  );
}
