import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram, setUp } from './setup/set-up.mjs';
import { launch } from './setup/stop.mjs';

const defaultKills = 200;

/* `npm run test:crash -- [kills] [seed]`: kills the engine at random moments and looks what is left. */
launch(async () => {
  const [kills = defaultKills, seed = Date.now() % 1_000_000] = process.argv.slice(2);
  console.log(`seed ${seed}`);
  const environment = await setUp('servers');
  const folder = mkdtempSync(join(tmpdir(), 'fumibako-crash-'));
  const report = join(folder, 'report.json');
  try {
    const code = await runProgram(
      'node_modules/vitest/vitest.mjs',
      ['run', 'test/main/engine/crash.test.ts', '--disable-console-intercept'],
      {
        ...environment,
        FUMIBAKO_KILLS: String(kills),
        FUMIBAKO_SEED: String(seed),
        FUMIBAKO_CRASH_REPORT: report,
      },
    );
    if (code === 0) console.log(readFileSync(report, 'utf8'));
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
