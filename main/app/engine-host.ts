import type { Log } from '../engine/log.ts';
import { createDataFolders } from './data-folders.ts';
import { type DemoProcess, startDemoProcess } from './demo-process.ts';
import type { EngineProcess } from './engine-process.ts';
import { createEngineProcess } from './engine-process.ts';
import type { Page } from './page.ts';

type Dependencies = {
  readonly userData: string;
  readonly engineScript: string;
  readonly demoScript: string;
  readonly nativeBinding: string | null;
  readonly page: Page;
  readonly log: Log;
};

export type EngineHost = {
  readonly engine: EngineProcess;
  /** Starts the engine: on the demo newsroom, once it listens, or on the staff's own data. */
  readonly start: (options: { readonly isDemo: boolean }) => Promise<void>;
  readonly isDemo: () => boolean;
  readonly leaveDemo: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** The engine with the data that it works on: the demo's or the staff's own. */
export function createEngineHost(deps: Dependencies): EngineHost {
  const folders = createDataFolders(deps.userData);
  let demo: DemoProcess | null = null;

  const engine = createEngineProcess({
    script: deps.engineScript,
    page: deps.page,
    now: Date.now,
    log: deps.log,
    startMessage: () => ({
      kind: 'start',
      dataFolder: demo === null ? folders.own() : folders.demo(),
      nativeBinding: deps.nativeBinding,
      demo: demo?.newsroom ?? null,
    }),
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
    async leaveDemo() {
      await engine.stop();
      endDemo();
      engine.start();
    },
    async stop() {
      await engine.stop();
      endDemo();
    },
  };
}
