import { execFile } from 'node:child_process';
import { cpSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * The executable of the packaged app. It is made at the first call of a test run and kept for the
 * files that come after: window tests run one file at a time, so nobody else is making it.
 */
export async function packagedApp(): Promise<string> {
  const folder = join(runFolder(), 'package');
  if (!existsSync(folder)) {
    const making = `${folder}-making`;
    await run(process.execPath, ['tools/package.ts', '--test-package', '--output', making], {
      cwd: root,
    });
    renameSync(making, folder);
  }
  return join(folder, 'linux-unpacked', 'fumibako');
}

/**
 * The packaged app with one fuse turned: it lets Node's inspector in, without which no test reaches
 * its main process. Everything else is the package's, byte by byte.
 */
export async function inspectablePackage(): Promise<string> {
  const folder = join(runFolder(), 'inspectable-package');
  const executable = join(folder, 'fumibako');
  if (!existsSync(folder)) {
    const making = `${folder}-making`;
    cpSync(join(await packagedApp(), '..'), making, { recursive: true });
    await flipFuses(join(making, 'fumibako'), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
    renameSync(making, folder);
  }
  return executable;
}

function runFolder(): string {
  const folder = process.env.FUMIBAKO_TEST_FOLDER;
  if (folder === undefined) throw new Error('run the tests through `npm test`');
  return folder;
}
