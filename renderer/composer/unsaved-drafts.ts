import type { ConversationId } from '../../shared/ids.ts';
import type { ReplyTarget } from '../../shared/model/reply-target.ts';
import type { SectionId } from '../../shared/model/section.ts';

type Place = { readonly sectionId: SectionId; readonly conversationId: ConversationId };

type UnsavedDraft = { readonly text: string; readonly target: ReplyTarget };

export type UnsavedDrafts = {
  readonly keep: (place: Place, draft: UnsavedDraft) => void;
  readonly find: (place: Place) => UnsavedDraft | null;
  /** It was saved, sent or thrown away. */
  readonly drop: (place: Place) => void;
};

/** What could not be stored, by conversation. */
export function createUnsavedDrafts(): UnsavedDrafts {
  const drafts = new Map<string, UnsavedDraft>();
  return {
    keep: (place, draft) => void drafts.set(keyOf(place), draft),
    find: (place) => drafts.get(keyOf(place)) ?? null,
    drop: (place) => void drafts.delete(keyOf(place)),
  };
}

/** One for the window: it must outlive the composer, whose text a full disk would not take. */
export const unsavedDrafts = createUnsavedDrafts();

function keyOf({ sectionId, conversationId }: Place): string {
  return `${sectionId} ${conversationId}`;
}
