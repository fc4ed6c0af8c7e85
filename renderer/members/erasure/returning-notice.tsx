import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErasureMark } from '../../../shared/model/erasure.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useCall } from '../../use-call.ts';
import styles from './erasure.module.css';

type ReturningNoticeProps = {
  readonly erasure: ErasureMark;
  /** An administrator says why the record is made all the same. */
  readonly onReturning: (reason: string) => void;
};

/** Nothing was saved, for somebody with this contact asked to be forgotten; and what can be done. */
export function ReturningNotice({ erasure, onReturning }: ReturningNoticeProps) {
  const { t } = useTranslation('erasure');
  const format = useFormat();
  const { value: session } = useCall('session.state', null);
  const [reason, setReason] = useState('');
  const notice = useRef<HTMLDivElement>(null);
  const isAdministrator = session?.staff?.role === 'administrator';
  // The button that was pressed may be far below what it led to.
  useEffect(() => notice.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div ref={notice}>
      <Notice
        tone="warning"
        isLive
        title={t('returning.title', { date: format.day(erasure.at), number: erasure.number })}
      >
        <p>{t(isAdministrator ? 'returning.text' : 'returning.administrator')}</p>
        {isAdministrator && (
          <div className={styles.returning}>
            <TextInput
              label={t('returning.reason')}
              description={t('returning.reasonText')}
              autoFocus
              maxLength={500}
              value={reason}
              onChange={setReason}
            />
            <Button isDisabled={reason.trim() === ''} onPress={() => onReturning(reason.trim())}>
              {t('returning.save')}
            </Button>
          </div>
        )}
      </Notice>
    </div>
  );
}
