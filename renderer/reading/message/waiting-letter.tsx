import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import type { OutboxItem } from '../../../shared/model/outbox-item.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useSecondsLeft } from '../../ui/use-seconds-left.ts';
import styles from './waiting-letter.module.css';

type WaitingLetterProps = { readonly sectionId: SectionId; readonly item: OutboxItem };

/** When a letter that waits leaves, and the way to call it back. Nothing for one that does not wait. */
export function WaitingLetter({ sectionId, item }: WaitingLetterProps) {
  const { t } = useTranslation('outbox');
  const format = useFormat();
  const errorWords = useErrorWords();
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const { state, retryAt, zone, waitsFor } = item;
  const isWaiting = state === 'waiting' && retryAt !== null;
  const seconds = useSecondsLeft(isWaiting && waitsFor === 'undo' ? retryAt : null);
  if (!isWaiting) return null;
  const withdraw = async () => {
    const result = await call('outbox.withdraw', { sectionId, outboxItemId: item.id });
    if (!result.ok) setRefusal(result.error);
  };
  return (
    <>
      <p className={styles.line}>
        <span className={styles.words}>
          {zone === null
            ? t('leavesIn', { seconds })
            : t('leavesAt', {
                time: format.moment(retryAt, zone),
                zone: format.zone(retryAt, zone),
              })}
        </span>
        <Button size="sm" onPress={() => void withdraw()}>
          {t(waitsFor === 'undo' ? 'undo' : 'withdraw')}
        </Button>
      </p>
      {refusal !== null && <ErrorNotice error={errorWords(refusal)} />}
    </>
  );
}
