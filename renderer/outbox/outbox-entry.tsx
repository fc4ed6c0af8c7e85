import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError, Result } from '../../shared/errors.ts';
import type { OutboxItem, OutboxState } from '../../shared/model/outbox-item.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './outbox-screen.module.css';

type OutboxEntryProps = {
  readonly sectionId: SectionId;
  readonly item: OutboxItem;
  readonly onOpenConversation: () => void;
};

const tones = {
  queued: 'neutral',
  sending: 'neutral',
  sent: 'success',
  uncertain: 'warning',
  failed: 'danger',
} as const satisfies Readonly<Record<OutboxState, string>>;

/** One reply on its way: its state, the server's words, and what staff can do about it. */
export function OutboxEntry({ sectionId, item, onOpenConversation }: OutboxEntryProps) {
  const { t } = useTranslation(['outbox', 'common']);
  const format = useFormat();
  const errorWords = useErrorWords();
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const [isActing, setActing] = useState(false);
  const { id: outboxItemId, state, error, retryAt } = item;
  const target = { sectionId, outboxItemId };

  const act = async (doing: Promise<Result<unknown>>) => {
    setActing(true);
    const result = await doing;
    setActing(false);
    setRefusal(result.ok ? null : result.error);
    return result.ok;
  };
  const withdraw = async () => {
    if (await act(call('outbox.withdraw', target))) onOpenConversation();
  };

  return (
    <li className={styles.entry} data-state={state}>
      <div className={styles.line}>
        <button type="button" className={styles.subject} onClick={onOpenConversation}>
          {item.subject}
        </button>
        <Badge tone={tones[state]}>{t(`outbox:state.${state}`)}</Badge>
      </div>
      <p className={styles.facts}>
        {t('outbox:to', { recipient: item.recipient })}
        {' · '}
        <time dateTime={new Date(item.createdAt).toISOString()}>
          {format.dateTime(item.createdAt)}
        </time>
        {item.attempts > 1 && ` · ${t('outbox:attempts', { count: item.attempts })}`}
        {retryAt !== null && ` · ${t('outbox:retryAt', { time: format.time(retryAt) })}`}
      </p>
      {error !== null && state !== 'uncertain' && (
        <ErrorNotice error={errorWords(error)} tone={state === 'failed' ? 'danger' : 'warning'} />
      )}
      {state === 'uncertain' && (
        <Notice tone="warning" title={t('outbox:uncertain.title')}>
          {t('outbox:uncertain.text')}
        </Notice>
      )}
      {refusal !== null && <ErrorNotice error={errorWords(refusal)} />}
      <p className={styles.text}>{item.text}</p>
      <div className={styles.actions}>
        {(state === 'failed' || (state === 'queued' && retryAt !== null)) && (
          <Button
            size="sm"
            icon="retry"
            isDisabled={isActing}
            onPress={() => void act(call('outbox.retry', target))}
          >
            {t('outbox:retry')}
          </Button>
        )}
        {(state === 'failed' || state === 'queued') && (
          <Button size="sm" icon="draft" isDisabled={isActing} onPress={() => void withdraw()}>
            {t('outbox:withdraw')}
          </Button>
        )}
        {state === 'uncertain' && (
          <>
            <Button
              size="sm"
              icon="check"
              isDisabled={isActing}
              onPress={() => void act(call('outbox.settle', { ...target, decision: 'was-sent' }))}
            >
              {t('outbox:uncertain.wasSent')}
            </Button>
            <Button size="sm" icon="send" isDisabled={isActing} onPress={() => setAsking(true)}>
              {t('outbox:uncertain.sendAgain')}
            </Button>
          </>
        )}
      </div>
      <ConfirmDialog
        title={t('outbox:uncertain.confirmTitle')}
        isOpen={isAsking}
        confirmLabel={t('outbox:uncertain.confirm')}
        cancelLabel={t('common:cancel')}
        onConfirm={() => {
          setAsking(false);
          void act(call('outbox.settle', { ...target, decision: 'send-again' }));
        }}
        onCancel={() => setAsking(false)}
      >
        {t('outbox:uncertain.confirmText', { recipient: item.recipient })}
      </ConfirmDialog>
    </li>
  );
}
