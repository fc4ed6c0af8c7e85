import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export function hasDisplay() {
  return (
    process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  );
}

/** Starts Xvfb on a display that is free; ends with `stop`. */
export function startXvfb() {
  const args = ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    server.stdio[3].once('data', (number) =>
      resolve({ display: `:${String(number).trim()}`, stop: () => server.kill() }),
    );
  });
}

/**
 * Chromium's sandbox cannot work as root, nor where the system keeps user namespaces from programs
 * that it does not know. Only launchers switch it off; the product never does.
 */
export function sandboxArguments() {
  if (process.platform !== 'linux') return [];
  if (process.getuid() === 0) return ['--no-sandbox'];
  const restriction = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
  const isRestricted = existsSync(restriction) && readFileSync(restriction, 'utf8').trim() === '1';
  if (isRestricted) console.log('  This system refuses Chromium its sandbox: started without it.');
  return isRestricted ? ['--no-sandbox'] : [];
}
