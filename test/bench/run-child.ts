import { spawn } from 'node:child_process';
import { engineV8Flags } from '../../main/engine/v8-flags.ts';

/**
 * Runs a program, by its path from this folder, in a process of its own, as V8 runs the engine, so that its peak
 * memory is its own, and resolves to the JSON that it printed last.
 */
export function runChild<Output>(program: string, input: unknown): Promise<Output> {
  const path = new URL(program, import.meta.url).pathname;
  const child = spawn(process.execPath, [engineV8Flags, path, JSON.stringify(input)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(output) as Output);
      else reject(new Error(`${program} ended with ${code}`));
    });
  });
}
