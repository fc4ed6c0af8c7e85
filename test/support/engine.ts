import { onTestFinished } from 'vitest';
import type { Engine } from '../../main/engine/engine.ts';
import type { EngineOptions } from '../../main/engine/engine-options.ts';
import type { Log } from '../../main/engine/log.ts';
import {
  type CallInput,
  type CallOutput,
  type EngineCallName,
  engineCalls,
} from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import { plainEngine } from './plain-engine.ts';

export type TestEngine = {
  readonly engine: Engine;
  /** Throws when the answer is a failure. */
  readonly ask: <N extends EngineCallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  /** Throws when the answer is none. */
  readonly fail: (name: EngineCallName, input: unknown) => Promise<AppError>;
};

/** An engine in this process, on real files; closed when the test ends. */
export function testEngine(
  dataFolder: string,
  log?: Log,
  deviceSecret?: EngineOptions['deviceSecret'],
): TestEngine {
  const engine = plainEngine(dataFolder, () => undefined, log, deviceSecret);
  onTestFinished(() => engine.close());
  return {
    engine,
    async ask(name, input) {
      const result = await engine.call(name, input);
      if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
      return engineCalls[name].output.parse(result.value) as CallOutput<typeof name>;
    },
    async fail(name, input) {
      const result = await engine.call(name, input);
      if (result.ok) throw new Error(`${name} succeeded`);
      return result.error;
    },
  };
}
