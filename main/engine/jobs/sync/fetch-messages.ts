import type { FetchMessageObject, FetchQueryObject, ImapFlow } from 'imapflow';
import { isRefusal } from '../../mail/connection-error.ts';
import { keptBeginning } from '../../mail/imap/limits.ts';
import { readFlags } from '../../mail/imap/message-flags.ts';
import { structureAttachments } from '../../mail/imap/structure-attachments.ts';
import type { IngestPipeline } from './ingest-pipeline.ts';
import { toUidSet } from './uid-set.ts';

type FetchTarget = {
  readonly pipeline: IngestPipeline;
  readonly now: () => number;
  /** Heads alone, or messages: as a whole up to so many bytes, of larger ones a beginning. */
  readonly want: 'head' | { readonly upTo: number };
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
    await (into.want === 'head'
      ? fetchHeads(client, wanted, into)
      : fetchBodies(client, wanted, into, into.want.upTo));
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
async function fetchBodies(
  client: ImapFlow,
  wanted: Set<number>,
  { pipeline, now }: FetchTarget,
  upTo: number,
): Promise<void> {
  // In one request, without asking first how large each is: few are too large.
  const query = { source: { maxLength: upTo } };
  const cut: Cut[] = [];
  const empty = new Set<number>();
  for await (const message of fetchEach(client, wanted, query)) {
    const { uid, source } = message;
    if (source === undefined || !wanted.has(uid)) continue;
    // No message has no bytes, but some servers cannot give a part of one.
    if (source.byteLength === 0) {
      empty.add(uid);
      continue;
    }
    wanted.delete(uid);
    if (source.byteLength < upTo) await pipeline.push({ ...arrived(message, now), source });
    // A copy: the rest of what came must not be held with it.
    else
      cut.push({
        ...arrived(message, now),
        source: Buffer.from(source.subarray(0, keptBeginning)),
      });
  }
  if (cut.length > 0) await pushCut(client, cut, pipeline);
  if (empty.size === 0) return;
  for await (const message of fetchEach(client, empty, { source: true })) {
    const { source } = message;
    if (source === undefined || !empty.has(message.uid) || !wanted.delete(message.uid)) continue;
    await pipeline.push({ ...arrived(message, now), source });
  }
}

type Cut = ReturnType<typeof arrived> & { readonly source: Buffer };

/** Of what is larger: how large it is, and what the server says of its attachments. */
async function pushCut(
  client: ImapFlow,
  cut: readonly Cut[],
  pipeline: IngestPipeline,
): Promise<void> {
  const waiting = new Map(cut.map((each) => [each.uid, each]));
  const query = { size: true, bodyStructure: true };
  for await (const { uid, size, bodyStructure } of fetchEach(client, waiting.keys(), query)) {
    const each = waiting.get(uid);
    if (each === undefined || size === undefined) continue;
    waiting.delete(uid);
    await pipeline.push({
      ...each,
      part: 'beginning',
      whole: { size, attachments: structureAttachments(bodyStructure) },
    });
  }
}

async function fetchHeads(
  client: ImapFlow,
  wanted: Set<number>,
  { pipeline, now }: FetchTarget,
): Promise<void> {
  for await (const message of fetchEach(client, wanted, { headers: true, size: true })) {
    const { uid, headers, size } = message;
    if (headers === undefined || size === undefined || !wanted.delete(uid)) continue;
    const whole = { size, attachments: [] };
    await pipeline.push({ ...arrived(message, now), source: headers, part: 'head', whole });
  }
}

/** A server may send FETCH responses that nobody asked for (RFC 9051 7.5.2): look at what they hold. */
function fetchEach(client: ImapFlow, uids: Iterable<number>, query: FetchQueryObject) {
  const always = { uid: true, flags: true, internalDate: true };
  return client.fetch(toUidSet([...uids]), { ...always, ...query }, { uid: true });
}

function arrived(message: FetchMessageObject, now: () => number) {
  const at = new Date(message.internalDate ?? Number.NaN).getTime();
  return {
    uid: message.uid,
    ...readFlags(message.flags),
    emailId: message.emailId ?? null,
    arrivedAt: Number.isNaN(at) ? now() : at,
  };
}
