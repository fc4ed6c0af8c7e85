import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const root = join(import.meta.dirname, '../..');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const run = promisify(execFile);

type Report = {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly rule: { readonly name: string };
    }[];
  };
};

let copy: string;

beforeAll(() => {
  copy = makeTemporaryFolder();
  for (const name of ['shared', 'main', 'renderer', 'tsconfig.json', 'package.json']) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  cpSync(join(root, '.dependency-cruiser.cjs'), join(copy, '.dependency-cruiser.cjs'));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return () => rmSync(copy, { recursive: true, force: true });
});

async function cruise(): Promise<Report['summary']> {
  const args = [
    cruiser,
    '--preserve-symlinks',
    '--output-type',
    'json',
    'shared',
    'main',
    'renderer',
  ];
  const { stdout } = await run(process.execPath, args, { cwd: copy, maxBuffer: 1 << 28 }).catch(
    (error: { stdout: string }) => error,
  );
  return (JSON.parse(stdout) as Report).summary;
}

it('looks at every module, and finds nothing wrong', async () => {
  const { totalCruised, violations } = await cruise();
  expect(totalCruised).toBeGreaterThan(300);
  expect(violations).toEqual([]);
}, 60_000);

const byEgress = 'network-through-egress';
const networkModules = [
  'net',
  'tls',
  'dgram',
  'dns',
  'dns/promises',
  'http',
  'https',
  'http2',
  'inspector',
  'child_process',
  'cluster',
];

it('catches one bad import of each kind', async () => {
  const planted: readonly (readonly [path: string, source: string, rule: string])[] = [
    ['shared/a.ts', "import 'node:fs';", 'shared-imports-shared-and-zod'],
    ['shared/b.ts', "import 'react';", 'shared-imports-shared-and-zod'],
    ['renderer/a.ts', "import '../main/engine/clock.ts';", 'renderer-never-reaches-main'],
    ['renderer/b.ts', "import 'electron';", 'renderer-never-reaches-main'],
    ['renderer/c.ts', "import 'node:fs';", 'renderer-has-no-node'],
    ['main/app/a.ts', "import '../../renderer/api.ts';", 'main-never-reaches-renderer'],
    ['main/engine/a.ts', "import 'electron';", 'engine-has-no-electron'],
    ['main/engine/b.ts', "import '../app/page.ts';", 'engine-has-no-electron'],
    ['main/engine/c.ts', "import '../demo/letter.ts';", 'engine-knows-no-demo'],
    ['main/app/b.ts', "import '../engine/store/drafts.ts';", 'app-reaches-mail-by-messages-only'],
    ['main/app/c.ts', "import '../engine/egress/egress.ts';", 'app-reaches-mail-by-messages-only'],
    [
      'main/engine/store/a.ts',
      "import '../services/messages.ts';",
      'store-and-mail-know-no-services',
    ],
    [
      'main/engine/mail/a.ts',
      "import '../services/messages.ts';",
      'store-and-mail-know-no-services',
    ],
    ['main/engine/policy/a.ts', "import 'node:fs';", 'policy-is-pure'],
    ...networkModules.map(
      (name) =>
        [
          `main/engine/mail/${name.replace('/', '-')}.ts`,
          `import 'node:${name}';`,
          byEgress,
        ] as const,
    ),
    ['main/engine/services/a.ts', "import 'net';", byEgress],
    ['main/engine/services/b.ts', "import 'imapflow';", 'mail-libraries-in-mail'],
    ['main/engine/egress/a.ts', "import 'nodemailer';", 'mail-libraries-in-mail'],
    ['renderer/inbox/a.ts', "import '../reading/index.ts';", 'no-unresolved'],
    ['renderer/inbox/b.ts', "import '../composer/a.ts';", 'features-never-import-each-other'],
    ['renderer/composer/a.ts', 'export const a = 1;', ''],
    ['renderer/ui/a.ts', "import '../api.ts';", 'ui-is-presentational'],
    ['main/engine/d.ts', "import './e.ts';", 'no-cycles'],
    ['main/engine/e.ts', "import './d.ts';", ''],
    ['main/engine/f.ts', "import 'vitest';", 'only-declared-packages'],
  ];
  for (const [path, source] of planted) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), `${source}\n`);
  }
  const { violations } = await cruise();
  for (const [path, , rule] of planted) {
    const rules = violations.filter(({ from }) => from === path).map(({ rule: { name } }) => name);
    if (rule === '') expect(rules, path).toEqual([]);
    else expect(rules, path).toContain(rule);
  }
}, 60_000);
