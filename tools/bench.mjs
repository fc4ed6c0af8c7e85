import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installDependencies } from './setup/dependencies.mjs';
import { startXvfb } from './setup/display.mjs';
import { root } from './setup/root.mjs';
import { build, runProgram, setUp } from './setup/set-up.mjs';
import { launch, Stop } from './setup/stop.mjs';
import { needSystemPackages } from './setup/system-packages.mjs';

/* `npm run bench -- NAME`: sets up what benchmarks need and runs test/bench/NAME.ts. */
launch(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const program = join('test', 'bench', `${name}.ts`);
  if (!/^[a-z]+$/.test(name) || !existsSync(join(root, program)))
    throw new Stop(
      'Say which benchmark: npm run bench -- sync, big, search, mime, vault, members, review, window or send',
    );
  if (['window', 'send', 'review'].includes(name)) return benchWindow(program, args);
  if (name === 'sync') return benchWindow(program, args, 'bench');
  await installDependencies();
  // No server takes part.
  if (name !== 'members') await needSystemPackages('servers', 'bench');
  return runProgram(program, args, process.env);
});

/** On a display that nobody sees, so that no one's mouse is in the figures. */
async function benchWindow(program, args, ...groups) {
  const isLinux = process.platform === 'linux';
  const environment = await setUp('servers', ...groups, ...(isLinux ? ['display'] : []));
  await build(environment);
  const display = isLinux ? await startXvfb() : null;
  try {
    const shown = display === null ? {} : { DISPLAY: display.display };
    return await runProgram(program, args, { ...environment, ...shown });
  } finally {
    display?.stop();
  }
}
