import { systemClock } from '../../main/engine/clock.ts';
import { csvWorkerUrl } from '../../main/engine/csv-worker-url.ts';
import { createRefusals } from '../../main/engine/egress/refusals.ts';
import { createEngine, type Engine } from '../../main/engine/engine.ts';
import type { EngineOptions } from '../../main/engine/engine-options.ts';
import { type Log, silentLog } from '../../main/engine/log.ts';
import { mimeWorkerUrl } from '../../main/engine/mime-worker-url.ts';
import { storeWorkerUrl } from '../../main/engine/store-worker-url.ts';

/** The app's own takes half a second, each time. */
export const quickScrypt = 2 ** 10;

/** The whole engine as the app runs it, in a plain Node process and on real files. */
export function plainEngine(
  dataFolder: string,
  emit: EngineOptions['emit'],
  log: Log = silentLog,
  deviceSecret: EngineOptions['deviceSecret'] = async () => null,
  scryptCost = quickScrypt,
): Engine {
  return createEngine({
    dataFolder,
    nativeBinding: null,
    csvWorkerUrl,
    mimeWorkerUrl,
    storeWorkerUrl,
    hasAutomaticBackups: true,
    clock: systemClock,
    deviceSecret,
    printPaper: async () => Buffer.from('%PDF-'),
    scryptCost,
    random: Math.random,
    log,
    refusals: createRefusals({ now: systemClock.now, log }),
    emit,
  });
}
