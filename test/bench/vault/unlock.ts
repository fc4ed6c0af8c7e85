/* One sign-in, from the passphrase to the first page of the list, and scrypt alone beside it. */
import {
  derivePassphraseKey,
  newScryptParameters,
} from '../../../main/engine/keyring/passphrase-key.ts';
import type { SessionState } from '../../../shared/model/session.ts';
import { plainEngine } from '../../support/plain-engine.ts';
import { passphrase } from './passphrase.ts';

export type Unlocking = { readonly unlockMs: number; readonly scryptMs: number };

const { dataFolder } = JSON.parse(process.argv[2] ?? '') as { dataFolder: string };
const engine = plainEngine(dataFolder, () => undefined);

async function ask<T>(name: string, input: unknown): Promise<T> {
  const result = await engine.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
  return result.value as T;
}

const { profiles } = await ask<SessionState>('session.state', null);
const started = performance.now();
await ask('session.unlock', { staffId: profiles[0]?.id, passphrase });
// What the window asks for before it shows the list.
await ask('section.list', null);
const list = { sectionId: 'world-services', view: 'inbox', query: '', offset: 0, limit: 50 };
const { total } = await ask<{ total: number }>('conversation.list', list);
const unlockMs = performance.now() - started;
if (total === 0) throw new Error('the list is empty');

const alone = performance.now();
await derivePassphraseKey(passphrase, newScryptParameters());
const scryptMs = performance.now() - alone;
await engine.close();
console.log(JSON.stringify({ unlockMs, scryptMs } satisfies Unlocking));
process.exit(0);
