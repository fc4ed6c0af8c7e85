import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './progress.mjs';
import { root } from './root.mjs';
import { capture } from './run.mjs';

/** Nothing is reported to anybody, and no package fetches a binary of its own. */
const quietly = {
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false',
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
};

/** npm's own Node. Ours may be the one in `node_modules`, which `npm ci` is about to delete. */
const outerNode = process.env.npm_node_execpath ?? process.execPath;

/** Installs the dependencies when they are missing, or were installed for another lock file. */
export async function installDependencies(folder = root) {
  if (isUpToDate(folder)) return;
  await step('Installing dependencies', () => npm(['ci', '--ignore-scripts'], folder));
  if (!existsSync(nodeExecutable(folder)))
    await step('Installing Node 24', () => installNode(join(folder, 'node_modules', 'node')));
  markInstalled(folder);
}

/** Called once everything is in place. */
export function markInstalled(folder) {
  writeFileSync(stampPath(folder), stamp(folder));
}

export function isUpToDate(folder) {
  return (
    existsSync(nodeExecutable(folder)) &&
    existsSync(stampPath(folder)) &&
    readFileSync(stampPath(folder), 'utf8') === stamp(folder)
  );
}

/** The one install script that we run: it fetches Node for this system from the npm registry. */
function installNode(folder) {
  return capture(outerNode, ['installArchSpecificPackage.js'], {
    cwd: folder,
    env: { ...process.env, ...quietly },
  });
}

/** Node 24, which comes with the dependencies whatever the machine has. */
export function nodeExecutable(folder = root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(folder, 'node_modules', 'node', 'bin', name);
}

/** Runs npm as it was itself started, so that it is found on every system. */
export function npm(args, folder = root) {
  const environment = { ...process.env, ...quietly };
  const script = process.env.npm_execpath;
  return script
    ? capture(outerNode, [script, ...args], { cwd: folder, env: environment })
    : capture('npm', args, { cwd: folder, env: environment, shell: process.platform === 'win32' });
}

function stampPath(folder) {
  return join(folder, 'node_modules', '.fumibako-installed');
}

/** What the installed packages depend on: the lock file, and the system that they are for. */
function stamp(folder) {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  return `${hash} ${process.platform} ${process.arch}\n`;
}
