import type { ConversationId } from '../../shared/ids.ts';
import type { LetterKind } from '../../shared/model/draft.ts';
import type { SectionId } from '../../shared/model/section.ts';

/** Where a letter is written, and of which kind: the numbers of conversations start anew in each section. */
export type ConversationPlace = {
  readonly sectionId: SectionId;
  readonly conversationId: ConversationId;
  readonly kind: LetterKind;
};

export function keyOf({ sectionId, conversationId, kind }: ConversationPlace): string {
  return `${sectionId} ${conversationId} ${kind}`;
}
