import { z } from 'zod';
import { FolderId, MessageId } from '../ids.ts';

/** What a folder is for; the order is that of lists, and of sync. */
export const folderRoles = [
  'inbox',
  'sent',
  'drafts',
  'archive',
  'junk',
  'trash',
  'other',
] as const;
export const FolderRole = z.enum(folderRoles);
export type FolderRole = z.infer<typeof FolderRole>;

/** A folder of a section's account, as lists show it. */
export const FolderSummary = z.object({
  id: FolderId,
  role: FolderRole,
  /** The levels of its path, the outermost first. */
  names: z.array(z.string()),
  isSynced: z.boolean(),
  unreadCount: z.int(),
});
export type FolderSummary = Readonly<z.infer<typeof FolderSummary>>;

/** Where a message was and where it is now; turned round it is the way back. */
export const MovedMessage = z.object({ messageId: MessageId, from: FolderId, to: FolderId });
export type MovedMessage = Readonly<z.infer<typeof MovedMessage>>;

/** Parts that a move may name where no folder may play them yet, and folders. */
export const MoveTarget = z.union([z.enum(['inbox', 'archive', 'junk', 'trash']), FolderId]);
export type MoveTarget = z.infer<typeof MoveTarget>;
