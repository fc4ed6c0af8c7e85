import { randomInt } from 'node:crypto';
import { runProgram, setUp } from './setup/set-up.mjs';
import { launch } from './setup/stop.mjs';

/* `npm run test:convergence -- [sequences] [seed]`: two programs and a bad line against each other. */
launch(async () => {
  const [sequences = 500, seed = randomInt(1_000_000)] = process.argv.slice(2);
  console.log(`seed ${seed}`);
  return runProgram(
    'node_modules/vitest/vitest.mjs',
    ['run', 'test/main/engine/jobs/sync/convergence.test.ts'],
    {
      ...(await setUp('servers')),
      FUMIBAKO_SEQUENCES: String(sequences),
      FUMIBAKO_SEED: String(seed),
    },
  );
});
