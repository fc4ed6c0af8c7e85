import { Worker } from 'node:worker_threads';
import { type Failure, failure, type Success, success } from '../../../../shared/errors.ts';
import type { MimeReply, MimeRequest } from './mime-protocol.ts';

export type MimeThreadOptions = {
  readonly workerUrl: URL;
  /** Milliseconds for one request. */
  readonly timeLimit: number;
};

/** One worker thread, one request at a time. */
export type MimeThread = {
  readonly ask: (request: MimeRequest) => Promise<Success<MimeReply> | Failure>;
  readonly close: () => Promise<void>;
};

/**
 * What a hostile message may make a thread's heap grow to before it is ended. A lower limit has V8
 * collect all garbage three times as often: a tenth of a first sync.
 */
const oldGenerationMegabytes = 2048;

/** What is read of one message dies with it: more room would only be memory. */
const youngGenerationMegabytes = 16;

/** A thread that crashed or hung is ended, its request fails, and the next request starts a new one. */
export function createMimeThread({ workerUrl, timeLimit }: MimeThreadOptions): MimeThread {
  let worker: Worker | null = null;

  function start(): Worker {
    const started = new Worker(workerUrl, {
      resourceLimits: {
        maxOldGenerationSizeMb: oldGenerationMegabytes,
        maxYoungGenerationSizeMb: youngGenerationMegabytes,
      },
    });
    // Between requests an error has nobody to tell; the exit that follows drops the worker.
    started.on('error', () => forget(started));
    started.on('exit', () => forget(started));
    return started;
  }

  function forget(gone: Worker): void {
    if (worker === gone) worker = null;
  }

  async function end(ended: Worker): Promise<void> {
    forget(ended);
    await ended.terminate();
  }

  return {
    ask(request) {
      const asked = worker ?? start();
      worker = asked;
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          settle(failure('unexpected', 'the parser took too long'));
          void end(asked);
        }, timeLimit);
        const onMessage = (reply: MimeReply) => settle(success(reply));
        const onError = () => settle(failure('unexpected', 'the parser crashed'));
        const onExit = () => settle(failure('unexpected', 'the parser ended'));
        function settle(result: Success<MimeReply> | Failure): void {
          clearTimeout(timer);
          asked.off('message', onMessage);
          asked.off('error', onError);
          asked.off('exit', onExit);
          resolve(result);
        }
        asked.on('message', onMessage);
        asked.on('error', onError);
        asked.on('exit', onExit);
        const bytes = Uint8Array.from(request.bytes);
        asked.postMessage({ ...request, bytes }, [bytes.buffer]);
      });
    },
    async close() {
      if (worker !== null) await end(worker);
    },
  };
}
