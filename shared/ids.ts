import { z } from 'zod';

/** A conversation's row in its section's database. Local to this computer. */
export const ConversationId = z.int().positive().brand<'ConversationId'>();
export type ConversationId = z.infer<typeof ConversationId>;

/** A message's row in its section's database. Local to this computer; not the Message-ID header. */
export const MessageId = z.int().positive().brand<'MessageId'>();
export type MessageId = z.infer<typeof MessageId>;

/** A folder's row in its section's database. Local to this computer. */
export const FolderId = z.int().positive().brand<'FolderId'>();
export type FolderId = z.infer<typeof FolderId>;

export const OutboxItemId = z.int().positive().brand<'OutboxItemId'>();
export type OutboxItemId = z.infer<typeof OutboxItemId>;

/** Random UUID of a canned reply: the same in every copy of its section's database. */
export const CannedReplyId = z.uuid().brand<'CannedReplyId'>();
export type CannedReplyId = z.infer<typeof CannedReplyId>;

/** Random UUID of a note: the same on every desktop. */
export const NoteId = z.uuid().brand<'NoteId'>();
export type NoteId = z.infer<typeof NoteId>;

/** Random UUID of a staff profile in the keyring. */
export const StaffId = z.uuid().brand<'StaffId'>();
export type StaffId = z.infer<typeof StaffId>;

export const DraftAttachmentId = z.int().positive().brand<'DraftAttachmentId'>();
export type DraftAttachmentId = z.infer<typeof DraftAttachmentId>;

/** A member's row in the Members section's database: never given to another. Local to this computer. */
export const MemberId = z.int().positive().brand<'MemberId'>();
export type MemberId = z.infer<typeof MemberId>;

/** Never given to another rule: it is in the chain. */
export const RetentionRuleId = z.int().positive().brand<'RetentionRuleId'>();
export type RetentionRuleId = z.infer<typeof RetentionRuleId>;
/** A group company's row in the register: never given to another. Local to this computer. */
export const GroupCompanyId = z.int().positive().brand<'GroupCompanyId'>();
export type GroupCompanyId = z.infer<typeof GroupCompanyId>;

export const DisclosureId = z.int().positive().brand<'DisclosureId'>();
export type DisclosureId = z.infer<typeof DisclosureId>;
/** A request of a member about their own data, in the register of requests: never given to another. */
export const MemberRequestId = z.int().positive().brand<'MemberRequestId'>();
export type MemberRequestId = z.infer<typeof MemberRequestId>;
/** A registration form that the app was taught, in the Members section's database. */
export const FormId = z.int().positive().brand<'FormId'>();
export type FormId = z.infer<typeof FormId>;

/** A certificate of erasure: its number, never given to another. */
export const ErasureId = z.int().positive().brand<'ErasureId'>();
export type ErasureId = z.infer<typeof ErasureId>;
