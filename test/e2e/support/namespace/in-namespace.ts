import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const ownNetwork = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];

/** Why a program cannot be given a network of its own here; null when it can. */
export function whyNoNamespace(): string | null {
  if (process.platform !== 'linux') return `${process.platform} has no network namespaces`;
  if (process.getuid?.() !== 0) return 'only root may set up a network here';
  const tried = spawnSync('unshare', [...ownNetwork, 'true'], { encoding: 'utf8' });
  return tried.status === 0 ? null : `unshare: ${tried.error?.message ?? tried.stderr}`;
}

/** Where the README promises that every test runs: Debian, as root. */
export function isPromised(): boolean {
  const release = '/etc/os-release';
  if (process.getuid?.() !== 0 || !existsSync(release)) return false;
  return /^ID(_LIKE)?=.*\bdebian\b/m.test(readFileSync(release, 'utf8'));
}

/**
 * Runs one of our programs in a network and a view of the files of its own, which end with it.
 * Resolves to the one message that it sends.
 */
export function runInNamespace(program: string, args: readonly string[]): Promise<unknown> {
  const child = spawn('unshare', [...ownNetwork, process.execPath, program, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return answerOf(child);
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let answer: unknown = null;
    child.once('message', (message) => {
      answer = message;
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0 && answer !== null) resolve(answer);
      else reject(new Error(`the program in the namespace ended with ${code}`));
    });
  });
}
