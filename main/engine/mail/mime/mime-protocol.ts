import type { RefusedMessage } from '../../egress/worker-guard.ts';
import type { IngestedMessage } from './ingest-message.ts';
import type { AttachmentContent, InlineImage, ParsedMessage } from './parsed-message.ts';

/** What the pool asks a worker. Bytes travel in one transferred buffer, cut by `lengths`. */
export type MimeRequest =
  | ({ readonly kind: 'ingest' } & Packed)
  | { readonly kind: 'parse'; readonly bytes: Uint8Array }
  | { readonly kind: 'inline-images'; readonly bytes: Uint8Array }
  | { readonly kind: 'attachment'; readonly bytes: Uint8Array; readonly index: number };

/** Bytes come back in one buffer as well: a small view would be cloned with all its backing. */
export type IngestReply = {
  readonly messages: readonly Omit<IngestedMessage, 'compressed' | 'searchBody'>[];
  readonly compressed: Packed;
  readonly searchBodies: Packed;
};

export type MimeReply =
  | { readonly kind: 'ingest'; readonly value: IngestReply }
  | { readonly kind: 'parse'; readonly value: ParsedMessage }
  | { readonly kind: 'inline-images'; readonly value: readonly InlineImage[] }
  | { readonly kind: 'attachment'; readonly value: AttachmentContent | null };

/** What a worker posts: its replies in turn, and at any time a call that its guard refused. */
export type WorkerMessage = MimeReply | RefusedMessage;

export type Packed = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lengths: readonly number[];
};

export function packBytes(pieces: readonly Uint8Array[]): Packed {
  const lengths = pieces.map((piece) => piece.byteLength);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return { bytes, lengths };
}

export function unpackBytes({ bytes, lengths }: Packed): Uint8Array<ArrayBuffer>[] {
  let at = 0;
  return lengths.map((length) => {
    const piece = bytes.subarray(at, at + length);
    at += length;
    return piece;
  });
}
