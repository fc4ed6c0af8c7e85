import type { ImapFlow } from 'imapflow';
import {
  findFlagActions,
  type MessageFlag,
  messageFlags,
  removeFlagActions,
} from '../../store/flag-actions.ts';
import type { Folder } from '../../store/folders.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import { withUidsOf } from './selected-mailbox.ts';
import { toUidSet } from './uid-set.ts';

/** As IMAP calls them: RFC 9051 2.3.2, and RFC 5788 for the keyword. */
const names: Readonly<Record<MessageFlag, string>> = {
  seen: '\\Seen',
  answered: '\\Answered',
  flagged: '\\Flagged',
  forwarded: '$Forwarded',
};

/**
 * Tells the server what staff marked read or unread, answered or passed on. An action is forgotten
 * only after the server said OK, and setting a flag twice does no harm, so a kill in between loses
 * nothing.
 */
export async function replayFlags(
  client: ImapFlow,
  db: SectionDatabase,
  folder: Folder,
): Promise<void> {
  const actions = findFlagActions(db, folder.id);
  for (const flag of messageFlags) {
    for (const isSet of [true, false]) {
      const same = actions.filter((action) => action.flag === flag && action.isSet === isSet);
      if (same.length === 0) continue;
      const range = toUidSet(same.map((action) => action.uid));
      // The marks are kept by message: they find their new UIDs once the folder is read anew.
      await withUidsOf(client, folder, async (mailbox) => {
        const isTaken = takesFlag(mailbox.permanentFlags, names[flag]);
        const done =
          !isTaken ||
          (isSet
            ? await client.messageFlagsAdd(range, [names[flag]], { uid: true })
            : await client.messageFlagsRemove(range, [names[flag]], { uid: true }));
        if (done) removeFlagActions(db, folder.id, same);
      });
    }
  }
}

/** A server that keeps no keywords is not asked for ever (RFC 9051 7.1, PERMANENTFLAGS). */
function takesFlag(permanent: ReadonlySet<string> | undefined, name: string): boolean {
  if (name.startsWith('\\') || permanent === undefined) return true;
  return permanent.has(name) || permanent.has('\\*');
}
