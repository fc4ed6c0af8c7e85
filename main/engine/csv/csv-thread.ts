import { Worker } from 'node:worker_threads';
import { failure, type Result } from '../../../shared/errors.ts';
import type { CsvAnswers, CsvMessage, CsvReply, CsvRequest } from './csv-protocol.ts';

/** The thread that has the file of an import: nobody else waits while it is read. */
export type CsvThread = {
  /** `import-too-large` when the thread ended of it, and from then on. Never rejects. */
  readonly ask: <K extends CsvRequest['kind']>(
    request: Extract<CsvRequest, { readonly kind: K }>,
  ) => Promise<Result<CsvAnswers[K]>>;
  /** Ends it, and with it all that is known of the file; what still waits is `cancelled`. */
  readonly close: () => void;
};

export type CsvThreadOptions = {
  readonly workerUrl: URL;
  /** Told of each call to the network that the worker was kept from. */
  readonly refused: (what: string) => void;
};

/** Megabytes. */
const largestHeap = 1024;

export function createCsvThread({ workerUrl, refused }: CsvThreadOptions): CsvThread {
  const worker = new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: largestHeap } });
  const waiting: ((reply: CsvReply) => void)[] = [];
  let ended: CsvReply | null = null;

  function end(reply: CsvReply): void {
    ended ??= reply;
    for (const resolve of waiting.splice(0)) resolve(ended);
  }
  function post(request: CsvRequest): void {
    if (request.kind === 'append') {
      // Of its own: with a part of a larger buffer all of that would be copied, for each piece anew.
      const content = Uint8Array.from(request.content);
      worker.postMessage({ ...request, content }, [content.buffer]);
    } else worker.postMessage(request);
  }
  worker.on('message', (message: CsvMessage) => {
    if (message.kind === 'refused') refused(message.what);
    else waiting.shift()?.(message.reply);
  });
  worker.on('error', () => end(failure('import-too-large')));
  worker.on('exit', () => end(failure('import-too-large')));

  return {
    ask: <K extends CsvRequest['kind']>(request: Extract<CsvRequest, { readonly kind: K }>) =>
      new Promise<Result<CsvAnswers[K]>>((resolve) => {
        // The worker answers what it was asked, in turn.
        const settle = resolve as (reply: CsvReply) => void;
        if (ended !== null) return settle(ended);
        waiting.push(settle);
        post(request);
      }),
    close() {
      end(failure('cancelled'));
      void worker.terminate();
    },
  };
}
