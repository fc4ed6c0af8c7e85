import { type FocusEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationId } from '../../shared/ids.ts';
import type { ListView } from '../../shared/model/conversation.ts';
import type { FolderSummary } from '../../shared/model/folder.ts';
import type { MessageHeaders } from '../../shared/model/message.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { useCommand } from '../use-command.ts';
import { useEvent } from '../use-event.ts';
import type { ComposerSlot, NoteSlot } from './composer-slot.ts';
import { ConversationMessages } from './conversation-messages.tsx';
import { useRecordedCopies } from './copy/use-recorded-copies.ts';
import { FilingActions } from './filing/filing-actions.tsx';
import { LinkDialog } from './links/link-dialog.tsx';
import { type FollowedLink, LinkFollower } from './links/link-follower.ts';
import { PrintedConversation } from './print/printed-conversation.tsx';
import { usePrint } from './print/use-print.ts';
import { ReadingHead } from './reading-head.tsx';
import styles from './reading-pane.module.css';
import { ReplyArea } from './reply-area.tsx';
import { StateLine } from './state/state-line.tsx';
import { TagLine } from './tags/tag-line.tsx';
import { useConversation } from './use-conversation.ts';
import { useFrameLinks } from './use-frame-links.ts';

type ReadingPaneProps = {
  readonly sectionId: SectionId;
  readonly conversationId: ConversationId;
  readonly view: ListView;
  readonly folders: readonly FolderSummary[];
  readonly onClose: () => void;
  /** Null at the end of the list. */
  readonly onNext: (() => void) | null;
  readonly onPrevious: (() => void) | null;
  /** With the newest letter that came; null for those who may not look a reader up. */
  readonly onLookUp: ((letter: MessageHeaders) => void) | null;
  readonly onSearch: (query: string) => void;
  readonly onOpenOutbox?: (() => void) | undefined;
  readonly renderComposer: (slot: ComposerSlot) => ReactNode;
  readonly renderNote: (slot: NoteSlot) => ReactNode;
};

type NoteChoice = {
  /** Of the conversation. */
  readonly key: string;
  readonly isOpen: boolean;
  /** How often staff asked for it. */
  readonly asked: number;
};

/** One conversation: its messages oldest first, our unsent replies in the flow, the composer below. */
export function ReadingPane({
  sectionId,
  conversationId,
  view,
  folders,
  onClose,
  onNext,
  onPrevious,
  onLookUp,
  onSearch,
  onOpenOutbox,
  renderComposer,
  renderNote,
}: ReadingPaneProps) {
  const { t } = useTranslation(['reading', 'common']);
  const errorWords = useErrorWords();
  const { value, error, isLoading, reload } = useConversation(sectionId, conversationId);
  const [link, setLink] = useState<FollowedLink | null>(null);
  const frameLinks = useFrameLinks(setLink);
  const pane = useRef<HTMLElement>(null);
  useRecordedCopies(sectionId, pane);
  const key = `${sectionId} ${conversationId}`;
  const printing = usePrint(sectionId, value);
  useEvent('menu.chosen', ({ item }) => {
    if (item === 'print') printing.start();
  });
  const noteDraft = value?.drafts.find(({ kind }) => kind === 'note') ?? null;
  // Null until staff open or close it: one that was begun shows that it was.
  const [lastChoice, setNoteChoice] = useState<NoteChoice | null>(null);
  const noteChoice = lastChoice?.key === key ? lastChoice : null;
  const noteAsked = noteChoice?.asked ?? 0;
  const isNoteOpen = noteChoice?.isOpen ?? noteDraft !== null;
  const received = value?.messages.findLast(({ direction }) => direction === 'in');
  // Pressed before there is anything to answer: heeded as soon as there is.
  const [isReplyAsked, setReplyAsked] = useState(false);
  useCommand('reply', () => setReplyAsked(true), { isDisabled: value !== null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation was asked nothing
  useEffect(() => () => setReplyAsked(false), [key]);

  return (
    <LinkFollower value={frameLinks}>
      <section
        ref={pane}
        className={styles.pane}
        aria-label={t('reading:pane')}
        aria-busy={isLoading && value === null}
        data-pane="reading"
        tabIndex={-1}
        onFocus={focusScroller}
      >
        <ReadingHead
          subject={value?.subject ?? null}
          count={value?.messages.length ?? 0}
          filing={
            <FilingActions
              sectionId={sectionId}
              // A key that is pressed before the letters are here means this conversation as well.
              conversationId={conversationId}
              isFlagged={value?.isFlagged ?? false}
              view={view}
              folders={folders}
            />
          }
          onClose={onClose}
          onNext={onNext}
          onPrevious={onPrevious}
        />
        {value !== null && (
          <StateLine
            sectionId={sectionId}
            conversation={value}
            onNote={() => setNoteChoice({ key, isOpen: true, asked: noteAsked + 1 })}
            onPrint={printing.start}
            onLookUp={onLookUp !== null && received !== undefined ? () => onLookUp(received) : null}
          />
        )}
        {value !== null && (
          <TagLine
            sectionId={sectionId}
            conversationId={value.id}
            tags={value.tags}
            onSearch={onSearch}
          />
        )}
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
        {value === null && isLoading && (
          <p className={styles.loading}>
            <Spinner /> {t('common:loading')}
          </p>
        )}
        {value !== null && (
          <ConversationMessages
            key={key}
            sectionId={sectionId}
            conversationId={value.id}
            notes={value.notes}
            messages={value.messages}
            folders={folders}
            view={view}
            outbox={value.outbox}
            onOpenOutbox={onOpenOutbox}
          />
        )}
        {value !== null &&
          isNoteOpen &&
          renderNote({
            sectionId,
            conversationId: value.id,
            draft: noteDraft,
            asked: noteAsked,
            onClose: () => {
              setNoteChoice({ key, isOpen: false, asked: noteAsked });
              // The field goes: the keyboard stays with the conversation.
              pane.current?.focus();
            },
          })}
        {value?.replyTo && (
          <ReplyArea
            key={`reply ${key}`}
            sectionId={sectionId}
            conversation={value}
            replyTo={value.replyTo}
            isOpenAtFirst={isReplyAsked}
            onSent={reload}
            onOpenOutbox={onOpenOutbox}
            renderComposer={renderComposer}
          />
        )}
        {printing.print !== null && <PrintedConversation {...printing.print} />}
        <LinkDialog sectionId={sectionId} link={link} onClose={() => setLink(null)} />
      </section>
    </LinkFollower>
  );
}

/** Whoever enters the pane wants to read: arrow keys scroll what has the focus. */
function focusScroller(event: FocusEvent<HTMLElement>): void {
  if (event.target !== event.currentTarget) return;
  event.currentTarget.querySelector<HTMLElement>('[data-pane-focus]')?.focus();
}
