import { inflateRawSync } from 'node:zlib';
import { assertNever } from '../../../../shared/assert-never.ts';
import { ingestMessage } from './ingest-message.ts';
import { type MimeReply, type MimeRequest, packBytes, unpackBytes } from './mime-protocol.ts';
import { parseMessage, readAttachment, readInlineImages } from './parse-message.ts';

/** Larger than any server accepts: stops a damaged row from inflating without end. */
const maxInflatedBytes = 512 * 1024 * 1024;

/** The worker's side of the pool: does what is asked. */
export async function answerRequest(request: MimeRequest): Promise<MimeReply> {
  switch (request.kind) {
    case 'ingest': {
      const ingested = await Promise.all(
        unpackBytes(request.bytes, request.lengths).map((raw) => ingestMessage(raw)),
      );
      const { bytes: compressed, lengths } = packBytes(ingested.map((one) => one.compressed));
      const messages = ingested.map(({ compressed: _, ...rest }) => rest);
      return { kind: 'ingest', value: { messages, compressed, lengths } };
    }
    case 'parse':
      return { kind: 'parse', value: await parseMessage(inflate(request.bytes), 'showing') };
    case 'inline-images':
      return { kind: 'inline-images', value: await readInlineImages(inflate(request.bytes)) };
    case 'attachment':
      return {
        kind: 'attachment',
        value: await readAttachment(inflate(request.bytes), request.index),
      };
    default:
      return assertNever(request);
  }
}

function inflate(compressed: Uint8Array): Uint8Array {
  return inflateRawSync(compressed, { maxOutputLength: maxInflatedBytes });
}

/** The buffers of a reply that may move instead of being copied. */
export function transferList({ kind, value }: MimeReply): ArrayBuffer[] {
  if (kind === 'ingest') return [value.compressed.buffer as ArrayBuffer];
  if (kind === 'attachment' && value !== null) return [value.content.buffer as ArrayBuffer];
  if (kind === 'inline-images') return value.map(({ content }) => content.buffer as ArrayBuffer);
  return [];
}
