import type { ImapFlow, MailboxObject } from 'imapflow';
import type { ConversationId } from '../../../../shared/ids.ts';
import { refusedCommand } from '../../mail/connection-error.ts';
import { applyServerFlags, countStoredUids, removeUids } from '../../store/folder-messages.ts';
import {
  type Folder,
  findFolderById,
  resetFolder,
  saveHighestModseq,
} from '../../store/folders.ts';
import { findDeletionUids, removeDeletionUids } from '../../store/mail-deletions.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import { isAsKept } from './as-kept.ts';
import { askForChanges } from './ask-for-changes.ts';
import { compareFolder } from './compare-folder.ts';
import { identifyMessages } from './identify-messages.ts';
import { inSlices } from './in-slices.ts';
import { hasUidsOf, modseqOf, selectedMailbox } from './selected-mailbox.ts';

export type FolderLook = {
  readonly folder: Folder;
  /** UIDs to download, newest first. */
  readonly missing: readonly number[];
  readonly uidNext: number;
  readonly changed: ReadonlySet<ConversationId>;
  /** Messages may have been moved to other folders. */
  readonly removedAny: boolean;
};

/**
 * Brings a selected folder's places and marks up to date without downloading mail, and says
 * what is missing. The caller holds the folder's lock, so `client.mailbox` is this folder.
 */
export async function lookAtFolder(
  client: ImapFlow,
  db: SectionDatabase,
  known: Folder,
  { justSelected }: { readonly justSelected: boolean },
): Promise<FolderLook> {
  const mailbox = selectedMailbox(client);
  const folder = withCurrentUids(db, known, mailbox);
  if (justSelected && isUnchanged(db, folder, mailbox)) {
    return { folder, missing: [], uidNext: mailbox.uidNext, changed: new Set(), removedAny: false };
  }
  // A server on its way out, or out of its mind, may say that there is nothing. It has to answer too.
  if (mailbox.exists === 0 && countStoredUids(db, folder.id) > 0) await answerOf(client);
  const different =
    (await askForChanges(client, db, folder)) ?? (await compareFolder(client, db, folder));
  const deleted = new Set(findDeletionUids(db, folder.id));
  const vanished = different.vanished.filter((uid) => !deleted.has(uid));
  const gone = different.vanished.filter((uid) => deleted.has(uid));
  if (gone.length > 0) removeDeletionUids(db, folder.id, gone);
  const changed = new Set<ConversationId>();
  const note = (ids: ReadonlySet<ConversationId>): void => {
    for (const id of ids) changed.add(id);
  };
  await inSlices(vanished, (uids) => note(removeUids(db, folder.id, uids)));
  await inSlices(different.flags, (flags) => note(applyServerFlags(db, folder.id, flags)));
  const uidNext = mailbox.uidNext;
  const identified = await identifyMessages(client, db, folder, different.missing);
  note(identified.changed);
  saveHighestModseq(db, folder.id, different.highestModseq);
  return {
    folder,
    missing: identified.missing,
    uidNext,
    changed,
    // A folder that is read anew leaves behind what it no longer has.
    removedAny: vanished.length > 0 || folder.syncedAt === null,
  };
}

/** imapflow keeps to itself what became of a NOOP: the server's answer to it is listened for. */
async function answerOf(client: ImapFlow): Promise<void> {
  let isAnswered = false;
  const hear = ({ response }: { readonly response: string }): void => {
    isAnswered ||= response === 'OK';
  };
  client.on('response', hear);
  try {
    await client.noop();
  } finally {
    client.off('response', hear);
  }
  if (!isAnswered) throw refusedCommand('NOOP');
}

function withCurrentUids(db: SectionDatabase, folder: Folder, mailbox: MailboxObject): Folder {
  if (hasUidsOf(mailbox, folder)) return folder;
  resetFolder(db, folder.id, mailbox.uidValidity.toString());
  return findFolderById(db, folder.id) ?? folder;
}

function isUnchanged(db: SectionDatabase, folder: Folder, mailbox: MailboxObject): boolean {
  const highestModseq = modseqOf(mailbox);
  const { exists, uidNext } = mailbox;
  return highestModseq !== null && isAsKept(db, folder, { exists, uidNext, highestModseq });
}
