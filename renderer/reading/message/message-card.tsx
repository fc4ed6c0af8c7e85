import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderSummary } from '../../../shared/model/folder.ts';
import type { MessageHeaders } from '../../../shared/model/message.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { useFolderName } from '../../folders/use-folder-name.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Badge } from '../../ui/badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icons/icon.tsx';
import { contactMark } from '../copy/contact-mark.ts';
import { AutomationBadge } from './automation-badge.tsx';
import styles from './message-card.module.css';
import { OpenMessage } from './open-message.tsx';
import { PersonMark } from './person-mark.tsx';
import type { MessageView } from './view-menu.tsx';

type MessageCardProps = {
  readonly sectionId: SectionId;
  readonly message: MessageHeaders;
  /** Named where it is not plain. */
  readonly folder: FolderSummary | null;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** The text has arrived and takes its room. */
  readonly onShown: () => void;
};

/** A message of the conversation: one line when it is folded, all of it when it is open. */
export function MessageCard(props: MessageCardProps) {
  const { sectionId, message, folder, isOpen, onToggle, onShown } = props;
  const nameOf = useFolderName();
  const { t } = useTranslation('reading');
  const format = useFormat();
  const nameId = useId();
  const [view, setView] = useState<MessageView | null>(null);
  const { from, seen } = message;
  const files = message.attachments.filter(({ inline }) => !inline);

  return (
    <article
      className={classNames(styles.message, isOpen && styles.open)}
      aria-labelledby={nameId}
      data-open={isOpen ? '' : undefined}
    >
      <h3 className={styles.heading}>
        <button type="button" className={styles.head} aria-expanded={isOpen} onClick={onToggle}>
          <PersonMark person={from} isOurs={message.direction === 'out'} />
          <span className={styles.who}>
            <span
              id={nameId}
              {...(from.name === '' ? contactMark(message.id, from.address) : {})}
              className={classNames(styles.name, !seen && styles.unread)}
            >
              {from.name || from.address || t('message.noSender')}
            </span>
            {isOpen && from.name !== '' && from.address !== '' && (
              <span
                className={styles.address}
                {...contactMark(message.id, from.address)}
              >{`<${from.address}>`}</span>
            )}
            {isOpen && folder !== null && <Badge tone="neutral">{nameOf(folder)}</Badge>}
            {isOpen && <AutomationBadge automation={message.automation} />}
          </span>
          {!isOpen && <span className={styles.snippet}>{message.snippet}</span>}
          {!isOpen && files.length > 0 && <Icon name="attachment" className={styles.clip ?? ''} />}
          <time className={styles.date} dateTime={new Date(message.sentAt).toISOString()}>
            {isOpen ? format.dateTime(message.sentAt) : format.shortDate(message.sentAt)}
          </time>
        </button>
      </h3>
      {isOpen && (
        <OpenMessage
          sectionId={sectionId}
          message={message}
          view={view}
          onView={setView}
          onShown={onShown}
        />
      )}
    </article>
  );
}
