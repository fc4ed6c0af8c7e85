import type { CallInput, CallOutput, EngineCallName } from '../../../shared/contract.ts';
import { plainEngine } from '../../support/plain-engine.ts';

const passphrase = 'lantern ferry orchard nine';
export const inMembers = { sectionId: 'members' } as const;

/** The engine on a data folder of the benchmark's own, signed in as its administrator. */
export async function signIn(dataFolder: string) {
  const engine = plainEngine(dataFolder, () => undefined);
  async function ask<N extends EngineCallName>(
    name: N,
    input: CallInput<N>,
  ): Promise<CallOutput<N>> {
    const result = await engine.call(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
    return result.value as CallOutput<N>;
  }
  const { profiles } = await ask('session.state', null);
  const staffId = profiles[0]?.id;
  if (staffId === undefined) await ask('session.create', { name: 'Bench', passphrase });
  else await ask('session.unlock', { staffId, passphrase, staysSignedIn: false });
  return { engine, ask };
}
