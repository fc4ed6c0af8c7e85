import { z } from 'zod';
import { FolderId } from '../ids.ts';
import { ListView } from '../model/conversation.ts';
import { FolderSummary, MovedMessage, MoveTarget } from '../model/folder.ts';
import { inConversation, inSection, nothing } from './places.ts';

/** More messages than any conversation has. */
const mostMoved = 100_000;

/** The folders of a section's account, and what staff do with conversations in them. */
export const folderCalls = {
  /** By part, and then by name. */
  'folder.list': { input: inSection, output: z.object({ folders: z.array(FolderSummary) }) },
  /** Whether its mail is kept here. INBOX and Sent always are. */
  'folder.choose': {
    input: inSection.extend({ folderId: FolderId, isSynced: z.boolean() }),
    output: nothing,
  },

  /** What staff look at of a conversation goes to a folder, made where the account has none. */
  'conversation.move': {
    input: inConversation.extend({ view: ListView, to: MoveTarget }),
    output: z.object({ moved: z.array(MovedMessage) }),
  },
  /** The way back of a move, or forth again. */
  'conversation.moveBack': {
    input: inConversation.extend({ moved: z.array(MovedMessage).max(mostMoved) }),
    output: nothing,
  },
  'conversation.markFlagged': {
    input: inConversation.extend({ isFlagged: z.boolean() }),
    output: nothing,
  },
} as const;
