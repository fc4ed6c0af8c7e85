import type { FetchMessageObject, ImapFlow } from 'imapflow';
import type { IngestPipeline } from './ingest-pipeline.ts';
import { toUidSet } from './uid-set.ts';

/**
 * Downloads messages of the selected folder into the pipeline. UIDs that the server does not answer
 * for (expunged meanwhile, or a server that lies) are passed over; their number is returned.
 */
export async function fetchMessages(
  client: ImapFlow,
  uids: readonly number[],
  pipeline: IngestPipeline,
  now: () => number,
): Promise<number> {
  const wanted = new Set(uids);
  const query = { uid: true, flags: true, internalDate: true, source: true };
  for await (const message of client.fetch(toUidSet(uids), query, { uid: true })) {
    // A server may send FETCH responses that nobody asked for (RFC 9051 7.5.2).
    if (message.source === undefined || !wanted.delete(message.uid)) continue;
    await pipeline.push({
      uid: message.uid,
      seen: message.flags?.has('\\Seen') ?? false,
      arrivedAt: arrivalTime(message, now),
      source: message.source,
    });
  }
  return wanted.size;
}

function arrivalTime(message: FetchMessageObject, now: () => number): number {
  const at = new Date(message.internalDate ?? Number.NaN).getTime();
  return Number.isNaN(at) ? now() : at;
}
