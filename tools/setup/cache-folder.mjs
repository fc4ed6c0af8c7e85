import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where runtimes and compiled addons are kept between clones: the system's place for caches. */
export function cacheFolder(
  environment = process.env,
  platform = process.platform,
  home = homedir(),
) {
  if (environment.FUMIBAKO_CACHE) return environment.FUMIBAKO_CACHE;
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'fumibako');
  if (platform === 'win32')
    return join(environment.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'fumibako', 'Cache');
  return join(environment.XDG_CACHE_HOME || join(home, '.cache'), 'fumibako');
}
