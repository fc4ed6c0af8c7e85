import { useState } from 'react';
import type { ConversationId, FolderId, MemberId } from '../../shared/ids.ts';
import type { MessageHeaders } from '../../shared/model/message.ts';
import type { SavedSearch } from '../../shared/model/saved-search.ts';
import type { SectionId } from '../../shared/model/section.ts';
import type { SectionSummary } from '../../shared/model/section-summary.ts';
import { plainWords } from '../../shared/search/plain-words.ts';
import { CannedPicker } from '../canned/canned-picker.tsx';
import { NoteComposer } from '../composer/note/note-composer.tsx';
import { ReplyComposer } from '../composer/reply-composer.tsx';
import { useFolderName } from '../folders/use-folder-name.ts';
import { useFolders } from '../folders/use-folders.ts';
import { InboxScreen } from '../inbox/inbox-screen.tsx';
import { LookUpDialog } from '../look-up/look-up-dialog.tsx';
import { MemberHits } from '../look-up/member-hits.tsx';
import { ReadingPane } from '../reading/reading-pane.tsx';
import { OtherSections } from './other-sections.tsx';

type MembersWays = {
  readonly onOpen: (memberId: MemberId) => void;
  readonly onSearch: (query: string) => void;
};

type SectionScreenProps = {
  readonly section: SectionSummary;
  /** Shown in place of the inbox; null for the inbox. */
  readonly folderId: FolderId | null;
  readonly onLeaveFolder: () => void;
  /** To open at once; null opens none. */
  readonly conversationId: ConversationId | null;
  /** To be looked for at once; null for nothing. */
  readonly search: SavedSearch | null;
  /** Where the words of a search may be found too. */
  readonly otherSections: readonly SectionSummary[];
  readonly onSearch: (sectionId: SectionId, search: SavedSearch) => void;
  /** Null for those who may not open Members. */
  readonly members: MembersWays | null;
  /** Whether a reader may be looked up among the members, for a purpose. */
  readonly mayLookUp: boolean;
  readonly onOpenOutbox: () => void;
  /** Opens the page of the section's canned replies. */
  readonly onManageCanned: () => void;
};

/** The list, the reading pane and the composer, which know nothing of each other. */
export function SectionScreen(props: SectionScreenProps) {
  const {
    section,
    conversationId,
    search,
    otherSections,
    members,
    mayLookUp,
    onOpenOutbox,
    onManageCanned,
  } = props;
  const [lookedUp, setLookedUp] = useState<MessageHeaders | null>(null);
  const { folderId, onLeaveFolder } = props;
  const folders = useFolders(section.id);
  const nameOf = useFolderName();
  const folder = folders.find(({ id }) => id === folderId);
  const { phase } = section.sync;
  return (
    <>
      <InboxScreen
        // Another folder is another list, with its own search.
        key={`${folderId ?? 'inbox'} ${search?.query ?? ''}`}
        firstSearch={search}
        sectionId={section.id}
        folder={
          folderId === null
            ? null
            : {
                id: folderId,
                name: folder === undefined ? '' : nameOf(folder),
                onLeave: onLeaveFolder,
              }
        }
        counts={section}
        isSyncing={phase === 'connecting' || phase === 'syncing'}
        conversationId={conversationId}
        renderFound={(query) => (
          <>
            <OtherSections
              sections={otherSections}
              query={query}
              onOpen={(sectionId) => props.onSearch(sectionId, { query, order: 'newest' })}
            />
            {members !== null && (
              <MemberHits
                query={plainWords(query)}
                onOpen={members.onOpen}
                onShowAll={members.onSearch}
              />
            )}
          </>
        )}
        renderConversation={(id, ways) => (
          <ReadingPane
            sectionId={section.id}
            conversationId={id}
            folders={folders}
            onLookUp={mayLookUp ? setLookedUp : null}
            onOpenOutbox={onOpenOutbox}
            renderComposer={(slot) => (
              <ReplyComposer
                key={slot.kind}
                {...slot}
                renderCanned={(canned) => <CannedPicker {...canned} onManage={onManageCanned} />}
              />
            )}
            renderNote={(slot) => <NoteComposer key={slot.conversationId} {...slot} />}
            {...ways}
          />
        )}
      />
      {lookedUp !== null && members !== null && (
        <LookUpDialog
          sectionId={section.id}
          letter={lookedUp}
          onOpen={members.onOpen}
          onClose={() => setLookedUp(null)}
        />
      )}
    </>
  );
}
