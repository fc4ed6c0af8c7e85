import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '../../shared/model/conversation.ts';
import type { Participant } from '../../shared/model/participant.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { RowTags } from '../tags/row-tags.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icons/icon.tsx';
import { rowPress } from '../ui/row-press.ts';
import styles from './conversation-row.module.css';
import { RowSkeleton } from './list-skeleton.tsx';
import { rowDate } from './row-date.ts';

type ConversationRowProps = {
  readonly id: string;
  /** Null until its page is here: an empty row holds the place. */
  readonly conversation: ConversationSummary | null;
  readonly isSelected: boolean;
  readonly index: number;
  readonly total: number;
  /** Distance from the top of the list, px. */
  readonly top: number;
  readonly onPress: () => void;
};

/** One conversation in three lines: who and when, what about, how the newest message begins. */
export function ConversationRow(props: ConversationRowProps) {
  const { id, conversation, isSelected, index, total, top, onPress } = props;
  const isUnread = (conversation?.unreadCount ?? 0) > 0;
  return (
    // The keyboard works on the list, which names its active row (ARIA 1.2, listbox).
    // biome-ignore lint/a11y/useFocusableInteractive: see above.
    <div
      id={id}
      role="option"
      aria-selected={isSelected}
      aria-setsize={total}
      aria-posinset={index + 1}
      className={classNames(styles.row, isSelected && styles.selected, isUnread && styles.unread)}
      style={{ transform: `translateY(${top}px)` }}
      {...rowPress(onPress)}
    >
      {conversation === null ? <RowSkeleton /> : <RowWords {...conversation} />}
    </div>
  );
}

function RowWords(conversation: ConversationSummary) {
  const { t } = useTranslation('inbox');
  const locale = useLocale();
  const format = useFormat();
  const { newestAt, messageCount, unreadCount, participants } = conversation;
  return (
    <>
      {unreadCount > 0 && (
        <>
          <span className={styles.dot} aria-hidden="true" />
          <span className={styles.spoken}>{t('row.unread')}</span>
        </>
      )}
      <span className={styles.line}>
        <span className={styles.people} data-words="">
          {participants.length === 0
            ? t('row.nobody')
            : participants.map(nameOf).join(t('row.separator'))}
        </span>
        {messageCount > 1 && (
          <span className={styles.count}>
            <span aria-hidden="true">{messageCount}</span>
            <span className={styles.spoken}>{t('row.messages', { count: messageCount })}</span>
          </span>
        )}
        <time
          className={styles.date}
          dateTime={new Date(newestAt).toISOString()}
          title={format.dateTime(newestAt)}
        >
          {rowDate(locale, newestAt, Date.now())}
        </time>
      </span>
      <span className={styles.line}>
        <span className={styles.subject} data-words="">
          {conversation.subject.trim() || t('row.noSubject')}
        </span>
        <RowMarks {...conversation} />
      </span>
      <span className={styles.line}>
        <RowTags tags={conversation.tags} />
        <span className={styles.snippet} data-words="">
          {conversation.snippet}
        </span>
      </span>
    </>
  );
}

function RowMarks(conversation: ConversationSummary) {
  const { hasAttachment, hasDraft, isFlagged, answered, outbox, status, due } = conversation;
  const { t } = useTranslation('inbox');
  return (
    <span className={styles.marks}>
      {outbox === 'failed' && <Mark icon="error" label={t('row.failed')} isProblem />}
      {outbox === 'uncertain' && <Mark icon="warning" label={t('row.uncertain')} isProblem />}
      {outbox === 'sending' && <Mark icon="clock" label={t('row.sending')} />}
      {due !== null && <Mark icon="clock" label={t(`row.${due}`)} isProblem />}
      {status === 'snoozed' && <Mark icon="clock" label={t('row.snoozed')} />}
      {isFlagged && <Mark icon="flag-set" label={t('row.flagged')} isProblem />}
      {hasDraft && <Mark icon="draft" label={t('row.draft')} />}
      {answered && <Mark icon="reply" label={t('row.answered')} />}
      {hasAttachment && <Mark icon="attachment" label={t('row.attachment')} />}
    </span>
  );
}

type MarkProps = {
  readonly icon: 'error' | 'warning' | 'clock' | 'flag-set' | 'draft' | 'reply' | 'attachment';
  readonly label: string;
  readonly isProblem?: boolean;
};

function Mark({ icon, label, isProblem = false }: MarkProps) {
  return (
    <span className={isProblem ? styles.problem : undefined} title={label}>
      <Icon name={icon} size={14} />
      <span className={styles.spoken}>{label}</span>
    </span>
  );
}

function nameOf({ name, address }: Participant): string {
  return name.trim() || address;
}
