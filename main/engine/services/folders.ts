import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { type Result, success } from '../../../shared/errors.ts';
import type { FolderId } from '../../../shared/ids.ts';
import type { MoveTarget } from '../../../shared/model/folder.ts';
import { listFolders } from '../store/folder-list.ts';
import { findFolderById, planFolder } from '../store/folders.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { chooseFolder } from '../store/listed-folders.ts';
import { findMoving, moveMessages } from '../store/moves.ts';
import type { SectionDatabase } from '../store/open-database.ts';
import { markConversationFlagged } from '../store/seen-actions.ts';
import { notFound, type SectionContext } from './section-context.ts';

export function showFolders({ db }: SectionContext): Result<CallOutput<'folder.list'>> {
  return success({ folders: listFolders(db) });
}

export function setFolderSynced(
  { db, sync, changed }: SectionContext,
  { folderId, isSynced }: CallInput<'folder.choose'>,
): Result<null> {
  const folder = findFolderById(db, folderId);
  // Without these two there is no telling whose turn it is.
  if (folder === null || folder.role === 'inbox' || folder.role === 'sent') return notFound;
  chooseFolder(db, folderId, isSynced);
  changed(new Set());
  sync.lookAround();
  return success(null);
}

/** Moves at once here; the server is told when the connection is next free. */
export function moveConversation(
  { db, sync, changed }: SectionContext,
  { conversationId, view, to }: CallInput<'conversation.move'>,
): Result<CallOutput<'conversation.move'>> {
  const moved = inTransaction(db, () => {
    const target = findTarget(db, to);
    if (target === null) return null;
    const seen = findMoving(db, conversationId, view, target);
    // Opened from elsewhere, or gone from the list meanwhile.
    const moving = seen.length > 0 ? seen : findMoving(db, conversationId, 'all', target);
    moveMessages(db, moving);
    return moving;
  });
  if (moved === null) return notFound;
  if (moved.length > 0) {
    changed(new Set([conversationId]));
    sync.poke();
  }
  return success({ moved });
}

export function moveBack(
  { db, sync, changed }: SectionContext,
  { moved }: CallInput<'conversation.moveBack'>,
): Result<null> {
  if (moved.some(({ to }) => findFolderById(db, to) === null)) return notFound;
  const conversations = moveMessages(db, moved);
  if (conversations.size > 0) {
    changed(conversations);
    sync.poke();
  }
  return success(null);
}

export function markFlagged(
  { db, sync, changed }: SectionContext,
  { conversationId, isFlagged }: CallInput<'conversation.markFlagged'>,
): Result<null> {
  if (markConversationFlagged(db, conversationId, isFlagged)) {
    changed(new Set([conversationId]));
    sync.poke();
  }
  return success(null);
}

/** What a folder is called that the account does not have yet. */
const paths = { inbox: 'INBOX', archive: 'Archive', junk: 'Junk', trash: 'Trash' } as const;

function findTarget(db: SectionDatabase, to: MoveTarget): FolderId | null {
  if (typeof to !== 'number') return planFolder(db, to, paths[to]).id;
  return findFolderById(db, to)?.id ?? null;
}
