import { useTranslation } from 'react-i18next';
import type { ConversationId } from '../../shared/ids.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { useCall } from '../use-call.ts';
import { useEvent } from '../use-event.ts';
import { OutboxEntry } from './outbox-entry.tsx';
import styles from './outbox-screen.module.css';

type OutboxScreenProps = {
  readonly sectionId: SectionId;
  readonly onOpenConversation: (id: ConversationId) => void;
};

/** A section's replies that are not surely sent and filed: where each stands, and what can be done. */
export function OutboxScreen({ sectionId, onOpenConversation }: OutboxScreenProps) {
  const { t } = useTranslation(['outbox', 'common']);
  const errorWords = useErrorWords();
  const { value, error, reload } = useCall('outbox.list', { sectionId });
  useEvent('outbox.changed', (changed) => {
    if (changed.sectionId === sectionId) reload();
  });

  return (
    <ScreenFrame
      title={t('outbox:title', { section: t(`common:section.${sectionId}`) })}
      isReady={value !== null || error !== null}
    >
      {error !== null && (
        <div className={styles.error}>
          <ErrorNotice
            error={errorWords(error)}
            actions={
              <Button size="sm" onPress={reload}>
                {t('common:retry')}
              </Button>
            }
          />
        </div>
      )}
      {value?.length === 0 && (
        <EmptyState icon="outbox" title={t('outbox:empty.title')}>
          {t('outbox:empty.text')}
        </EmptyState>
      )}
      {value !== null && value.length > 0 && (
        <ul className={styles.list} aria-label={t('outbox:list')}>
          {value.map((item) => (
            <OutboxEntry
              key={item.id}
              sectionId={sectionId}
              item={item}
              onOpenConversation={() => onOpenConversation(item.conversationId)}
            />
          ))}
        </ul>
      )}
    </ScreenFrame>
  );
}
