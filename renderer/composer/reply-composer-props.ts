import type { ReactNode } from 'react';
import type { ConversationId } from '../../shared/ids.ts';
import type { Draft, LetterKind } from '../../shared/model/draft.ts';
import type { OutboxItem } from '../../shared/model/outbox-item.ts';
import type { Participant } from '../../shared/model/participant.ts';
import type { ReplyTarget } from '../../shared/model/reply-target.ts';
import type { SectionId } from '../../shared/model/section.ts';
import type { CannedSlot } from './canned-slot.ts';

/** What the composer must be told of the conversation that it stands below. */
export type ReplyComposerProps = {
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
  readonly target: ReplyTarget;
  /** A newer message than the one that is answered; null when there is none. */
  readonly newer: { readonly target: ReplyTarget; readonly from: Participant } | null;
  /** Of the message that is answered. */
  readonly subject: string;
  /** The message that is answered; null until it is known. `date` in ms. */
  readonly quoted: {
    readonly text: string;
    readonly from: Participant;
    readonly to: readonly Participant[];
    readonly date: number;
    /** Whether its writer wrote rich text. */
    readonly isRich: boolean;
  } | null;
  /** The words that are selected in the message that is answered; '' for none. */
  readonly readSelection: () => string;
  readonly draft: Draft | null;
  /** What is written answers this message, until told otherwise; null: nothing is written. */
  readonly onHold: (target: ReplyTarget | null) => void;
  /** Draws the choice of canned replies. */
  readonly renderCanned: (slot: CannedSlot) => ReactNode;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onSent: (item: OutboxItem) => void;
};
