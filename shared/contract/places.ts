import { z } from 'zod';
import { ConversationId, MessageId, OutboxItemId } from '../ids.ts';
import { SectionId } from '../model/section.ts';

/* What most calls say first: where. */
export const nothing = z.null();
/** Members are kept in their own section's database and nowhere else. */
export const inMembers = z.object({ sectionId: z.literal('members') });
export const inSection = z.object({ sectionId: SectionId });
export const inConversation = inSection.extend({ conversationId: ConversationId });
export const inMessage = inSection.extend({ messageId: MessageId });
export const inOutboxItem = inSection.extend({ outboxItemId: OutboxItemId });
export const inAttachment = inMessage.extend({ index: z.int().nonnegative() });
