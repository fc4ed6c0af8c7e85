import { setImmediate } from 'node:timers/promises';
import { asPart, type WholeMessage } from '../../mail/mime/as-part.ts';
import type { MimePool } from '../../mail/mime/worker-pool.ts';
import type { ArrivedMessage } from '../../store/store-messages.ts';

type RawMessage = Omit<ArrivedMessage, 'ingested'> & {
  readonly source: Uint8Array;
  /** What is known of all of it, where that is but a part. */
  readonly whole?: WholeMessage;
};

export type IngestPipeline = {
  /** Takes a message; resolves when there is room for the next one. */
  readonly push: (message: RawMessage) => Promise<void>;
  /** Resolves when everything pushed is stored. */
  readonly drain: () => Promise<void>;
};

/** A group goes to the worker when it holds this much: small enough to bound memory, large enough to batch. */
const groupMessages = 60;
const groupBytes = 1 * 1024 * 1024;

/** Groups being parsed or stored at once; more would only sit in memory. */
const groupsInFlight = 3;

/**
 * Parses in the worker while the next messages download, and stores groups in the order in which
 * they came. The first failure to store rejects the push or drain that follows it.
 */
export function createIngestPipeline(
  mime: MimePool,
  store: (batch: readonly ArrivedMessage[]) => void,
): IngestPipeline {
  let group: RawMessage[] = [];
  let bytes = 0;
  let inFlight: Promise<void>[] = [];
  let tail: Promise<void> = Promise.resolve();

  async function flush(): Promise<void> {
    if (group.length === 0) return;
    const sending = group;
    group = [];
    bytes = 0;
    const parsed = mime.ingestMany(sending.map((message) => message.source));
    const before = tail;
    tail = Promise.all([parsed, before]).then(async ([ingested]) => {
      store(
        sending.flatMap(({ source: _, whole, ...message }, index) => {
          const result = ingested[index];
          if (result === undefined) return [];
          return [{ ...message, ingested: whole === undefined ? result : asPart(result, whole) }];
        }),
      );
      // Groups that wait are stored one behind the other: whoever else wants the engine is heard between.
      await setImmediate();
    });
    // A failure is reported by whoever awaits next; this only keeps it from counting as unhandled.
    tail.catch(() => undefined);
    inFlight.push(tail);
    if (inFlight.length >= groupsInFlight) {
      const oldest = inFlight[0];
      inFlight = inFlight.slice(1);
      await oldest;
    }
  }

  return {
    async push(message) {
      group.push(message);
      bytes += message.source.byteLength;
      if (group.length >= groupMessages || bytes >= groupBytes) await flush();
    },
    async drain() {
      await flush();
      await tail;
      inFlight = [];
    },
  };
}
