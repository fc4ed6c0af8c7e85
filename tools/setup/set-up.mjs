import { dirname } from 'node:path';
import { installDependencies, nodeExecutable } from './dependencies.mjs';
import { findElectron } from './electron-runtime.mjs';
import { nativeAddon } from './native-addon.mjs';
import { root } from './root.mjs';
import { runInTerminal } from './run.mjs';
import { secondServer } from './second-server.mjs';
import { Stop } from './stop.mjs';
import { needSystemPackages } from './system-packages.mjs';

const oldestNode = 20;

/**
 * Everything that a launcher needs: dependencies, system packages, the runtime and the addon for it.
 * Resolves to the environment in which the app and its tests find them.
 */
export async function setUp(...packageGroups) {
  const major = Number.parseInt(process.versions.node, 10);
  if (major < oldestNode)
    throw new Stop(`Node.js ${oldestNode} or newer is needed; this is ${process.version}.`);
  await installDependencies();
  await needSystemPackages('window', ...packageGroups);
  const cyrus = packageGroups.includes('servers') ? await secondServer() : null;
  const electron = await findElectron();
  const addon = await nativeAddon(electron);
  return {
    ...process.env,
    FUMIBAKO_ELECTRON: electron.executable,
    // Where the electron package looks, and with it whoever asks that for a path.
    ...(electron.isOfficial ? {} : { ELECTRON_OVERRIDE_DIST_PATH: dirname(electron.executable) }),
    ...(cyrus === null ? {} : { FUMIBAKO_CYRUS: cyrus }),
    ...(addon === null ? {} : { FUMIBAKO_NATIVE_BINDING: addon }),
  };
}

/** Runs one of our TypeScript programs with Node 24. */
export async function runProgram(program, args, env) {
  return runInTerminal(nodeExecutable(), [program, ...args], { cwd: root, env });
}

/** Bundles the app into dist/. */
export async function build(env) {
  const code = await runProgram('tools/build.ts', [], env);
  if (code !== 0) throw new Stop('The app could not be built; see above.');
}
