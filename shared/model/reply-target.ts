import { z } from 'zod';
import { MessageId } from '../ids.ts';
import { ReplyRecipient } from './reply-recipient.ts';

/** The message that a reply answers, and who the reply would go to. */
export const ReplyTarget = z.object({ messageId: MessageId, recipient: ReplyRecipient });
export type ReplyTarget = Readonly<z.infer<typeof ReplyTarget>>;
