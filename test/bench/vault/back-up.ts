/*
 * A backup of the section of 500 MB while the engine has nothing else to do, and as long a time of
 * that alone before: what a shared machine takes away by itself.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { signIn } from './sign-in.ts';

export type BackingUp = {
  readonly backupMs: number;
  readonly longestPauseMs: number;
  readonly longestIdlePauseMs: number;
};

const { dataFolder } = JSON.parse(process.argv[2] ?? '') as { dataFolder: string };
const { engine, ask } = await signIn(dataFolder);
const idleMs = 5000;

const longestIdlePauseMs = await longestPause(() => wait(idleMs));
const started = performance.now();
let backupMs = Number.NaN;
const longestPauseMs = await longestPause(async () => {
  await ask('backup.make', { sectionId: 'world-services' });
  backupMs = performance.now() - started;
});
await engine.close();
console.log(JSON.stringify({ backupMs, longestPauseMs, longestIdlePauseMs } satisfies BackingUp));
process.exit(0);

async function longestPause(work: () => Promise<unknown>): Promise<number> {
  const resolution = 5;
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  await work();
  delay.disable();
  // It measures the time between two ticks.
  return delay.max / 1e6 - resolution;
}
