import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationId } from '../../shared/ids.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { useKeyLabel } from '../command-keys.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { BesideToasts, useToast } from '../ui/toast.tsx';
import { useSecondsLeft } from '../ui/use-seconds-left.ts';
import { useCall } from '../use-call.ts';
import { useCommand } from '../use-command.ts';
import { useEvent } from '../use-event.ts';
import styles from './sending-bar.module.css';
import { nextShown, type ShownLetter } from './shown-letter.ts';

type SendingBarProps = {
  readonly sectionId: SectionId;
  readonly onOpenConversation: (id: ConversationId) => void;
};

/** How long it says that a letter has left, in ms. */
const sentShownForMs = 4000;

/** The letter that is leaving a section: how long it can be called back, and the way to. */
export function SendingBar({ sectionId, onOpenConversation }: SendingBarProps) {
  const { t } = useTranslation('outbox');
  const errorWords = useErrorWords();
  const toast = useToast();
  const keyLabel = useKeyLabel();
  const { value, reload } = useCall('outbox.list', { sectionId });
  useEvent('outbox.changed', (changed) => {
    if (changed.sectionId === sectionId) reload();
  });
  const [shown, setShown] = useState<ShownLetter | null>(null);
  useEffect(() => {
    if (value !== null) setShown((last) => nextShown(last, value));
  }, [value]);
  const isSent = shown?.phase === 'sent';
  useEffect(() => {
    if (!isSent) return;
    const timer = setTimeout(() => setShown(null), sentShownForMs);
    return () => clearTimeout(timer);
  }, [isSent]);
  const seconds = useSecondsLeft(shown?.until ?? null);
  const isUndoable = shown?.phase === 'undo';
  const undo = async () => {
    const item = value?.find(({ id }) => id === shown?.id);
    if (item === undefined) return;
    setShown(null);
    const result = await call('outbox.withdraw', { sectionId, outboxItemId: item.id });
    if (!result.ok) return toast({ text: errorWords(result.error).what });
    // It was no draft, and has no conversation to go back to.
    if (result.value === null) return toast({ text: t('bar.decisionBack') });
    const onPress = () => onOpenConversation(item.conversationId);
    toast({ text: t('bar.back'), action: { label: t('bar.open'), onPress } });
  };
  useCommand('undo-send', () => void undo(), { isDisabled: !isUndoable });
  if (shown === null) return null;
  const recipient = shown.isToMember ? t('bar.member') : shown.recipient;
  return (
    <BesideToasts>
      {isUndoable ? (
        <section className={styles.bar} aria-label={t('bar.label', { recipient })}>
          <span className={styles.text}>{t('bar.leaves', { recipient })}</span>
          <span className={styles.seconds}>{t('bar.seconds', { seconds })}</span>
          <Button size="sm" onPress={() => void undo()}>
            {t('undo')}
            <kbd className={styles.key}>{keyLabel('undo-send')}</kbd>
          </Button>
          <Button
            size="sm"
            variant="quiet"
            onPress={() => void call('outbox.retry', { sectionId, outboxItemId: shown.id })}
          >
            {t('retry')}
          </Button>
        </section>
      ) : (
        <div className={styles.bar} role="status">
          <span className={styles.text}>
            {t(shown.phase === 'sent' ? 'bar.sent' : 'bar.leaving', { recipient })}
          </span>
        </div>
      )}
    </BesideToasts>
  );
}
