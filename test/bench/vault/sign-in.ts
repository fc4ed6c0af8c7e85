import type { Engine } from '../../../main/engine/engine.ts';
import type { SessionState } from '../../../shared/model/session.ts';
import { plainEngine } from '../../support/plain-engine.ts';

export const passphrase = 'lantern ferry orchard nine';

type SignedIn = {
  readonly engine: Engine;
  /** Throws when the answer is a failure. */
  readonly ask: <T>(name: string, input: unknown) => Promise<T>;
  /** When the passphrase was handed over, by `performance.now()`. */
  readonly askedAt: number;
};

export async function signIn(dataFolder: string): Promise<SignedIn> {
  const engine = plainEngine(dataFolder, () => undefined);
  async function ask<T>(name: string, input: unknown): Promise<T> {
    const result = await engine.call(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
    return result.value as T;
  }
  const { profiles } = await ask<SessionState>('session.state', null);
  const askedAt = performance.now();
  await ask('session.unlock', { staffId: profiles[0]?.id, passphrase });
  return { engine, ask, askedAt };
}
