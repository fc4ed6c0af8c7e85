import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeExecutable } from './dependencies.mjs';
import { fallbackRuntime } from './fallback-runtime.mjs';
import { step } from './progress.mjs';
import { root } from './root.mjs';
import { CommandError, capture } from './run.mjs';
import { Stop } from './stop.mjs';

const electron = join(root, 'node_modules', 'electron');

/** The executable of the official Electron, or of its stand-in where it cannot be downloaded. */
export async function findElectron() {
  const given = process.env.FUMIBAKO_ELECTRON;
  if (given) return { executable: given, isOfficial: false, isFallback: false };
  const reason = await installOfficial();
  if (reason === null) {
    return { executable: officialExecutable(), isOfficial: true, isFallback: false };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Stop(
      `Electron could not be downloaded (${reason}).\n` +
        'Connect to a network that reaches it, or set ELECTRON_MIRROR to a server that has it.',
    );
  const executable = await fallbackRuntime();
  console.log(
    '\n  *** The official Electron cannot be downloaded here. An older one stands in, for\n' +
      '  *** development and tests only. Do not use it with real mail; no release is made with it.\n',
  );
  return { executable, isOfficial: false, isFallback: true };
}

/** Null when it is there, else why it is not. */
async function installOfficial() {
  if (isInstalled()) return null;
  try {
    await step('Downloading Electron', () =>
      capture(nodeExecutable(), [join(electron, 'install.js')], { cwd: root }),
    );
    return null;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return error.output.trim().split('\n')[0] || error.message;
  }
}

function isInstalled() {
  return existsSync(join(electron, 'path.txt')) && existsSync(officialExecutable());
}

function officialExecutable() {
  return join(electron, 'dist', readFileSync(join(electron, 'path.txt'), 'utf8'));
}
