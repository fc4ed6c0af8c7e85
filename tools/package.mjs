import { build, runProgram, setUp } from './setup/set-up.mjs';
import { launch } from './setup/stop.mjs';

/* `npm run package`: sets everything up and makes the unpacked app (tools/package.ts). */
launch(async () => {
  const environment = await setUp();
  await build(environment);
  return runProgram('tools/package.ts', process.argv.slice(2), environment);
});
