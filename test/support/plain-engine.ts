import { systemClock } from '../../main/engine/clock.ts';
import { createEngine, type Engine } from '../../main/engine/engine.ts';
import type { EngineOptions } from '../../main/engine/engine-options.ts';
import { type Log, silentLog } from '../../main/engine/log.ts';

/** The whole engine as the app runs it, in a plain Node process and on real files. */
export function plainEngine(
  dataFolder: string,
  emit: EngineOptions['emit'],
  log: Log = silentLog,
): Engine {
  return createEngine({
    dataFolder,
    nativeBinding: null,
    mimeWorkerUrl: new URL('../../main/engine/mail/mime-worker.ts', import.meta.url),
    clock: systemClock,
    random: Math.random,
    log,
    emit,
  });
}
