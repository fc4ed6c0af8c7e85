import { type FocusEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationId } from '../../shared/ids.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { useCommand } from '../use-command.ts';
import type { ComposerSlot } from './composer-slot.ts';
import { ConversationMessages } from './conversation-messages.tsx';
import { useRecordedCopies } from './copy/use-recorded-copies.ts';
import { LinkDialog } from './links/link-dialog.tsx';
import { type FollowedLink, LinkFollower } from './links/link-follower.ts';
import { ReadingHead } from './reading-head.tsx';
import styles from './reading-pane.module.css';
import { ReplyArea } from './reply-area.tsx';
import { useConversation } from './use-conversation.ts';
import { useFrameLinks } from './use-frame-links.ts';

type ReadingPaneProps = {
  readonly sectionId: SectionId;
  readonly conversationId: ConversationId;
  readonly onClose: () => void;
  /** Null at the end of the list. */
  readonly onNext: (() => void) | null;
  readonly onPrevious: (() => void) | null;
  readonly onOpenOutbox?: (() => void) | undefined;
  readonly renderComposer: (slot: ComposerSlot) => ReactNode;
};

/** One conversation: its messages oldest first, our unsent replies in the flow, the composer below. */
export function ReadingPane({
  sectionId,
  conversationId,
  onClose,
  onNext,
  onPrevious,
  onOpenOutbox,
  renderComposer,
}: ReadingPaneProps) {
  const { t } = useTranslation(['reading', 'common']);
  const errorWords = useErrorWords();
  const { value, error, isLoading, reload } = useConversation(sectionId, conversationId);
  const [link, setLink] = useState<FollowedLink | null>(null);
  const frameLinks = useFrameLinks(setLink);
  const pane = useRef<HTMLElement>(null);
  useRecordedCopies(sectionId, pane);
  const key = `${sectionId} ${conversationId}`;
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
          onClose={onClose}
          onNext={onNext}
          onPrevious={onPrevious}
        />
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
            messages={value.messages}
            outbox={value.outbox}
            onOpenOutbox={onOpenOutbox}
          />
        )}
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
