import type { ImapFlow } from 'imapflow';
import type { ConversationId } from '../../../../shared/ids.ts';
import { headField } from '../../mail/imap/draft-marks.ts';
import { readFlags } from '../../mail/imap/message-flags.ts';
import { printedFields, printedText, printOf } from '../../mail/imap/message-print.ts';
import { readMessageId } from '../../mail/mime/message-ids.ts';
import type { Folder } from '../../store/folders.ts';
import { lastLostPlace, placeLost, type SeenMessage } from '../../store/lost-places.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import { toUidSet } from './uid-set.ts';

/** UIDs of one FETCH: twins among them are told apart by their bytes. */
const fetchSize = 2_000;

type Identified = {
  /** UIDs that are still to be downloaded, as they were ordered. */
  readonly missing: readonly number[];
  readonly changed: ReadonlySet<ConversationId>;
};

/**
 * Of the selected folder's messages that are not here, finds those that lost a place in another
 * folder, or in this one before its UIDs changed: they are not downloaded again. Asks the server for
 * nothing while no message has lost a place.
 */
export async function identifyMessages(
  client: ImapFlow,
  db: SectionDatabase,
  folder: Folder,
  missing: readonly number[],
): Promise<Identified> {
  const known = new Set<number>();
  const changed = new Set<ConversationId>();
  for (let start = 0; start < missing.length; start += fetchSize) {
    if (lastLostPlace(db) === 0) break;
    const seen = await look(client, missing.slice(start, start + fetchSize));
    const found = placeLost(db, folder.id, seen);
    for (const uid of found.placed) known.add(uid);
    for (const id of found.changed) changed.add(id);
  }
  return { missing: missing.filter((uid) => !known.has(uid)), changed };
}

async function look(client: ImapFlow, uids: readonly number[]): Promise<SeenMessage[]> {
  const asked = new Set(uids);
  const query = {
    ...{ uid: true, flags: true, internalDate: true, size: true },
    headers: [...printedFields],
    bodyParts: [{ key: 'text', start: 0, maxLength: printedText }],
  };
  const seen: SeenMessage[] = [];
  for await (const message of client.fetch(toUidSet(uids), query, { uid: true })) {
    const { uid, headers, size, internalDate, emailId, bodyParts } = message;
    if (headers === undefined || size === undefined || !asked.delete(uid)) continue;
    const text = bodyParts?.get('text') ?? Buffer.alloc(0);
    seen.push({
      ...{ uid, size, ...readFlags(message.flags) },
      headerMessageId: readMessageId(headField(headers, 'message-id')),
      arrivedAt: new Date(internalDate ?? Number.NaN).getTime(),
      emailId: emailId ?? null,
      print: printOf(headers, text),
      headPrint: printOf(headers, Buffer.alloc(0)),
    });
  }
  return seen;
}
