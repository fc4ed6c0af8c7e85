import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { refusedCommand } from '../connection-error.ts';
import { readMessageId, readMessageIds } from '../mime/message-ids.ts';
import { type DraftMarks, headField, readDraftMarks } from './draft-marks.ts';

export type DraftPlaceOnServer = { readonly uidValidity: string; readonly uid: number };

/** What the head of a draft says, as far as it tells what it is a version of. */
export type DraftHead = DraftPlaceOnServer & {
  /** Bytes. */
  readonly size: number;
  /** When the server got it, in milliseconds since the epoch; null where it does not say. */
  readonly savedAt: number | null;
  readonly from: readonly string[];
  readonly headerMessageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly marks: DraftMarks;
};

/** Of the addresses of a draft the writer's alone, which tells whether it is a version of ours. */
const fields = [
  'from',
  'message-id',
  'in-reply-to',
  'references',
  'x-fumibako-draft',
  'x-fumibako-words',
];

/** More than these, the newest, are nobody's drafts. */
const longestList = 500;

/**
 * Every draft that is there and not marked as deleted (RFC 9051 2.3.2: another program may expunge it
 * much later), and the heads of those that are not known.
 */
export async function listDrafts(
  client: ImapFlow,
  path: string,
  isKnown: (place: DraftPlaceOnServer) => boolean,
): Promise<{ readonly places: readonly DraftPlaceOnServer[]; readonly heads: DraftHead[] }> {
  const lock = await client.getMailboxLock(path);
  try {
    if (client.mailbox === false) throw refusedCommand('SELECT');
    const uidValidity = client.mailbox.uidValidity.toString();
    const uids = await client.search({ deleted: false }, { uid: true });
    if (!Array.isArray(uids)) throw refusedCommand('SEARCH');
    const places = uids.map((uid) => ({ uidValidity, uid }));
    const unknown = places.filter((place) => !isKnown(place)).slice(-longestList);
    if (unknown.length === 0) return { places, heads: [] };
    const fetched = await client.fetchAll(
      unknown.map(({ uid }) => uid).join(','),
      {
        size: true,
        internalDate: true,
        headers: fields,
      },
      { uid: true },
    );
    return { places, heads: fetched.map((one) => toHead(one, uidValidity)) };
  } finally {
    lock.release();
  }
}

/** The bytes of one draft; null when it is not there any more. */
export async function readDraft(
  client: ImapFlow,
  path: string,
  { uidValidity, uid }: DraftPlaceOnServer,
): Promise<Buffer | null> {
  const lock = await client.getMailboxLock(path);
  try {
    // RFC 9051 2.3.1.1: under another UIDVALIDITY the number is another message's.
    if (client.mailbox === false || client.mailbox.uidValidity.toString() !== uidValidity) {
      return null;
    }
    const fetched = await client.fetchOne(String(uid), { source: true }, { uid: true });
    return fetched === false ? null : (fetched.source ?? null);
  } finally {
    lock.release();
  }
}

function toHead(
  { uid, size, internalDate, headers }: FetchMessageObject,
  uidValidity: string,
): DraftHead {
  const head = headers ?? Buffer.alloc(0);
  return {
    uidValidity,
    uid,
    size: size ?? 0,
    savedAt: internalDate === undefined ? null : new Date(internalDate).getTime(),
    from: readWriters(headField(head, 'from') ?? ''),
    headerMessageId: readMessageId(headField(head, 'message-id')),
    inReplyTo: readMessageIds(headField(head, 'in-reply-to')),
    references: readMessageIds(headField(head, 'references')),
    marks: readDraftMarks(head),
  };
}

/** RFC 5322 3.4: between angles, or alone; what a name between quotation marks says is no address. */
function readWriters(field: string): readonly string[] {
  const bare = field.replace(/"(?:[^"\\]|\\.)*"/g, '');
  const between = [...bare.matchAll(/<\s*([^<>\s]+@[^<>\s]+)\s*>/g)].map((match) => match[1] ?? '');
  return between.length > 0 ? between : bare.split(/[\s,;:]+/).filter((word) => word.includes('@'));
}
