import type { ImapFlow } from 'imapflow';
import { keptBeginning } from '../../mail/imap/limits.ts';
import { structureAttachments } from '../../mail/imap/structure-attachments.ts';
import type { WholeMessage } from '../../mail/mime/as-part.ts';

type FetchOptions = {
  /** Of a larger message only a beginning, in bytes. */
  readonly upTo: number;
  /** Bytes that are here; false to leave off. */
  readonly advance: (bytes: number) => boolean;
};

export type Fetched = {
  readonly raw: Buffer;
  /** What the server says of all of it, where this is its beginning; null where this is all. */
  readonly whole: WholeMessage | null;
};

/** Small enough that whoever leaves off does not wait for it. Bytes. */
const pieceSize = 512 * 1024;

/** A message of the selected folder, piece by piece. Null when the server has it no more, or somebody left off. */
export async function fetchMessage(
  client: ImapFlow,
  uid: number,
  { upTo, advance }: FetchOptions,
): Promise<Fetched | null> {
  const pieces: Buffer[] = [];
  let length = 0;
  while (length < upTo) {
    const maxLength = Math.min(pieceSize, upTo - length);
    const query = { uid: true, source: { start: length, maxLength } };
    const message = await client.fetchOne(String(uid), query, { uid: true });
    if (message === false || message.source === undefined) return null;
    pieces.push(message.source);
    length += message.source.byteLength;
    if (!advance(length)) return null;
    if (message.source.byteLength < maxLength) return { raw: Buffer.concat(pieces), whole: null };
  }
  const query = { uid: true, size: true, bodyStructure: true };
  const message = await client.fetchOne(String(uid), query, { uid: true });
  if (message === false || message.size === undefined) return null;
  const { size, bodyStructure } = message;
  const beginning = Buffer.concat(pieces).subarray(0, keptBeginning);
  return { raw: beginning, whole: { size, attachments: structureAttachments(bodyStructure) } };
}
