import { z } from 'zod';
import { FolderId, MessageId } from '../ids.ts';
import { Attachment } from './attachment.ts';
import { Participant } from './participant.ts';
import { SenderDoubt } from './sender-doubt.ts';

/** RFC 3834 and common practice: mail that no person wrote, or that must not be answered by one. */
export const Automation = z.enum(['no', 'auto-replied', 'auto-generated', 'bounce', 'list']);
export type Automation = z.infer<typeof Automation>;

/** How much of a message is here: everything, as much of its beginning as has its text, or its head. */
export const MessagePart = z.enum(['whole', 'beginning', 'head']);
export type MessagePart = z.infer<typeof MessagePart>;

/** What a conversation shows of a message before it is opened. */
export const MessageHeaders = z.object({
  id: MessageId,
  direction: z.enum(['in', 'out']),
  from: Participant,
  replyTo: z.array(Participant),
  to: z.array(Participant),
  cc: z.array(Participant),
  subject: z.string(),
  snippet: z.string(),
  /** Milliseconds since the epoch: the Date header when it is believable, else the server's arrival time. */
  sentAt: z.number(),
  /** Bytes of the raw message. */
  size: z.int(),
  seen: z.boolean(),
  /** Where it is; none for one that the server does not have any more. */
  folderIds: z.array(FolderId),
  automation: Automation,
  attachments: z.array(Attachment),
  /** The rest is on the server. */
  part: MessagePart,
});
export type MessageHeaders = Readonly<z.infer<typeof MessageHeaders>>;

export const MessageBody = z.object({
  id: MessageId,
  text: z.string(),
  /** As the sender wrote it: hostile until sanitised. */
  html: z.string().nullable(),
  /** Of its sender; empty for what we sent. */
  doubts: z.array(SenderDoubt),
});
export type MessageBody = Readonly<z.infer<typeof MessageBody>>;
