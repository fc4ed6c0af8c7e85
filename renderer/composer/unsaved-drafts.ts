import type { LetterContent } from '../../shared/model/letter-content.ts';
import type { ReplyTarget } from '../../shared/model/reply-target.ts';
import { type ConversationPlace, keyOf } from './conversation-place.ts';

type UnsavedDraft = { readonly content: LetterContent; readonly target: ReplyTarget };

export type UnsavedDrafts = {
  readonly keep: (place: ConversationPlace, draft: UnsavedDraft) => void;
  readonly find: (place: ConversationPlace) => UnsavedDraft | null;
  /** It was saved, sent or thrown away. */
  readonly drop: (place: ConversationPlace) => void;
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

/** One for the window, until a lock: it must outlive the composer, whose text a full disk would not take. */
export const unsavedDrafts = createUnsavedDrafts();
