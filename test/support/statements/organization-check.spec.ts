import { runInContext, systemActor } from '../../../src/common/http/request-context.js';
import { Database, rowsOf } from '../../../src/database/database.js';
import { BulkSql } from '../../../src/database/sql/bulk-sql.js';
import { TenantChanges } from '../../../src/database/tenancy/tenant-changes.js';
import { TenantReads } from '../../../src/database/tenancy/tenant-reads.js';
import type { TenantScope } from '../../../src/database/tenancy/tenancy.js';
import { Depot } from '../../../src/modules/depots/depot.entity.js';
import { signUp } from '../tenants.js';
import { startTestApp, type TestApp } from '../test-app.js';
import { assertOneOrganization } from './organization-check.js';
import { spansOrganizations } from './spans-organizations.js';
import { tenantTables } from './tenant-tables.js';

const careless = "select id from depots where name = 'Anywhere'";

let app: TestApp;
let scope: TenantScope;
beforeAll(async () => {
  app = await startTestApp();
  const { membership } = await signUp(app);
  scope = { audience: 'organization', organizationId: membership.organization.id };
});
afterAll(() => app.close());

const inRequest = <T>(work: () => Promise<T>) =>
  runInContext({ requestId: 'test', scope, actor: systemActor }, work);

describe('a statement that spans organizations is found', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['in a transaction', () => app.nest.get(Database).as(scope, (em) => rowsOf(em, careless))],
    [
      'where the system’s turn has ended',
      () =>
        inRequest(async () => {
          const db = app.nest.get(Database);
          const unit = await db.openUnit();
          await db.asSystem('a test', (em) => rowsOf(em, careless));
          assertOneOrganization({ watched: true });
          await db.transaction((em) => rowsOf(em, careless));
          await unit.rollback();
        }),
    ],
    ['among many rows', () => app.nest.get(BulkSql).transaction(scope, (sql) => sql.query(careless))],
    [
      'in a single read',
      () => inRequest(() => app.nest.get(TenantReads).rows(() => ({ text: careless, prepare: true }))),
    ],
    [
      'in a single change',
      () =>
        inRequest(() =>
          app.nest.get(TenantChanges).together(
            () => careless,
            () => undefined,
          )({ id: 'one' }),
        ),
    ],
    [
      'in the text that says who asks',
      () => app.database.query(`begin; set local role waybill_organization; ${careless}; rollback`),
    ],
    [
      'of the entity manager',
      () => app.nest.get(Database).as(scope, (em) => em.find(Depot, {}, { filters: false })),
    ],
  ])('%s', async (_, send) => {
    assertOneOrganization({ watched: true });
    await send();
    expect(() => assertOneOrganization({ watched: true })).toThrow(/waybill_organization, d\w+: /);
  });

  it('unless the system sends it', async () => {
    await app.nest.get(Database).asSystem('a test', (em) => rowsOf(em, careless));
    expect(() => assertOneOrganization({ watched: true })).not.toThrow();
  });

  it('since no view stands before its tables, and no function but these reads them', async () => {
    const relations = await app.database.query(
      `select relname from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace`,
    );
    expect(relations).toEqual([]);
    const functions = await app.database.query<{ name: string; body: string }>(
      `select proname as name, prosrc as body from pg_proc
        where pronamespace = 'public'::regnamespace and prorettype <> 'trigger'::regtype order by proname`,
    );
    expect(functions.filter(({ body }) => readsIn(body) > 0).map(({ name }) => name)).toEqual([
      'advance_sandbox_clock',
      'check_owner_of_order',
      'order_candidates',
    ]);
  });
});

it('no statement of a search’s function spans organizations', async () => {
  const [{ body }] = (await app.database.query<{ body: string }>(
    `select prosrc as body from pg_proc where proname = 'order_candidates'`,
  )) as [{ body: string }];
  const asked = [...body.matchAll(/return query(?: execute format\('([^']+)'|\s+(select [^;]+))/g)].map(
    ([, text, select]) => text?.replaceAll('%s', 'true') ?? select!.replace(/\borganization\b/g, '$$1'),
  );
  expect(asked).toHaveLength(4);
  expect(readsIn(asked.join('; '))).toBe(readsIn(body));
  for (const sql of asked) expect([sql, spansOrganizations(sql, tenantTables)]).toEqual([sql, []]);
});

function readsIn(sql: string): number {
  const tables = [...tenantTables.keys()].join('|');
  return sql.match(new RegExp(`\\b(from|join|into|update)\\s+(${tables})\\b`, 'gi'))?.length ?? 0;
}
