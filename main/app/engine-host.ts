import type { Log } from '../engine/log.ts';
import { createTurn } from '../engine/turn.ts';
import { createDataFolders } from './data-folders.ts';
import { type DemoProcess, startDemoProcess } from './demo-process.ts';
import type { EngineProcess } from './engine-process.ts';
import { createEngineProcess } from './engine-process.ts';
import type { Page } from './page.ts';
import { paperOrNone } from './paper-or-none.ts';
import { printPaper } from './print-paper.ts';

type Dependencies = {
  readonly userData: string;
  readonly engineScript: string;
  readonly demoScript: string;
  readonly nativeBinding: string | null;
  readonly deviceSecret: () => Promise<Buffer | null>;
  readonly page: Page;
  readonly log: Log;
};

export type EngineHost = {
  readonly engine: EngineProcess;
  /** Starts the engine: on the demo newsroom, once it listens, or on the staff's own data. */
  readonly start: (options: { readonly isDemo: boolean }) => Promise<void>;
  readonly isDemo: () => boolean;
  /** Ends the engine, and the keys with it, and starts a locked one. */
  readonly lock: () => Promise<void>;
  /** Another try, after the engine ended again and again. */
  readonly startAgain: () => Promise<void>;
  readonly leaveDemo: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** The engine with the data that it works on: the demo's or the staff's own. */
export function createEngineHost(deps: Dependencies): EngineHost {
  const folders = createDataFolders(deps.userData);
  let demo: DemoProcess | null = null;
  let hasStarted = false;
  // One after the other: a key that repeats must not leave a second engine running, unlocked.
  const inTurn = createTurn();

  const engine = createEngineProcess({
    script: deps.engineScript,
    deviceSecret: deps.deviceSecret,
    printPaper: paperOrNone(printPaper, deps.log),
    page: deps.page,
    now: Date.now,
    log: deps.log,
    startMessage() {
      const isFirstStart = !hasStarted;
      hasStarted = true;
      return {
        kind: 'start',
        dataFolder: demo === null ? folders.own() : folders.demo(),
        nativeBinding: deps.nativeBinding,
        demo: demo?.newsroom ?? null,
        isFirstStart,
      };
    },
  });

  function endDemo(): void {
    if (demo === null) return;
    demo.stop();
    demo = null;
    folders.removeDemo();
  }

  return {
    engine,
    async start({ isDemo }) {
      if (isDemo) demo = await startDemoProcess(deps.demoScript);
      engine.start();
    },
    isDemo: () => demo !== null,
    lock: () => inTurn(() => engine.restart('lock')),
    startAgain: () =>
      inTurn(async () => {
        // The page may ask again, and waits for the new one.
        deps.page.disconnect();
        await engine.restart('start');
      }),
    leaveDemo: () =>
      inTurn(async () => {
        await engine.stop();
        endDemo();
        engine.start();
      }),
    stop: () =>
      inTurn(async () => {
        await engine.stop();
        endDemo();
      }),
  };
}
