import type { ImapFlow } from 'imapflow';
import { beginningOfMessage, largestMessage } from '../../mail/imap/limits.ts';
import type { Folder } from '../../store/folders.ts';
import { withoutFlush } from '../../store/open-database.ts';
import { storeMessages } from '../../store/store-messages.ts';
import { fetchMessages, findLarger } from './fetch-messages.ts';
import { createIngestPipeline } from './ingest-pipeline.ts';
import { hasUidsOf, selectedMailbox } from './selected-mailbox.ts';
import type { SyncContext } from './sync-context.ts';

/** Messages asked for in one FETCH: newest first between FETCHes, since within one the server chooses. */
const fetchSize = 500;

const beginning = { maxLength: beginningOfMessage };

/** Downloads and stores messages of the selected folder, in the order given, and reports each batch. */
export async function downloadFolder(
  client: ImapFlow,
  context: SyncContext,
  folder: Folder,
  uids: readonly number[],
  stored: (messages: number) => void,
): Promise<void> {
  // Selected again since it was looked at, and another folder by now: the next session reads it anew.
  if (!hasUidsOf(selectedMailbox(client), folder)) throw new Error('the folder was replaced');
  const target = { folderId: folder.id, ownAddress: context.ownAddress };
  const pipeline = createIngestPipeline(context.mime, (batch) => {
    // What a power cut takes is fetched again: what is stored of a folder is compared with what it has.
    context.changed(withoutFlush(context.db, () => storeMessages(context.db, target, batch)));
    stored(batch.length);
  });
  try {
    for (let start = 0; start < uids.length; start += fetchSize) {
      const asked = uids.slice(start, start + fetchSize);
      const larger = context.asksSizes
        ? await findLarger(client, asked, largestMessage)
        : new Set<number>();
      const into = { pipeline, now: context.clock.now };
      const whole = asked.filter((uid) => !larger.has(uid));
      const absent =
        (await fetchMessages(client, whole, { ...into, source: true })) +
        (await fetchMessages(client, [...larger], { ...into, source: beginning }));
      if (absent > 0) context.log('sync.absent', { folder: folder.role, messages: absent });
    }
  } finally {
    // What has come is kept, and nothing is stored once this has ended: the account may change then.
    await pipeline.drain();
  }
}
