import { join } from 'node:path';
import { installDependencies, nodeExecutable } from './setup/dependencies.mjs';
import { root } from './setup/root.mjs';
import { runInTerminal } from './setup/run.mjs';
import { launch } from './setup/stop.mjs';

/** Format and lint, types, layers, unused code. */
const checks = [
  ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  ['typescript/bin/tsc', '--noEmit'],
  ['dependency-cruiser/bin/dependency-cruiser.mjs', 'shared', 'main', 'renderer'],
  ['knip/bin/knip.js'],
];

/* `npm run check`: every check, whether or not the one before it found something. */
launch(async () => {
  await installDependencies();
  let failures = 0;
  for (const [script, ...args] of checks) {
    const code = await runInTerminal(nodeExecutable(), [join('node_modules', script), ...args], {
      cwd: root,
      env: { ...process.env, DO_NOT_TRACK: '1' },
    });
    if (code !== 0) failures += 1;
  }
  return failures === 0 ? 0 : 1;
});
