import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError, Result } from '../../shared/errors.ts';
import type { OutboxItem } from '../../shared/model/outbox-item.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { ScheduleDialog } from '../ui/schedule/schedule-dialog.tsx';
import styles from './outbox-screen.module.css';
import { UncertainActions } from './uncertain-actions.tsx';

type OutboxActionsProps = {
  readonly sectionId: SectionId;
  readonly item: OutboxItem;
  readonly doSomeHaveIt: boolean;
  readonly onTakenBack: () => void;
};

/** What staff can do about a letter, as it stands. */
export function OutboxActions({ sectionId, item, doSomeHaveIt, onTakenBack }: OutboxActionsProps) {
  const { t } = useTranslation('outbox');
  const errorWords = useErrorWords();
  const [isScheduling, setScheduling] = useState(false);
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const [isActing, setActing] = useState(false);
  const { id: outboxItemId, state } = item;
  const target = { sectionId, outboxItemId };
  const isHeld = state === 'failed' || state === 'queued' || state === 'waiting';

  const act = async (doing: Promise<Result<unknown>>) => {
    setActing(true);
    const result = await doing;
    setActing(false);
    setRefusal(result.ok ? null : result.error);
    return result.ok;
  };
  const withdraw = async () => {
    const isBack = await act(call('outbox.withdraw', target));
    // A letter about a registration goes back to no draft.
    if (isBack && item.kind !== 'registration') onTakenBack();
  };

  const toDraft = isHeld && !doSomeHaveIt && (
    <Button size="sm" icon="draft" isDisabled={isActing} onPress={() => void withdraw()}>
      {t(item.kind === 'registration' ? 'withdrawDecision' : 'withdraw')}
    </Button>
  );

  return (
    <>
      {refusal !== null && <ErrorNotice error={errorWords(refusal)} />}
      <div className={styles.actions}>
        {/* What failed is seldom sent by trying again: it is mended first. */}
        {state === 'failed' && toDraft}
        {isHeld && (
          <Button
            size="sm"
            icon="retry"
            isDisabled={isActing}
            onPress={() => void act(call('outbox.retry', target))}
          >
            {t('retry')}
          </Button>
        )}
        {state !== 'failed' && toDraft}
        {isHeld && !doSomeHaveIt && item.waitsFor !== 'undo' && (
          <Button size="sm" icon="clock" isDisabled={isActing} onPress={() => setScheduling(true)}>
            {t('reschedule')}
          </Button>
        )}
        {isHeld && doSomeHaveIt && (
          <Button
            size="sm"
            icon="check"
            isDisabled={isActing}
            onPress={() => void act(call('outbox.dismiss', target))}
          >
            {t('dismiss')}
          </Button>
        )}
        {state === 'uncertain' && (
          <UncertainActions
            item={item}
            isActing={isActing}
            onSettle={(decision) => void act(call('outbox.settle', { ...target, decision }))}
          />
        )}
      </div>
      <ScheduleDialog
        isOpen={isScheduling}
        at={item.waitsFor === 'schedule' ? item.retryAt : null}
        onClose={() => setScheduling(false)}
        onChoose={(schedule) => {
          setScheduling(false);
          void act(call('outbox.reschedule', { ...target, schedule }));
        }}
      />
    </>
  );
}
