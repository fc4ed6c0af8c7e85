import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startXvfb } from './setup/display.mjs';
import { build, runProgram, setUp } from './setup/set-up.mjs';
import { launch } from './setup/stop.mjs';

/* `npm test`: sets everything up and runs every test, or those whose path holds an argument. */
launch(async () => {
  const isLinux = process.platform === 'linux';
  const linuxOnly = ['display', 'keychain', 'capture', 'parsers'];
  const environment = await setUp('servers', ...(isLinux ? linuxOnly : []));
  await build(environment);
  const display = isLinux ? await startXvfb() : null;
  const folder = mkdtempSync(join(tmpdir(), 'fumibako-test-'));
  const report = join(folder, 'report.json');
  try {
    const code = await runProgram(
      'node_modules/vitest/vitest.mjs',
      [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile=${report}`,
        ...process.argv.slice(2),
      ],
      {
        ...environment,
        // What a run makes once for several of its files.
        FUMIBAKO_TEST_FOLDER: folder,
        ...(display === null ? {} : { DISPLAY: display.display }),
      },
    );
    const { passed, failed, skipped } = readReport(report, code);
    if (skipped > 0) console.log(`${skipped} skipped`);
    console.log(`${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    display?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A run that broke down outside of a test counts as a failure. */
function readReport(report, code) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  return {
    passed: numPassedTests,
    failed: code === 0 ? numFailedTests : Math.max(1, numFailedTests),
    skipped: numPendingTests + numTodoTests,
  };
}
