import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installDependencies } from './setup/dependencies.mjs';
import { root } from './setup/root.mjs';
import { runProgram } from './setup/set-up.mjs';
import { launch, Stop } from './setup/stop.mjs';
import { needSystemPackages } from './setup/system-packages.mjs';

/* `npm run bench -- NAME`: sets up what benchmarks need and runs test/bench/NAME.ts. */
launch(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const program = join('test', 'bench', `${name}.ts`);
  if (!/^[a-z]+$/.test(name) || !existsSync(join(root, program)))
    throw new Stop('Say which benchmark: npm run bench -- sync, or npm run bench -- mime');
  await installDependencies();
  await needSystemPackages('servers', 'bench');
  return runProgram(program, args, process.env);
});
