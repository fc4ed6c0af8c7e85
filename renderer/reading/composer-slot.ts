import type { ConversationId } from '../../shared/ids.ts';
import type { Draft, LetterKind } from '../../shared/model/draft.ts';
import type { OutboxItem } from '../../shared/model/outbox-item.ts';
import type { Participant } from '../../shared/model/participant.ts';
import type { ReplyTarget } from '../../shared/model/reply-target.ts';
import type { SectionId } from '../../shared/model/section.ts';

/** What the reading pane tells whoever draws the composer below the conversation. */
export type ComposerSlot = {
  readonly sectionId: SectionId;
  readonly conversationId: ConversationId;
  /** The bar of the closed composer is the reply's; a forward shows while it is open. */
  readonly kind: LetterKind;
  /** The other kind is open in its place. */
  readonly isAside: boolean;
  /** The message was written to others as well. */
  readonly hasOthers: boolean;
  /** Files came with the message: a forward does not pass them on. */
  readonly hasFiles: boolean;
  /** Opens the forward; `hasForward`: one was begun. */
  readonly onForward: () => void;
  readonly hasForward: boolean;
  /** The message that is answered, and who the answer goes to. */
  readonly target: ReplyTarget;
  /** A newer message than the one that is answered; null when there is none. */
  readonly newer: { readonly target: ReplyTarget; readonly from: Participant } | null;
  /** Of the message that is answered, as its writer put it. */
  readonly subject: string;
  /** The text to quote; null until it is known. */
  readonly quoted: {
    readonly text: string;
    readonly from: Participant;
    readonly to: readonly Participant[];
    /** Milliseconds since the epoch. */
    readonly date: number;
    /** Whether its writer wrote rich text. */
    readonly isRich: boolean;
  } | null;
  /** The words that are selected in the message that is answered; '' for none. */
  readonly readSelection: () => string;
  readonly draft: Draft | null;
  /** Told by the composer: what is written answers this message, whoever writes next. */
  readonly onHold: (target: ReplyTarget | null) => void;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onSent: (item: OutboxItem) => void;
};

/** The same for whoever draws the field of a note, while it is open. */
export type NoteSlot = {
  readonly sectionId: SectionId;
  readonly conversationId: ConversationId;
  readonly draft: Draft | null;
  /** How often staff asked for it: never for one that is open because it was begun. */
  readonly asked: number;
  readonly onClose: () => void;
};
