import type { IngestedMessage } from './ingest-message.ts';
import type { AttachmentContent, ParsedMessage } from './parsed-message.ts';

export type MimePoolOptions = {
  /** The worker entry: `mime-worker.ts` in plain Node, `mime-worker.js` in the bundle. */
  readonly workerUrl: URL;
  /** Worker threads; by default one less than the processor has, from 1 to 4. */
  readonly size?: number;
  /** Milliseconds that one message may take. */
  readonly timeLimit?: number;
};

export type MimePool = {
  readonly ingest: (raw: Uint8Array) => Promise<IngestedMessage>;
  readonly ingestMany: (raws: readonly Uint8Array[]) => Promise<readonly IngestedMessage[]>;
  /** `compressed` is the raw message as raw deflate, as the store keeps it. */
  readonly parse: (compressed: Uint8Array) => Promise<ParsedMessage>;
  readonly readAttachment: (
    compressed: Uint8Array,
    index: number,
  ) => Promise<AttachmentContent | null>;
  readonly close: () => Promise<void>;
};
