import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import electron from 'electron/package.json' with { type: 'json' };
import { build, type Configuration } from 'electron-builder';

/*
 * Makes the unpacked app in release/, or with --installers what this system can make of AppImage,
 * deb, dmg and nsis. --test-package allows the fallback runtime of closed networks, which no
 * release may be made with. The launcher (tools/package.mjs) gives the runtime in FUMIBAKO_ELECTRON.
 */
const { values: options } = parseArgs({
  options: {
    'test-package': { type: 'boolean' },
    installers: { type: 'boolean' },
    output: { type: 'string', default: 'release' },
  },
});

const executable = process.env.FUMIBAKO_ELECTRON;
if (executable === undefined) throw new Error('run this through `npm run package`');
const nativeBinding = process.env.FUMIBAKO_NATIVE_BINDING;
const version = execFileSync(executable, ['-p', 'process.versions.electron'], {
  env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  encoding: 'utf8',
}).trim();
const isFallback = version !== electron.version;

if (isFallback && options['test-package'] !== true) {
  console.error(
    `Refused: this computer has the fallback runtime (Electron ${version}), which must never be released.\n` +
      `Connect to a network that reaches Electron ${electron.version}, or add --test-package for a package to test with:\n` +
      '  npm run package -- --test-package',
  );
  process.exit(1);
}

const fallback: Configuration = {
  electronVersion: version,
  electronDist: dirname(executable),
  // The addon that was built for this runtime; main/app/native-binding.ts finds it.
  extraResources:
    nativeBinding === undefined ? [] : [{ from: nativeBinding, to: 'better_sqlite3.node' }],
  // The runtime's stand-in for Electron's default app.
  afterExtract: ({ appOutDir }) =>
    rm(join(appOutDir, 'resources', 'app'), { recursive: true, force: true }),
};

await build({
  ...(options.installers === true ? {} : { dir: true }),
  publish: 'never',
  config: {
    extends: 'electron-builder.yml',
    directories: { output: options.output },
    electronDist: 'node_modules/electron/dist',
    ...(isFallback ? fallback : {}),
  },
});
