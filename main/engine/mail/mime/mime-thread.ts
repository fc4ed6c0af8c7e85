import { Worker } from 'node:worker_threads';
import { type Failure, failure, type Success, success } from '../../../../shared/errors.ts';
import type { MimeReply, MimeRequest, WorkerMessage } from './mime-protocol.ts';

export type MimeThreadOptions = {
  readonly workerUrl: URL;
  /** Milliseconds for one request. */
  readonly timeLimit: number;
  /** Told of each call to the network that the worker was kept from. */
  readonly refused?: ((what: string) => void) | undefined;
};

export type MimeAnswer = Success<MimeReply> | Failure;

/** One worker thread. It answers one request after the other, in the order in which they came. */
export type MimeThread = {
  readonly ask: (request: MimeRequest) => Promise<MimeAnswer>;
  /** Ends the thread; what still waits fails. */
  readonly close: () => Promise<void>;
};

type Waiting = { readonly request: MimeRequest; readonly resolve: (answer: MimeAnswer) => void };

/**
 * What a hostile message may make a thread's heap grow to before it is ended. A lower limit has V8
 * collect all garbage three times as often: a tenth of a first sync.
 */
const oldGenerationMegabytes = 2048;

/** What is read of one message dies with it: more room would only be memory. */
const youngGenerationMegabytes = 16;

/**
 * A thread that crashed or hung is ended and the request that it was at fails. A new thread takes
 * those that waited behind it.
 */
export function createMimeThread({ workerUrl, timeLimit, refused }: MimeThreadOptions): MimeThread {
  // Before anybody asks: the first letters of a sync must not wait for it.
  let worker: Worker | null = start();
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;

  function start(): Worker {
    const started = new Worker(workerUrl, {
      resourceLimits: {
        maxOldGenerationSizeMb: oldGenerationMegabytes,
        maxYoungGenerationSizeMb: youngGenerationMegabytes,
      },
    });
    started.on('message', (message: WorkerMessage) => {
      if (message.kind === 'refused') refused?.(message.what);
      // A thread that was given up may still have answered: nobody waits for that.
      else if (worker === started) settle(success(message));
    });
    // Node tells of a crash before it hands over the last answers; when it tells of the end, it has.
    started.on('error', () => undefined);
    started.on('exit', () => drop(started, 'the parser ended'));
    return started;
  }

  function send(request: MimeRequest): void {
    worker ??= start();
    const bytes = Uint8Array.from(request.bytes);
    worker.postMessage({ ...request, bytes }, [bytes.buffer]);
  }

  /** Answers the request that the thread was at, and gives the next one its time. */
  function settle(answer: MimeAnswer): void {
    waiting.shift()?.resolve(answer);
    clearTimeout(timer);
    if (waiting.length > 0) timer = setTimeout(giveUp, timeLimit);
  }

  function drop(gone: Worker, why: string): void {
    if (worker !== gone) return;
    worker = null;
    settle(failure('unexpected', why));
    for (const { request } of waiting) send(request);
  }

  function giveUp(): void {
    const hung = worker;
    if (hung === null) return;
    drop(hung, 'the parser took too long');
    void hung.terminate();
  }

  return {
    ask(request) {
      return new Promise((resolve) => {
        waiting.push({ request, resolve });
        if (waiting.length === 1) timer = setTimeout(giveUp, timeLimit);
        send(request);
      });
    },
    async close() {
      const ended = worker;
      const failed = waiting;
      worker = null;
      waiting = [];
      clearTimeout(timer);
      for (const { resolve } of failed) resolve(failure('unexpected', 'the parser ended'));
      await ended?.terminate();
    },
  };
}
