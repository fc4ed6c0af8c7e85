import type { ImapFlow } from 'imapflow';
import {
  findFlagActions,
  keepFlagActions,
  keywordOf,
  type MessageFlag,
  removeFlagActions,
} from '../../store/flag-actions.ts';
import type { Folder } from '../../store/folders.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import { withUidsOf } from './selected-mailbox.ts';
import { toUidSet } from './uid-set.ts';

/**
 * Tells the server what staff marked read or unread, answered, passed on or tagged. An action is
 * forgotten only after the server said OK, and setting a flag twice does no harm, so a kill in between
 * loses nothing.
 */
export async function replayFlags(
  client: ImapFlow,
  db: SectionDatabase,
  folder: Folder,
): Promise<void> {
  const actions = findFlagActions(db, folder.id);
  for (const same of Map.groupBy(actions, ({ flag, isSet }) => `${flag} ${isSet}`).values()) {
    const [first] = same;
    if (first === undefined) continue;
    const name = nameOf(first.flag);
    const range = toUidSet(same.map((action) => action.uid));
    // The marks are kept by message: they find their new UIDs once the folder is read anew.
    await withUidsOf(client, folder, async (mailbox) => {
      if (!takesFlag(mailbox.permanentFlags, name)) return keepFlagActions(db, folder.id, same);
      const done = first.isSet
        ? await client.messageFlagsAdd(range, [name], { uid: true })
        : await client.messageFlagsRemove(range, [name], { uid: true });
      if (done) removeFlagActions(db, folder.id, same);
    });
  }
}

/** As IMAP calls it: RFC 9051 2.3.2. */
function nameOf(flag: MessageFlag): string {
  return keywordOf(flag) ?? `\\${flag.charAt(0).toUpperCase()}${flag.slice(1)}`;
}

/** A server that keeps no keywords is not asked for ever (RFC 9051 7.1, PERMANENTFLAGS). */
function takesFlag(permanent: ReadonlySet<string> | undefined, name: string): boolean {
  if (name.startsWith('\\') || permanent === undefined || permanent.has('\\*')) return true;
  return [...permanent].some((flag) => flag.toLowerCase() === name.toLowerCase());
}
