import { Worker } from 'node:worker_threads';
import { failure, type Result } from '../../../shared/errors.ts';
import { errorKind } from '../error-kind.ts';
import type { Log } from '../log.ts';
import type { StoreAnswers, StoreRequest, StoreTask, StoreWorkerMessage } from './store-task.ts';

export type StoreThreadsOptions = {
  /** The worker entry: `store-worker.ts` in plain Node, `store-worker.js` in the bundle. */
  readonly workerUrl: URL;
  readonly nativeBinding: string | null;
  readonly log: Log;
  /** Told of each call to the network that a worker was kept from. */
  readonly refused: (what: string) => void;
};

export type StoreRun<T> = {
  /** Comes when the thread has ended, or with `cancelled` at once. Never rejects. */
  readonly answer: Promise<Result<T>>;
  /**
   * Gives up. SQLite hears of it only after the statement that it is at, which may take seconds:
   * the promise comes when the thread has ended and its files are closed.
   */
  readonly cancel: () => Promise<void>;
};

export type StoreThreads = {
  /** Begins a task in a thread of its own. The keys go there as copies, by message, and end with it. */
  readonly start: <K extends StoreTask['kind']>(
    task: Extract<StoreTask, { readonly kind: K }>,
    keys: readonly Buffer[],
  ) => StoreRun<StoreAnswers[K]>;
};

export function createStoreThreads(options: StoreThreadsOptions): StoreThreads {
  const { workerUrl, nativeBinding, log, refused } = options;

  function start<K extends StoreTask['kind']>(
    task: Extract<StoreTask, { readonly kind: K }>,
    keys: readonly Buffer[],
  ): StoreRun<StoreAnswers[K]> {
    const worker = new Worker(workerUrl);
    let answered: Result<StoreAnswers[K]> = failure('unexpected', 'the store thread ended');
    worker.on('message', (message: StoreWorkerMessage) => {
      if (message.kind === 'refused') refused(message.what);
      // The worker answers what it was asked.
      else answered = message.result as Result<StoreAnswers[K]>;
    });
    worker.on('error', (error) => log('process.failed', errorKind(error)));
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    let giveUp: () => void = () => undefined;
    const cancelled = new Promise<Result<StoreAnswers[K]>>((resolve) => {
      giveUp = () => resolve(failure('cancelled'));
    });

    const copies = keys.map((key) => Uint8Array.from(key));
    const request: StoreRequest = { task, keys: copies, nativeBinding };
    worker.postMessage(
      request,
      copies.map(({ buffer }) => buffer),
    );
    return {
      answer: Promise.race([ended.then(() => answered), cancelled]),
      async cancel() {
        giveUp();
        await worker.terminate();
        await ended;
      },
    };
  }

  return { start };
}
