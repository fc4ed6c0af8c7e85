import { useTranslation } from 'react-i18next';
import type { OutboxItem, OutboxState } from '../../../shared/model/outbox-item.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Icon } from '../../ui/icons/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RecipientStandings } from '../../ui/recipient-standings.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import styles from './message-card.module.css';
import { PlainText } from './plain-text.tsx';
import { WaitingLetter } from './waiting-letter.tsx';

type OutboxCardProps = {
  readonly sectionId: SectionId;
  readonly item: OutboxItem;
  readonly onOpenOutbox: (() => void) | undefined;
};

const tones = {
  waiting: 'neutral',
  queued: 'neutral',
  sending: 'neutral',
  sent: 'success',
  uncertain: 'warning',
  failed: 'danger',
} as const satisfies Readonly<Record<OutboxState, string>>;

/** A reply of ours that is not among the messages yet: where it stands, and what it says. */
export function OutboxCard({ sectionId, item, onOpenOutbox }: OutboxCardProps) {
  const { t } = useTranslation('reading');
  const format = useFormat();
  const errorWords = useErrorWords();
  const openOutbox = onOpenOutbox && (
    <Button size="sm" onPress={onOpenOutbox}>
      {t('openOutbox')}
    </Button>
  );
  return (
    <article
      className={classNames(styles.message, styles.open)}
      aria-label={t('outbox.reply', { recipient: item.recipient })}
      data-state={item.state}
    >
      <h3 className={classNames(styles.heading, styles.head)}>
        <span aria-hidden="true" className={classNames(styles.mark, styles.ours)}>
          <Icon name="send" size={14} />
        </span>
        <span className={styles.who}>
          <span className={styles.name}>{t('outbox.yourReply')}</span>
          <span role="status" className={styles.state}>
            {item.state === 'sending' && <Spinner />}
            <Badge tone={tones[item.state]}>{t(`outbox.${item.state}`)}</Badge>
          </span>
        </span>
        <time className={styles.date} dateTime={new Date(item.createdAt).toISOString()}>
          {format.dateTime(item.createdAt)}
        </time>
      </h3>
      <div className={styles.inside}>
        <p className={styles.to}>
          {t('message.to')} {item.recipient}
        </p>
        <WaitingLetter sectionId={sectionId} item={item} />
        <RecipientStandings recipients={item.recipients} />
        {item.state === 'uncertain' && (
          <Notice tone="warning" title={t('outbox.uncertainTitle')} actions={openOutbox}>
            {t('outbox.uncertainText')}
          </Notice>
        )}
        {item.state !== 'uncertain' && item.error !== null && (
          <ErrorNotice
            error={errorWords(item.error)}
            tone={item.state === 'failed' ? 'danger' : 'warning'}
            actions={openOutbox}
          />
        )}
        <PlainText text={item.text} messageId={null} />
      </div>
    </article>
  );
}
