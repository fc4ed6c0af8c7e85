import type { ConversationId } from '../../shared/ids.ts';
import type { Participant } from '../../shared/model/participant.ts';
import type { Locale } from '../../shared/model/preferences.ts';
import type { SectionId } from '../../shared/model/section.ts';

/** What the composer tells whoever draws the choice of canned replies over it. */
export type CannedSlot = {
  readonly sectionId: SectionId;
  readonly conversationId: ConversationId;
  /** Who the letter goes to; null for nobody yet. */
  readonly reader: Participant | null;
  /** Of the message that is answered, without reply marks. */
  readonly subject: string;
  /** The letter's, as far as the message tells. */
  readonly language: Locale;
  /** Puts a text into the letter, and closes the choice; sends it too where that was typed ahead. */
  readonly onInsert: (text: string, isSent: boolean) => void;
  readonly onClose: () => void;
};
