import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { isRefusal } from '../../mail/connection-error.ts';
import { readFlags } from '../../mail/imap/message-flags.ts';
import type { IngestPipeline } from './ingest-pipeline.ts';
import { toUidSet } from './uid-set.ts';

type FetchTarget = {
  readonly pipeline: IngestPipeline;
  readonly now: () => number;
  /** Whole, or up to so many bytes. */
  readonly source: true | { readonly maxLength: number };
};

/** Those of these UIDs whose messages are larger than so many bytes (RFC822.SIZE). */
export async function findLarger(
  client: ImapFlow,
  uids: readonly number[],
  bytes: number,
): Promise<ReadonlySet<number>> {
  const larger = new Set<number>();
  const query = { uid: true, size: true };
  for await (const { uid, size } of client.fetch(toUidSet(uids), query, { uid: true }))
    if ((size ?? 0) > bytes) larger.add(uid);
  return larger;
}

/**
 * Downloads messages of the selected folder into the pipeline. UIDs that the server does not answer
 * for (expunged meanwhile, or a server that lies) are passed over, and so is a message that it
 * refuses to give: it must not keep the others back. Returns how many.
 */
export async function fetchMessages(
  client: ImapFlow,
  uids: readonly number[],
  into: FetchTarget,
): Promise<number> {
  if (uids.length === 0) return 0;
  const wanted = new Set(uids);
  try {
    await fetchInto(client, wanted, into);
    return wanted.size;
  } catch (error) {
    if (!isRefusal(error) || !client.usable) throw error;
  }
  const rest = [...wanted];
  if (rest.length <= 1) return rest.length;
  const half = Math.ceil(rest.length / 2);
  const first = await fetchMessages(client, rest.slice(0, half), into);
  return first + (await fetchMessages(client, rest.slice(half), into));
}

/** Takes out of `wanted` what has come. */
async function fetchInto(
  client: ImapFlow,
  wanted: Set<number>,
  { pipeline, now, source }: FetchTarget,
): Promise<void> {
  const query = { uid: true, flags: true, internalDate: true, source };
  for await (const message of client.fetch(toUidSet([...wanted]), query, { uid: true })) {
    // A server may send FETCH responses that nobody asked for (RFC 9051 7.5.2).
    if (message.source === undefined || !wanted.delete(message.uid)) continue;
    await pipeline.push({
      uid: message.uid,
      ...readFlags(message.flags),
      emailId: message.emailId ?? null,
      arrivedAt: arrivalTime(message, now),
      source: message.source,
    });
  }
}

function arrivalTime(message: FetchMessageObject, now: () => number): number {
  const at = new Date(message.internalDate ?? Number.NaN).getTime();
  return Number.isNaN(at) ? now() : at;
}
