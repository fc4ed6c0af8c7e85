import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cacheFolder } from '../../tools/setup/cache-folder.mjs';

const home = join('/', 'home', 'somebody');

it('keeps the cache where each system keeps caches', () => {
  expect(cacheFolder({}, 'linux', home)).toBe(join(home, '.cache', 'fumibako'));
  expect(cacheFolder({ XDG_CACHE_HOME: '/caches' }, 'linux', home)).toBe(
    join('/caches', 'fumibako'),
  );
  expect(cacheFolder({}, 'darwin', home)).toBe(join(home, 'Library', 'Caches', 'fumibako'));
  expect(cacheFolder({}, 'win32', home)).toBe(join(home, 'AppData', 'Local', 'fumibako', 'Cache'));
});

it('keeps it where it is told to', () => {
  expect(cacheFolder({ FUMIBAKO_CACHE: '/elsewhere' }, 'darwin', home)).toBe('/elsewhere');
});
