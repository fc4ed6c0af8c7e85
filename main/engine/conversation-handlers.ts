import type { folderCalls } from '../../shared/contract/folder-calls.ts';
import type { savedSearchCalls } from '../../shared/contract/saved-search-calls.ts';
import type { stateCalls } from '../../shared/contract/state-calls.ts';
import type { tagCalls } from '../../shared/contract/tag-calls.ts';
import type { CallInput, CallOutput } from '../../shared/contract.ts';
import type { Result } from '../../shared/errors.ts';
import type { SectionId } from '../../shared/model/section.ts';
import type { Clock } from './clock.ts';
import { remind, setStatus, snooze } from './services/conversation-state.ts';
import {
  markFlagged,
  moveBack,
  moveConversation,
  setFolderSynced,
  showFolders,
} from './services/folders.ts';
import { addNote, changeNote, removeNote } from './services/notes.ts';
import {
  keepSavedSearch,
  listSavedSearches,
  removeSavedSearch,
} from './services/saved-searches.ts';
import type { FindSection, SectionContext } from './services/section-context.ts';
import { listTags, tagConversation } from './services/tags.ts';

type ConversationCall =
  | keyof typeof folderCalls
  | keyof typeof savedSearchCalls
  | keyof typeof stateCalls
  | keyof typeof tagCalls;
type ConversationHandlers = {
  readonly [N in ConversationCall]: (input: CallInput<N>) => Promise<Result<CallOutput<N>>>;
};

/** The calls by which staff put conversations in order, each as one line to its service. */
export function createConversationHandlers(find: FindSection, clock: Clock): ConversationHandlers {
  const inSection =
    <Input extends { readonly sectionId: SectionId }, Output>(
      service: (section: SectionContext, input: Input, now: number) => Result<Output>,
    ) =>
    async (input: Input): Promise<Result<Output>> => {
      const section = find(input.sectionId);
      return section.ok ? service(section.value, input, clock.now()) : section;
    };
  return {
    'conversation.markFlagged': inSection(markFlagged),
    'conversation.move': inSection(moveConversation),
    'conversation.moveBack': inSection(moveBack),
    'conversation.setStatus': inSection(setStatus),
    'conversation.snooze': inSection(snooze),
    'conversation.remind': inSection(remind),
    'conversation.tag': inSection(tagConversation),
    'folder.list': inSection(showFolders),
    'folder.choose': inSection(setFolderSynced),
    'note.add': inSection(addNote),
    'note.change': inSection(changeNote),
    'note.remove': inSection(removeNote),
    'savedSearch.list': inSection(listSavedSearches),
    'savedSearch.keep': inSection(keepSavedSearch),
    'savedSearch.remove': inSection(removeSavedSearch),
    'tag.list': inSection(listTags),
  };
}
