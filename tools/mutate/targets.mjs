/**
 * For each target, `count` mutants of `files` are tried against `tests`, in this order (fast ones first).
 * `files` are globs; specs, schemas and wiring (`.dto`, `.module`, `.entity`, `.controller`) are left out.
 */
export const targets = {
  'order status': {
    files: [
      'src/modules/orders/order-status.ts',
      'src/modules/orders/actions/order-actions*.ts',
      'src/modules/orders/drafts/order-edits*.ts',
    ],
    tests: [
      'src/modules/orders/order-status.spec.ts',
      'test/e2e/transitions.spec.ts',
      'test/e2e/order-fences.spec.ts',
      'test/e2e/orders-actions.spec.ts',
      'test/e2e/orders.spec.ts',
      'test/e2e/orders-races.spec.ts',
    ],
    count: 24,
  },
  tenancy: {
    files: [
      'src/database/tenancy/{tenancy,tenant-reads,tenant-writes}.ts',
      'src/database/{database,sql/statement}.ts',
    ],
    tests: [
      'src/database/tenancy/tenancy.spec.ts',
      'test/security/walls.spec.ts',
      'test/security/order-walls.spec.ts',
      'test/security/unit-of-work.spec.ts',
      'test/security/database-roles.spec.ts',
    ],
    count: 20,
  },
  auth: {
    files: [
      'src/auth/access/{access.guard,permissions,principals,rate-limits}.ts',
      'src/auth/sessions/{sessions.service,sign-in-throttle}.ts',
      'src/auth/identity/{secrets,passwords}.ts',
      'src/modules/invitations/acceptance.{queries,service}.ts',
      'src/modules/api-keys/api-keys.service.ts',
    ],
    tests: [
      'src/auth/{access/permissions-table,identity/passwords}.spec.ts',
      'test/e2e/api-keys.spec.ts',
      'test/e2e/sessions.spec.ts',
      'test/e2e/invitations.spec.ts',
      'test/e2e/{invitation-fences,invitation-mail}.spec.ts',
      'test/e2e/rate-limits.spec.ts',
      'test/security/{sign-in-throttle,signup-tells,ways-back}.spec.ts',
    ],
    count: 18,
  },
  idempotency: {
    files: ['src/idempotency/*.ts'],
    tests: ['test/e2e/idempotency*.spec.ts'],
    count: 12,
  },
  imports: {
    files: ['src/modules/order-imports/running/*.ts', 'src/modules/order-imports/order-imports.*.ts'],
    tests: [
      'test/security/import-walls.spec.ts',
      'test/resilience/import-fences.spec.ts',
      'test/e2e/{order-imports,import-layouts}.spec.ts',
    ],
    count: 16,
  },
  jobs: {
    files: ['src/jobs/*.ts'],
    tests: [
      'src/jobs/*.spec.ts',
      'test/resilience/{job-claims,jobs,housekeeping,bull-jobs}.spec.ts',
      'test/e2e/failed-jobs.spec.ts',
    ],
    count: 18,
  },
  'SDK transport': {
    files: ['sdk/src/*.ts', 'sdk/src/{transport,files}/*.ts'],
    tests: [
      'sdk/test/{retry,failures,requests,renewal,lists,files,mistakes,environment,faults,hooks,webhooks}.spec.ts',
    ],
    count: 20,
  },
  'pages and versions': {
    files: [
      'src/common/{cursor,http/etag,schemas/schema.pipe}.ts',
      'src/modules/orders/{reads/order-sorts,orders.queries}.ts',
    ],
    tests: [
      'src/common/**/*.spec.ts',
      'test/e2e/orders-list.spec.ts',
      'test/security/http-conventions.spec.ts',
      'test/e2e/orders.spec.ts',
    ],
    count: 12,
  },
  spreadsheets: {
    files: [
      'src/order-sheets/detection/*.ts',
      'src/spreadsheets/text/{delimiter,encoding}.ts',
      'src/spreadsheets/formula-guard.ts',
    ],
    tests: [
      'src/order-sheets/detection/*.spec.ts',
      'src/spreadsheets/text/{delimiter,encoding,text-reader,utf8}.spec.ts',
    ],
    count: 12,
  },
  routing: {
    files: [
      'src/routing/*.ts',
      'src/routing/solving/*.ts',
      'src/modules/routes/plans/{route-plan,route-outlook,under-way}.ts',
    ],
    tests: ['src/routing/**/*.spec.ts', 'test/e2e/{route-plans,routes,osrm}.spec.ts'],
    count: 10,
  },
};
