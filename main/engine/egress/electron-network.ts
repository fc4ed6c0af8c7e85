import { createRequire } from 'node:module';
import { isMainThread } from 'node:worker_threads';

/**
 * The network that Electron gives a utilityProcess besides Node's: Chromium's, which no rule of a
 * session reaches. Found at run time, since the engine knows no electron. Nothing elsewhere.
 */
export function electronNetwork(): object {
  if (process.versions.electron === undefined || !isMainThread) return {};
  const { net } = createRequire(import.meta.url)('electron') as { readonly net: object };
  return net;
}
