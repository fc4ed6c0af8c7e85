import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startXvfb } from './setup/display.mjs';
import { build, runProgram, setUp } from './setup/set-up.mjs';
import { launch } from './setup/stop.mjs';
import { filesToRepeat, joinRuns, readReport } from './setup/test-report.mjs';

/* `npm test`: sets everything up and runs every test, or those whose path holds an argument. */
launch(async () => {
  const isLinux = process.platform === 'linux';
  const linuxOnly = ['display', 'keychain', 'capture', 'parsers'];
  const environment = await setUp('servers', ...(isLinux ? linuxOnly : []));
  await build(environment);
  const display = isLinux ? await startXvfb() : null;
  const folder = mkdtempSync(join(tmpdir(), 'fumibako-test-'));
  const shown = display === null ? {} : { DISPLAY: display.display };
  // What a run makes once for several of its files.
  const runEnvironment = { ...environment, ...shown, FUMIBAKO_TEST_FOLDER: folder };
  const run = async (name, args) => {
    const report = join(folder, `${name}.json`);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${report}`];
    const vitest = 'node_modules/vitest/vitest.mjs';
    const code = await runProgram(vitest, ['run', ...reporters, ...args], runEnvironment);
    return readReport(report, code);
  };
  try {
    const first = await run('first', process.argv.slice(2));
    const unsteady = filesToRepeat(first);
    if (unsteady.length > 0)
      console.log(`\nOnce more, with the machine to themselves: ${unsteady.join(', ')}\n`);
    const result = unsteady.length === 0 ? first : joinRuns(first, await run('again', unsteady));
    for (const name of result.unsteady) console.log(`UNSTEADY, failed once: ${name}`);
    if (result.skipped > 0) console.log(`${result.skipped} skipped`);
    console.log(`${result.passed} passed, ${result.failed} failed`);
    return result.failed === 0 ? 0 : 1;
  } finally {
    display?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
