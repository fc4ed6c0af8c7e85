import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationId } from '../../shared/ids.ts';
import type { ListView } from '../../shared/model/conversation.ts';
import type { FolderSummary } from '../../shared/model/folder.ts';
import type { MessageHeaders } from '../../shared/model/message.ts';
import type { Note } from '../../shared/model/note.ts';
import type { OutboxItem } from '../../shared/model/outbox-item.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { MessageCard } from './message/message-card.tsx';
import { OutboxCard } from './message/outbox-card.tsx';
import { inTheFlow } from './notes/in-the-flow.ts';
import { NoteCard } from './notes/note-card.tsx';
import styles from './reading-pane.module.css';
import { useFirstScroll } from './use-first-scroll.ts';
import { useOpenMessages } from './use-open-messages.ts';

/** Pixels: about as much as a notice of a failed reply adds. */
const nearBottom = 240;

type ConversationMessagesProps = {
  readonly sectionId: SectionId;
  readonly conversationId: ConversationId;
  readonly notes: readonly Note[];
  readonly messages: readonly MessageHeaders[];
  readonly folders: readonly FolderSummary[];
  readonly view: ListView;
  readonly outbox: readonly OutboxItem[];
  readonly onOpenOutbox: (() => void) | undefined;
};

/** The scrolling part: every message of the conversation and every note, by time, then the replies that are on their way. */
export function ConversationMessages({
  sectionId,
  conversationId,
  notes,
  messages,
  folders,
  view,
  outbox,
  onOpenOutbox,
}: ConversationMessagesProps) {
  const { t } = useTranslation('reading');
  const scroller = useRef<HTMLDivElement>(null);
  const { isOpen, toggle } = useOpenMessages(messages);
  const showFirst = useFirstScroll(scroller);
  useLayoutEffect(showFirst, [showFirst]);

  // A reply that was just queued comes into view, and so does what becomes of it for whoever is
  // still down there; nobody who reads further up is moved.
  const known = useRef(new Map(outbox.map(({ id, state }) => [id, state])));
  useLayoutEffect(() => {
    const element = scroller.current;
    const hasNew = outbox.some(({ id }) => !known.current.has(id));
    const hasMoved = outbox.some(({ id, state }) => known.current.get(id) !== state);
    for (const { id, state } of outbox) known.current.set(id, state);
    if (element === null) return;
    const below = element.scrollHeight - element.scrollTop - element.clientHeight;
    if (hasNew || (hasMoved && below < nearBottom)) element.scrollTo({ top: element.scrollHeight });
  }, [outbox]);

  return (
    // A scrolling region must be reachable by keyboard (WCAG 2.1.1).
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll it
    <div ref={scroller} className={styles.scroller} tabIndex={0} data-pane-focus>
      <div className={styles.column}>
        {messages.length === 0 && outbox.length === 0 && (
          <EmptyState icon="mail" title={t('noMessages')} />
        )}
        {inTheFlow(messages, notes).map((part) =>
          part.kind === 'note' ? (
            <NoteCard
              key={part.note.id}
              sectionId={sectionId}
              conversationId={conversationId}
              note={part.note}
            />
          ) : (
            <MessageCard
              key={part.message.id}
              sectionId={sectionId}
              message={part.message}
              folder={folderAside(part.message, folders, view)}
              isOpen={isOpen(part.message.id)}
              onToggle={() => toggle(part.message.id)}
              onShown={showFirst}
            />
          ),
        )}
        {outbox.map((item) => (
          <OutboxCard key={item.id} sectionId={sectionId} item={item} onOpenOutbox={onOpenOutbox} />
        ))}
      </div>
    </div>
  );
}

/** The folder of a message that is neither in INBOX nor in Sent, nor where staff look. */
function folderAside(
  { folderIds }: MessageHeaders,
  folders: readonly FolderSummary[],
  view: ListView,
): FolderSummary | null {
  const places = folders.filter(({ id }) => folderIds.includes(id));
  const isPlain = ({ id, role }: FolderSummary) =>
    role === 'inbox' || role === 'sent' || view === `folder:${id}`;
  if (places.some(isPlain)) return null;
  return places[0] ?? null;
}
