import type { LetterKind } from '../../../shared/model/draft.ts';
import type { ConversationPlace } from '../conversation-place.ts';

/** Whose files: those of this conversation's reply, or of what is passed on of it. */
export type AttachmentPlace = ConversationPlace & { readonly kind: LetterKind };
