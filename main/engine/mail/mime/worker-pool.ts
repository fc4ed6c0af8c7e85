import { availableParallelism } from 'node:os';
import { inflateRawSync } from 'node:zlib';
import type { IngestedMessage } from './ingest-message.ts';
import { ingestUnparsed } from './ingest-unparsed.ts';
import { type IngestReply, type MimeRequest, packBytes, unpackBytes } from './mime-protocol.ts';
import { createMimeThread, type MimeAnswer, type MimeThreadOptions } from './mime-thread.ts';
import type { AttachmentContent, InlineImage, ParsedMessage } from './parsed-message.ts';
import { readUnparsed } from './read-unparsed.ts';

export type MimePoolOptions = {
  /** The worker entry: `mime-worker.ts` in plain Node, `mime-worker.js` in the bundle. */
  readonly workerUrl: URL;
  /** Worker threads; by default one less than the processor has, from 1 to 4. */
  readonly size?: number;
  /** Milliseconds that one request may take. */
  readonly timeLimit?: number;
  readonly refused?: MimeThreadOptions['refused'];
};

/**
 * Parsing off the engine's thread. Nothing rejects because of a message: what ends or stops a
 * worker comes back unread, with its bytes kept, and the others go on. How much waits in the queue
 * is the caller's to bound.
 */
export type MimePool = {
  readonly ingest: (raw: Uint8Array) => Promise<IngestedMessage>;
  /** One round trip for all of them; about 200 messages or 4 MB at once are a good size. */
  readonly ingestMany: (raws: readonly Uint8Array[]) => Promise<readonly IngestedMessage[]>;
  /** `compressed` is the raw message as raw deflate, as the store keeps it. */
  readonly parse: (compressed: Uint8Array) => Promise<ParsedMessage>;
  /** As `parse`, but null where the worker ended or ran out of time: another try may read it. */
  readonly tryParse: (compressed: Uint8Array) => Promise<ParsedMessage | null>;
  readonly readAttachment: (
    compressed: Uint8Array,
    index: number,
  ) => Promise<AttachmentContent | null>;
  readonly readInlineImages: (compressed: Uint8Array) => Promise<readonly InlineImage[]>;
  /** Ends the threads; what still waits fails as if its worker had ended. */
  readonly close: () => Promise<void>;
};

type Job = { readonly request: MimeRequest; readonly resolve: (answer: MimeAnswer) => void };

/** While the engine's thread stores one batch, a worker has the next one at hand. */
const requestsAtOnce = 2;

export function createMimePool({
  workerUrl,
  size,
  timeLimit = 20_000,
  refused,
}: MimePoolOptions): MimePool {
  const count = size ?? Math.max(1, Math.min(4, availableParallelism() - 1));
  const threads = Array.from({ length: count }, () =>
    createMimeThread({ workerUrl, timeLimit, refused }),
  );
  const idle = Array.from({ length: requestsAtOnce }, () => threads).flat();
  const reading: Job[] = [];
  const syncing: Job[] = [];

  function ask(request: MimeRequest): Promise<MimeAnswer> {
    return new Promise((resolve) => {
      // A person who opens a message does not wait for a first sync.
      (request.kind === 'ingest' ? syncing : reading).push({ request, resolve });
      next();
    });
  }

  function next(): void {
    const thread = idle.pop();
    if (thread === undefined) return;
    const job = reading.shift() ?? syncing.shift();
    if (job === undefined) {
      idle.push(thread);
      return;
    }
    void thread.ask(job.request).then((answer) => {
      idle.push(thread);
      job.resolve(answer);
      next();
    });
  }

  async function ingestMany(raws: readonly Uint8Array[]): Promise<readonly IngestedMessage[]> {
    if (raws.length === 0) return [];
    const answer = await ask({ kind: 'ingest', ...packBytes(raws) });
    if (answer.ok && answer.value.kind === 'ingest') return unpackReply(answer.value.value);
    const [only] = raws;
    if (raws.length === 1 && only !== undefined) return [ingestUnparsed(only)];
    // One of them ended the worker: alone, each of the others is read.
    const each = await Promise.all(raws.map((raw) => ingestMany([raw])));
    return each.flat();
  }

  async function tryParse(compressed: Uint8Array): Promise<ParsedMessage | null> {
    const answer = await ask({ kind: 'parse', bytes: compressed });
    return answer.ok && answer.value.kind === 'parse' ? answer.value.value : null;
  }

  return {
    ingestMany,
    tryParse,
    async ingest(raw) {
      const [one] = await ingestMany([raw]);
      return one ?? ingestUnparsed(raw);
    },
    async parse(compressed) {
      return (await tryParse(compressed)) ?? readUnparsed(inflateRawSync(compressed));
    },
    async readAttachment(compressed, index) {
      const answer = await ask({ kind: 'attachment', bytes: compressed, index });
      return answer.ok && answer.value.kind === 'attachment' ? answer.value.value : null;
    },
    async readInlineImages(compressed) {
      const answer = await ask({ kind: 'inline-images', bytes: compressed });
      return answer.ok && answer.value.kind === 'inline-images' ? answer.value.value : [];
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

function unpackReply(reply: IngestReply): IngestedMessage[] {
  const sources = unpackBytes(reply.compressed);
  const bodies = unpackBytes(reply.searchBodies);
  return reply.messages.flatMap((message, index) => {
    const compressed = sources[index];
    const searchBody = bodies[index];
    return compressed && searchBody ? [{ ...message, compressed, searchBody }] : [];
  });
}
