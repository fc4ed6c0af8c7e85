import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cache-folder.mjs';
import { nodeExecutable } from './dependencies.mjs';
import { step } from './progress.mjs';
import { root } from './root.mjs';
import { capture } from './run.mjs';
import { needSystemPackages } from './system-packages.mjs';

const source = join(root, 'node_modules', 'better-sqlite3');

/** Keeps the addon to the Node-API that Electron 33 has; the shipped one asks for version 10. */
const flags = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/**
 * A database addon for this runtime: null when the shipped one loads in it, else the path of one
 * that was compiled once and kept in the cache.
 */
export async function nativeAddon(electron) {
  if (!electron.isFallback && (await loadsShipped(electron.executable))) return null;
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const name = `addon-${version}-electron-33-${process.platform}-${process.arch}.node`;
  const addon = join(cacheFolder(), name);
  if (!existsSync(addon)) await build(addon);
  return addon;
}

/** Tried in a process of its own: an addon for another Node-API ends the process that loads it. */
function loadsShipped(executable) {
  const script = `new (require(${JSON.stringify(source)}))(':memory:').close()`;
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return capture(executable, ['-e', script], { env }).then(
    () => true,
    () => false,
  );
}

async function build(addon) {
  await needSystemPackages('compiler');
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), 'building-'));
  try {
    await cp(source, work, { recursive: true });
    const gyp = join(root, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
    const headers = headersFolder();
    await step('Compiling the database addon (about two minutes)', () =>
      capture(nodeExecutable(), [gyp, 'rebuild', '--release', '--force_build=1'], {
        cwd: work,
        env: {
          ...process.env,
          CXXFLAGS: flags,
          // The copy lies outside the repository, and asks for node-addon-api.
          NODE_PATH: join(root, 'node_modules'),
          ...(headers === null ? {} : { npm_config_nodedir: headers }),
        },
      }),
    );
    await rename(join(work, 'build', 'Release', 'better_sqlite3.node'), addon);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Node's headers as installed with the machine's own Node; without them node-gyp downloads some. */
function headersFolder() {
  const folder = dirname(dirname(process.execPath));
  return existsSync(join(folder, 'include', 'node', 'node_api.h')) ? folder : null;
}
