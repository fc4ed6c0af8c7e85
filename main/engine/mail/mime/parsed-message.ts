import type { Attachment } from '../../../../shared/model/attachment.ts';
import type { Automation } from '../../../../shared/model/message.ts';
import type { Participant } from '../../../../shared/model/participant.ts';

/** A message as read from its raw bytes. Everything in it was written by the sender: trust none of it. */
export type ParsedMessage = {
  /** Without angle brackets, trimmed; null when the header is absent or empty. */
  readonly headerMessageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly subject: string;
  readonly from: readonly Participant[];
  readonly sender: readonly Participant[];
  readonly replyTo: readonly Participant[];
  readonly to: readonly Participant[];
  readonly cc: readonly Participant[];
  /** The Date header in milliseconds since the epoch, however unlikely; null when absent or invalid. */
  readonly sentAt: number | null;
  /** The plain body; made from the HTML when the sender gave no plain one. */
  readonly text: string;
  readonly html: string | null;
  /** What text files among the attachments say, for the search; '' where it is read to be shown. */
  readonly fileText: string;
  /** The first words of the text that the sender wrote: no quotes, no signature, at most 160 characters. */
  readonly snippet: string;
  readonly attachments: readonly Attachment[];
  readonly automation: Automation;
  readonly listId: string | null;
};

/** An attachment's decoded bytes. */
export type AttachmentContent = {
  readonly filename: string | null;
  readonly mimeType: string;
  readonly content: Uint8Array;
};

/** An image that the HTML names as `cid:<contentId>`. */
export type InlineImage = {
  readonly contentId: string;
  readonly mimeType: string;
  readonly content: Uint8Array;
};
