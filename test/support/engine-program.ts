/* The engine in a plain Node process, asked over Node's own IPC: for tests that kill it. */
import '../../main/engine/egress/engine-guard.ts';
import type { EngineRequest } from '../../shared/bridge.ts';
import { plainEngine } from './plain-engine.ts';

const engine = plainEngine(process.argv[2] ?? '', (event, payload) =>
  process.send?.({ kind: 'event', event, payload }),
);

process.on('message', async ({ id, call, input }: EngineRequest) => {
  process.send?.({ kind: 'answer', id, result: await engine.call(call, input) });
});
process.on('disconnect', () => process.exit());
