import { inflateRawSync } from 'node:zlib';
import { assertNever } from '../../../../shared/assert-never.ts';
import { type IngestedMessage, ingestMessage } from './ingest-message.ts';
import { type MimeReply, type MimeRequest, packBytes, unpackBytes } from './mime-protocol.ts';
import { parseMessage, readAttachment, readInlineImages } from './parse-message.ts';

/** Larger than any server accepts: stops a damaged row from inflating without end. */
const maxInflatedBytes = 512 * 1024 * 1024;

/** The worker's side of the pool: does what is asked. */
export async function answerRequest(request: MimeRequest): Promise<MimeReply> {
  switch (request.kind) {
    case 'ingest': {
      const ingested = await ingestMessages(unpackBytes(request));
      const value = {
        messages: ingested.map(({ compressed: _, searchBody: __, ...rest }) => rest),
        compressed: packBytes(ingested.map((one) => one.compressed)),
        searchBodies: packBytes(ingested.map((one) => one.searchBody)),
      };
      return { kind: 'ingest', value };
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

/** Messages read at once: a few fill the turns of the event loop, more only sit in memory. */
const readAtOnce = 16;

async function ingestMessages(raws: readonly Uint8Array[]): Promise<IngestedMessage[]> {
  const ingested: IngestedMessage[] = [];
  for (let at = 0; at < raws.length; at += readAtOnce) {
    const few = raws.slice(at, at + readAtOnce);
    ingested.push(...(await Promise.all(few.map((raw) => ingestMessage(raw)))));
  }
  return ingested;
}

function inflate(compressed: Uint8Array): Uint8Array {
  return inflateRawSync(compressed, { maxOutputLength: maxInflatedBytes });
}

/** The buffers of a reply that may move instead of being copied. */
export function transferList({ kind, value }: MimeReply): ArrayBuffer[] {
  if (kind === 'ingest') {
    return [value.compressed.bytes.buffer, value.searchBodies.bytes.buffer];
  }
  if (kind === 'attachment' && value !== null) return [value.content.buffer as ArrayBuffer];
  if (kind === 'inline-images') return value.map(({ content }) => content.buffer as ArrayBuffer);
  return [];
}
