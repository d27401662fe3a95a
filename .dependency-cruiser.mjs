/**
 * Which part of the source may know which: every line sees itself and what stands above it.
 * The roots (app, main, worker, openapi) see all; `src/database/entities.ts` lists every table.
 */
const layers = [
  ['common', 'config', 'metrics/measures', 'tracing'],
  ['spreadsheets', 'order-fields', 'pdf'],
  ['order-sheets', 'routing'],
  ['database'],
  ['redis', 'jobs', 'files', 'mail'],
  ['backup'],
  ['auth/identity'],
  ['auth/access'],
  ['auth/sessions'],
  ['auth/account'],
  ['auth/auth.module'],
  ['idempotency', 'openapi'],
  ['health', 'metrics/serving', 'queue-board'],
  ['modules/events'],
  ['modules/organizations', 'modules/api-keys', 'modules/webhooks', 'modules/jobs'],
  ['modules/depots', 'modules/teams'],
  ['modules/clients'],
  ['modules/required-fields', 'modules/invitations', 'modules/signup'],
  ['modules/orders'],
  ['modules/order-imports', 'modules/stops', 'modules/labels', 'modules/integrations'],
  ['modules/exports', 'modules/proofs'],
  ['modules/drivers'],
  ['modules/routes'],
  ['modules/attempts', 'modules/run-sheets'],
  ['modules/tracking', 'modules/sandbox'],
  ['guide'],
];

/** Files beside module, service, entity and DTO that other modules may use: the language of orders and events. */
const shared = `^src/modules/(${[
  'clients/client-codes',
  'events/event-(log|map|sql)',
  'events/events[.]queries',
  'events/feed-events',
  'events/streams/(event-hints|settle-watch)',
  'orders/dispatcher-fields',
  'orders/order-(columns|parts|row|status|status-sql)',
  'orders/reads/order-(search|sorts)',
  'orders/search/(order-search[.]service|search-sql)',
  'orders/store-reports',
  'orders/tracking-(code|links)',
  'stops/stop-columns',
].join('|')})[.]ts$`;

const inSource = (names) => `^src/(${names.join('|')})(/|[.]ts$)`;
const everyTable = '^src/database/entities[.]ts$';

/** A layer may not import what stands below it. */
const direction = layers.slice(0, -1).map((names, index) => ({
  name: `${names.join(', ')} know nothing of what is built on them`,
  severity: 'error',
  from: { path: inSource(names), pathNot: [everyTable, '[.]spec[.]ts$'] },
  to: { path: inSource(layers.slice(index + 1).flat()) },
}));

export default {
  forbidden: [
    ...direction,
    {
      name: 'no cycles',
      severity: 'error',
      comment: 'Types count too: move what both need into a file of its own.',
      from: { pathNot: '[.]spec[.]ts$' },
      to: { circular: true },
    },
    {
      name: 'every part has its layer',
      severity: 'error',
      comment: 'Add the new folder to `layers` in .dependency-cruiser.mjs.',
      from: {},
      to: {
        path: '^src/(modules/)?[^/]+/',
        pathNot: inSource(layers.flat()),
      },
    },
    {
      name: 'modules do not reach into each other',
      severity: 'error',
      comment: 'Use its module, service, entity or DTO; what else others may use is listed in `shared`.',
      from: { path: '^src/modules/([^/]+)/', pathNot: '[.]spec[.]ts$' },
      to: {
        path: '^src/modules/',
        pathNot: ['^src/modules/$1/', '[.](module|service|entity|dto)[.]ts$', shared],
      },
    },
    {
      name: 'spreadsheets have no domain',
      severity: 'error',
      from: { path: '^src/spreadsheets/', pathNot: '[.]spec[.]ts$' },
      to: { path: '^src/', pathNot: '^src/spreadsheets/' },
    },
    {
      name: 'spreadsheets are used through their index',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/spreadsheets/' },
      to: { path: '^src/spreadsheets/', pathNot: '^src/spreadsheets/index[.]ts$' },
    },
    {
      name: 'order fields have no database and no HTTP',
      severity: 'error',
      from: { path: '^src/order-fields/', pathNot: '[.]spec[.]ts$' },
      to: { path: '^src/', pathNot: '^src/(order-fields|common)/' },
    },
    {
      name: 'order sheets have no database and no HTTP',
      severity: 'error',
      from: { path: '^src/order-sheets/', pathNot: '[.]spec[.]ts$' },
      to: { path: '^src/', pathNot: '^src/(order-sheets|order-fields|spreadsheets|common)/' },
    },
    {
      name: 'routing has no database and no HTTP',
      severity: 'error',
      from: { path: '^src/routing/', pathNot: '[.]spec[.]ts$' },
      to: { path: '^src/', pathNot: '^src/routing/' },
    },
    {
      name: 'the SDK stands alone',
      severity: 'error',
      from: { path: '^sdk/src/', pathNot: '[.]spec[.]ts$' },
      to: { pathNot: '^sdk/src/' },
    },
    {
      name: 'the command uses the SDK as everybody does, and Node',
      severity: 'error',
      from: { path: '^sdk/cli/', pathNot: '[.]spec[.]ts$' },
      to: { pathNot: ['^sdk/cli/', '^sdk/src/index[.]ts$'], dependencyTypesNot: ['core'] },
    },
    {
      name: 'the server does not need its tests',
      severity: 'error',
      from: { path: '^src/', pathNot: '[.]spec[.]ts$' },
      to: { path: '^(test|tools|bench|sdk)/' },
    },
    {
      name: 'only what is installed for production',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '[.]spec[.]ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'every import is found', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|sdk/dist)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
