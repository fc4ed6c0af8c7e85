import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram, setUp } from './set-up.mjs';

const defaultKills = 200;

/** Runs a test that kills the engine, as often and with the seed that was asked for; prints its report. */
export async function killTest(test, reportVariable) {
  const [kills = defaultKills, seed = Date.now() % 1_000_000] = process.argv.slice(2);
  console.log(`seed ${seed}`);
  const environment = await setUp('servers');
  const folder = mkdtempSync(join(tmpdir(), 'fumibako-kill-'));
  const report = join(folder, 'report.json');
  try {
    const code = await runProgram(
      'node_modules/vitest/vitest.mjs',
      ['run', test, '--disable-console-intercept'],
      {
        ...environment,
        FUMIBAKO_KILLS: String(kills),
        FUMIBAKO_SEED: String(seed),
        [reportVariable]: report,
      },
    );
    if (code === 0) console.log(readFileSync(report, 'utf8'));
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
