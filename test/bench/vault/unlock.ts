/* One sign-in, from the passphrase to the first page of the list, and scrypt alone beside it. */
import {
  derivePassphraseKey,
  newScryptParameters,
  scryptCost,
} from '../../../main/engine/keyring/passphrase-key.ts';
import { passphrase, signIn } from './sign-in.ts';

export type Unlocking = { readonly unlockMs: number; readonly scryptMs: number };

const { dataFolder } = JSON.parse(process.argv[2] ?? '') as { dataFolder: string };
const { engine, ask, askedAt } = await signIn(dataFolder);
// What the window asks for before it shows the list.
await ask('section.list', null);
const list = { sectionId: 'world-services', view: 'inbox', query: '', offset: 0, limit: 50 };
const { total } = await ask<{ total: number }>('conversation.list', list);
const unlockMs = performance.now() - askedAt;
if (total === 0) throw new Error('the list is empty');

const alone = performance.now();
await derivePassphraseKey(passphrase, newScryptParameters(scryptCost));
const scryptMs = performance.now() - alone;
await engine.close();
console.log(JSON.stringify({ unlockMs, scryptMs } satisfies Unlocking));
process.exit(0);
