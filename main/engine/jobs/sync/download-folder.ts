import type { ImapFlow } from 'imapflow';
import type { Folder } from '../../store/folders.ts';
import { withoutFlush } from '../../store/open-database.ts';
import { storeMessages } from '../../store/store-messages.ts';
import { fetchMessages } from './fetch-messages.ts';
import { createIngestPipeline } from './ingest-pipeline.ts';
import type { Portion } from './portions.ts';
import { hasUidsOf, selectedMailbox } from './selected-mailbox.ts';
import type { SyncContext } from './sync-context.ts';

/** Messages asked for in one FETCH: newest first between FETCHes, since within one the server chooses. */
const fetchSize = 500;

/** Downloads and stores messages of the selected folder, in the order given, and reports each batch. */
export async function downloadFolder(
  client: ImapFlow,
  context: SyncContext,
  folder: Folder,
  { uids, want }: Portion,
  upTo: number,
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
      const absent = await fetchMessages(client, asked, {
        ...{ pipeline, now: context.clock.now },
        want: want === 'head' ? want : { upTo },
      });
      if (absent > 0) context.log('sync.absent', { folder: folder.role, messages: absent });
    }
  } finally {
    // What has come is kept, and nothing is stored once this has ended: the account may change then.
    await pipeline.drain();
  }
}
