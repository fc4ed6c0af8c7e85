import { MessageChannelMain, type UtilityProcess, utilityProcess } from 'electron';
import type { EventPayload } from '../../shared/contract.ts';
import { type AppError, failure, type Result, success } from '../../shared/errors.ts';
import type { SectionId } from '../../shared/model/section.ts';
import type { AttachmentTarget, ReleaseTarget } from '../engine/engine.ts';
import type { Log } from '../engine/log.ts';
import type { LogEvent, LogFields } from '../engine/log-events.ts';
import { FromEngine, type LeftByWindow, type ToEngine } from '../engine/process-messages.ts';
import { engineV8Flags } from '../engine/v8-flags.ts';
import { createCrashLimit } from './crash-limit.ts';
import type { Page } from './page.ts';

type StartMessage = Extract<ToEngine, { kind: 'start' }>;
type Because = EventPayload<'engine.started'>['because'];

type Dependencies = {
  /** The engine's bundle. */
  readonly script: string;
  /** Asked at every start, since leaving the demo changes it. */
  readonly startMessage: () => StartMessage;
  readonly deviceSecret: () => Promise<Buffer | null>;
  readonly printPaper: (html: string) => Promise<Buffer | null>;
  readonly page: Page;
  readonly now: () => number;
  readonly log: Log;
};

export type EngineProcess = {
  readonly start: () => void;
  /** Ends the process, and the keys with it, then starts a fresh locked one. */
  readonly restart: (because: Because) => Promise<void>;
  /** Ends the process; resolves when it is gone. */
  readonly stop: () => Promise<void>;
  /** The page was loaded and asks for its line to the engine. */
  readonly connectPage: () => void;
  readonly saveAttachment: (target: AttachmentTarget) => Promise<Result<null>>;
  readonly releaseDisclosure: (target: ReleaseTarget) => Promise<Result<null>>;
  /** Records what is about to be handed out; where that fails it must not be. */
  readonly recordLeft: (
    sectionId: SectionId,
    ...left: readonly LeftByWindow[]
  ) => Promise<Result<null>>;
};

type Running = {
  readonly process: UtilityProcess;
  readonly exited: Promise<void>;
  isStarted: boolean;
  isEnding: boolean;
  /** What it was asked for and has not answered, by number. */
  readonly asked: Map<number, (result: Result<null>) => void>;
};

/** How long an engine may take to close its databases before it is killed, in ms. */
const closingGraceMs = 3000;

/** The engine as a utilityProcess: started with the window, ended by a lock, started again when it crashes. */
export function createEngineProcess(deps: Dependencies): EngineProcess {
  let running: Running | null = null;
  let lastId = 0;
  const crashes = createCrashLimit({ limit: 3, withinMs: 60_000 });

  function start(because: Because): void {
    const process = utilityProcess.fork(deps.script, [], {
      serviceName: 'Fumibako engine',
      execArgv: [`--js-flags=${engineV8Flags}`],
    });
    const engine: Running = {
      process,
      exited: new Promise((resolve) => process.once('exit', () => resolve())),
      isStarted: false,
      isEnding: false,
      asked: new Map(),
    };
    running = engine;
    process.on('message', (data: unknown) => receive(engine, data, because));
    process.once('exit', (code) => ended(engine, code));
    send(engine, deps.startMessage());
  }

  function receive(engine: Running, data: unknown, because: Because): void {
    const message = FromEngine.parse(data);
    if (message.kind === 'started') {
      engine.isStarted = true;
      connectPage();
      deps.page.emit('engine.started', { because });
      return;
    }
    if (message.kind === 'log') {
      // What they are is looked at where the line is written.
      deps.log(message.event, message.fields as LogFields<LogEvent>);
      return;
    }
    if (message.kind === 'device-secret') {
      void deps.deviceSecret().then((secret) => send(engine, { kind: 'device-secret', secret }));
      return;
    }
    if (message.kind === 'print-paper') {
      const { id, html } = message;
      void deps.printPaper(html).then((pdf) => send(engine, { kind: 'paper', id, pdf }));
      return;
    }
    engine.asked.get(message.id)?.(toResult(message.error));
    engine.asked.delete(message.id);
  }

  function ended(engine: Running, code: number): void {
    for (const settle of engine.asked.values()) settle(failure('engine-ended'));
    deps.page.disconnect();
    if (engine.isEnding) return;
    if (running === engine) running = null;
    deps.log('engine.crashed', { status: code });
    // One that ends again and again is left ended: the page says so and offers to try again.
    if (crashes.allows(deps.now())) {
      start('crash');
      return;
    }
    deps.page.fail();
    deps.page.emit('engine.failed', null);
  }

  function connectPage(): void {
    if (running === null || !running.isStarted) return;
    const { port1, port2 } = new MessageChannelMain();
    running.process.postMessage({ kind: 'connect' } satisfies ToEngine, [port1]);
    deps.page.connect(port2);
  }

  async function stop(): Promise<void> {
    const engine = running;
    running = null;
    if (engine === null) return;
    engine.isEnding = true;
    send(engine, { kind: 'stop' });
    const killer = setTimeout(() => engine.process.kill(), closingGraceMs);
    await engine.exited;
    clearTimeout(killer);
  }

  function ask(message: (id: number) => ToEngine): Promise<Result<null>> {
    const engine = running;
    if (engine === null) return Promise.resolve(failure('engine-ended'));
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      engine.asked.set(id, resolve);
      send(engine, message(id));
    });
  }

  return {
    start: () => start('start'),
    async restart(because) {
      await stop();
      start(because);
    },
    stop,
    connectPage,
    saveAttachment: (target) => ask((id) => ({ kind: 'save-attachment', id, ...target })),
    releaseDisclosure: (target) => ask((id) => ({ kind: 'release-disclosure', id, ...target })),
    recordLeft: (sectionId, ...left) =>
      ask((id) => ({ kind: 'record-left', id, sectionId, left: [...left] })),
  };
}

function send(engine: Running, message: ToEngine): void {
  engine.process.postMessage(message);
}

function toResult(error: AppError | null): Result<null> {
  return error === null ? success(null) : { ok: false, error };
}
