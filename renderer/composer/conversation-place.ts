import type { ConversationId } from '../../shared/ids.ts';
import type { SectionId } from '../../shared/model/section.ts';

/** Where a reply is written: the numbers of conversations start anew in each section. */
export type ConversationPlace = {
  readonly sectionId: SectionId;
  readonly conversationId: ConversationId;
};

export function keyOf({ sectionId, conversationId }: ConversationPlace): string {
  return `${sectionId} ${conversationId}`;
}
