/* The engine in a plain Node process, asked over Node's own IPC: for tests that kill it. */
import { systemClock } from '../../main/engine/clock.ts';
import { createEngine } from '../../main/engine/engine.ts';
import { silentLog } from '../../main/engine/log.ts';
import type { EngineRequest } from '../../shared/bridge.ts';

const engine = createEngine({
  dataFolder: process.argv[2] ?? '',
  nativeBinding: null,
  mimeWorkerUrl: new URL('../../main/engine/mail/mime-worker.ts', import.meta.url),
  clock: systemClock,
  random: Math.random,
  log: silentLog,
  emit: (event, payload) => process.send?.({ kind: 'event', event, payload }),
});

process.on('message', async ({ id, call, input }: EngineRequest) => {
  process.send?.({ kind: 'answer', id, result: await engine.call(call, input) });
});
process.on('disconnect', () => process.exit());
