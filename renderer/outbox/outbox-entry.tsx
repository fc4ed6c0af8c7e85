import { useTranslation } from 'react-i18next';
import type { OutboxItem, OutboxState } from '../../shared/model/outbox-item.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Badge } from '../ui/badge.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import { RecipientStandings } from '../ui/recipient-standings.tsx';
import { OutboxActions } from './outbox-actions.tsx';
import styles from './outbox-screen.module.css';
import { useLeavingWords } from './use-leaving-words.ts';

type OutboxEntryProps = {
  readonly sectionId: SectionId;
  readonly item: OutboxItem;
  readonly onOpenConversation: () => void;
};

const tones = {
  waiting: 'neutral',
  queued: 'neutral',
  sending: 'neutral',
  sent: 'success',
  uncertain: 'warning',
  failed: 'danger',
} as const satisfies Readonly<Record<OutboxState, string>>;

/** One reply on its way: its state, the server's words, and what staff can do about it. */
export function OutboxEntry({ sectionId, item, onOpenConversation }: OutboxEntryProps) {
  const { t } = useTranslation('outbox');
  const format = useFormat();
  const errorWords = useErrorWords();
  const leaving = useLeavingWords(item);
  const { state, error, looked } = item;
  const doSomeHaveIt = item.recipients.some((recipient) => recipient.state === 'accepted');

  return (
    <li className={styles.entry} data-state={state}>
      <div className={styles.line}>
        <button type="button" className={styles.subject} onClick={onOpenConversation}>
          {item.subject}
        </button>
        <Badge tone={tones[state]}>
          {t(state === 'failed' && doSomeHaveIt ? 'state.partly' : `state.${state}`)}
        </Badge>
      </div>
      <p className={styles.facts}>
        {t('to', { recipient: item.recipient })}
        {' · '}
        <time dateTime={new Date(item.createdAt).toISOString()}>
          {format.dateTime(item.createdAt)}
        </time>
        {item.attempts > 1 && ` · ${t('attempts', { count: item.attempts })}`}
        {leaving !== null && ` · ${leaving}`}
      </p>
      <RecipientStandings recipients={item.recipients} />
      {error !== null && state !== 'uncertain' && (
        <ErrorNotice error={errorWords(error)} tone={state === 'failed' ? 'danger' : 'warning'} />
      )}
      {state === 'uncertain' && (
        <Notice tone="warning" title={t('uncertain.title')}>
          <p>{t('uncertain.text')}</p>
          <p>
            {looked === null
              ? t('uncertain.looking')
              : looked.folders.length === 0
                ? t('uncertain.cannotTell')
                : t('uncertain.looked', {
                    time: format.dateTime(looked.at),
                    folders: format.list(looked.folders),
                  })}
          </p>
        </Notice>
      )}
      <p className={styles.text}>{item.text}</p>
      <OutboxActions
        sectionId={sectionId}
        item={item}
        doSomeHaveIt={doSomeHaveIt}
        onTakenBack={onOpenConversation}
      />
    </li>
  );
}
