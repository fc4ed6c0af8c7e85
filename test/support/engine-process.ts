import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { engineV8Flags } from '../../main/engine/v8-flags.ts';
import { EngineMessage } from '../../shared/bridge.ts';
import type { EngineCallName } from '../../shared/contract.ts';
import { type CallInput, type CallOutput, engineCalls } from '../../shared/contract.ts';
import type { Result } from '../../shared/errors.ts';

const program = fileURLToPath(new URL('./engine-program.ts', import.meta.url));
export const passphrase = 'lantern ferry orchard nine';

export type EngineProcess = {
  /** Rejects when the process ends before it answers. */
  readonly call: <N extends EngineCallName>(
    name: N,
    input: CallInput<N>,
  ) => Promise<Result<CallOutput<N>>>;
  /** The same, for a call that has no reason to fail. */
  readonly ask: <N extends EngineCallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  /** The most memory that it has held so far, in bytes (proc(5), VmHWM). */
  readonly peakMemory: () => number;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
};

/** Starts an engine on a data folder and signs in; the first time it makes the profile. */
export async function startEngineProcess(dataFolder: string): Promise<EngineProcess> {
  const engine = launchEngineProcess(dataFolder);
  await signInTo(engine);
  return engine;
}

/** Starts an engine that nobody has signed in to. */
export function launchEngineProcess(dataFolder: string): EngineProcess {
  const child = fork(program, [dataFolder], {
    serialization: 'advanced',
    execArgv: [...process.execArgv, engineV8Flags],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return speakTo(child);
}

export async function signInTo(engine: EngineProcess): Promise<void> {
  const { profiles } = await engine.ask('session.state', null);
  const staffId = profiles[0]?.id;
  if (staffId === undefined) await engine.ask('session.create', { name: 'Hana', passphrase });
  else await engine.ask('session.unlock', { staffId, passphrase });
}

function speakTo(child: ChildProcess): EngineProcess {
  type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void };
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  child.on('message', (data) => {
    const message = EngineMessage.parse(data);
    if (message.kind !== 'answer') return;
    waiting.get(message.id)?.resolve(message.result);
    waiting.delete(message.id);
  });
  let hasEnded = false;
  child.once('exit', () => {
    hasEnded = true;
    for (const { reject } of waiting.values()) reject(new Error('the engine ended'));
    waiting.clear();
  });

  function call<N extends EngineCallName>(name: N, input: CallInput<N>) {
    if (hasEnded) return Promise.reject(new Error('the engine ended'));
    lastId += 1;
    const id = lastId;
    return new Promise<Result<CallOutput<N>>>((resolve, reject) => {
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      child.send({ id, call: name, input }, (error) => {
        if (error !== null) reject(new Error('the engine ended'));
      });
    });
  }

  return {
    call,
    async ask(name, input) {
      const result = await call(name, input);
      if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
      return engineCalls[name].output.parse(result.value) as CallOutput<typeof name>;
    },
    peakMemory() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}
