import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationId, FolderId } from '../../shared/ids.ts';
import type { ListView } from '../../shared/model/conversation.ts';
import type { SavedSearch } from '../../shared/model/saved-search.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { toggleKana } from '../../shared/search/toggle-kana.ts';
import { SearchHits } from '../hits/search-hits.ts';
import { useHighlights } from '../hits/use-highlights.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useEvent } from '../use-event.ts';
import { ConversationList } from './conversation-list.tsx';
import styles from './inbox-screen.module.css';
import { ListEmpty } from './list-empty.tsx';
import { ListHead } from './list-head.tsx';
import { ListSkeleton } from './list-skeleton.tsx';
import { NothingOpen } from './nothing-open.tsx';
import { SearchLine } from './search/search-line.tsx';
import type { StatusCounts } from './status-menu.tsx';
import { useConversationList } from './use-conversation-list.ts';
import { useInboxKeys } from './use-inbox-keys.ts';
import { useListFocus } from './use-list-focus.ts';
import { useMarkSeen } from './use-mark-seen.ts';
import { useSearch } from './use-search.ts';
import { useSelection } from './use-selection.ts';

/** The ways on from an open conversation; null at the end of the list. */
type ConversationWays = {
  /** What the list shows. */
  readonly view: ListView;
  readonly onClose: () => void;
  readonly onNext: (() => void) | null;
  readonly onPrevious: (() => void) | null;
  /** Looks for something else. */
  readonly onSearch: (query: string) => void;
};

type InboxScreenProps = {
  readonly sectionId: SectionId;
  readonly counts: StatusCounts;
  /** Shown in place of the inbox. */
  readonly folder: {
    readonly id: FolderId;
    readonly name: string;
    readonly onLeave: () => void;
  } | null;
  /** Mail may still be on its way. */
  readonly isSyncing: boolean;
  /** Opened from elsewhere, such as the outbox. */
  readonly conversationId: ConversationId | null;
  /** What is looked for at first; null for nothing. */
  readonly firstSearch: SavedSearch | null;
  /** What else the words of a search find; '' for no search. */
  readonly renderFound: (query: string) => ReactNode;
  readonly renderConversation: (id: ConversationId, ways: ConversationWays) => ReactNode;
};

/** A section's conversations on the left, the open one on the right. */
export function InboxScreen(props: InboxScreenProps) {
  const { sectionId, folder, counts, isSyncing, conversationId, renderFound, renderConversation } =
    props;
  const { t } = useTranslation(['inbox', 'common']);
  const errorWords = useErrorWords();
  const search = useSearch(folder === null ? null : `folder:${folder.id}`, props.firstSearch);
  const { view, query } = search;
  const list = useConversationList({ sectionId, view, query, order: search.order });
  const { cache, error, reload } = list;
  const total = cache.total ?? 0;
  const selected = useSelection(cache, conversationId);
  const seen = useMarkSeen(sectionId, selected.selection?.id ?? null, selected.row);
  const { screen, searchInput, ...focus } = useListFocus(list.isAnswered, total > 0);
  useHighlights(screen, search.search);
  const close = () => {
    if (selected.selection !== null) focus.leaveReading();
    selected.clear();
  };
  useInboxKeys({
    selected,
    onRead: focus.toReading,
    onToggleSeen: seen.toggle,
    onSearch: focus.toSearch,
    onClose: close,
  });
  useEvent('menu.chosen', ({ item }) => {
    if (item === 'search') focus.toSearch();
  });
  const isReady = cache.total !== null || error !== null;
  useEffect(() => {
    if (isReady) document.documentElement.dataset.ready = 'true';
  }, [isReady]);

  const { selection } = selected;
  const ways: ConversationWays = {
    view,
    onClose: close,
    onNext:
      selection !== null && (selection.isGone || selection.index < total - 1) && total > 0
        ? () => selected.move('next')
        : null,
    onSearch: search.setText,
    onPrevious: selection !== null && selection.index > 0 ? () => selected.move('previous') : null,
  };

  return (
    <main className={styles.screen} ref={screen}>
      <section
        className={styles.listPane}
        aria-label={t('inbox:list')}
        data-pane="list"
        tabIndex={-1}
      >
        <ListHead
          title={folder?.name ?? t(`common:section.${sectionId}`)}
          view={view}
          onLeaveFolder={folder?.onLeave ?? null}
          counts={counts}
          onView={search.setView}
          search={search.text}
          onSearch={(text) => {
            focus.stay();
            search.setText(text);
          }}
          onComposing={search.setComposing}
          searchRef={searchInput}
          onLeaveSearch={() => {
            search.commit();
            focus.toFound();
          }}
        />
        {query !== '' && (
          <SearchLine
            sectionId={sectionId}
            // What is read there is kept, also while its answer is on its way.
            typed={search.text.trim()}
            total={list.isAnswered ? cache.total : null}
            isCut={cache.isCut}
            problem={search.search.problem}
            order={search.order}
            onOrder={search.setOrder}
            isKanaAlike={search.search.isKanaAlike}
            onToggleKana={() => search.setText(toggleKana(search.text))}
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
        {renderFound(query)}
        {!isReady && <ListSkeleton />}
        {cache.total === 0 && (
          <ListEmpty
            view={view}
            query={query}
            isSyncing={isSyncing}
            onClearSearch={() => search.setText('')}
          />
        )}
        {total > 0 && (
          <ConversationList
            label={t('inbox:list')}
            cache={cache}
            answers={list.answers}
            total={total}
            selection={selection}
            awaited={selected.awaited}
            onSight={list.onSight}
            onSelect={selected.select}
            onMove={selected.move}
            onEnter={selection === null ? () => selected.move('first') : focus.toReading}
          />
        )}
      </section>
      <SearchHits value={search.search}>
        {selection === null ? <NothingOpen /> : renderConversation(selection.id, ways)}
      </SearchHits>
    </main>
  );
}
