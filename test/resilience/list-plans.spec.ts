import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { openAdmin } from '../support/admin.js';
import { addCrowd, firstIdOf, type CrowdTeam } from '../support/crowd.js';
import type { Document } from '../support/document-places.js';
import { planOf } from '../support/plans.js';
import { send } from '../support/raw.js';
import { StatementLog } from '../support/statement-log.js';
import { password } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

type Side = 'organization' | 'client';

interface List {
  path: string;
  sides: Side[];
  /** It looks through all that its team has, as a count does. */
  ofAll?: true;
}

const both: Side[] = ['organization', 'client'];
const lists: List[] = [
  ...[
    '/v1/me/sessions',
    '/v1/api-keys',
    '/v1/invitations',
    '/v1/invitations?status=pending',
    '/v1/webhook-endpoints',
    '/v1/webhook-endpoints/{id}/deliveries',
    '/v1/webhook-endpoints/{id}/deliveries?state=succeeded',
    '/v1/events',
    '/v1/events?orderId={id}',
  ].map((path) => ({ path, sides: both })),
  ...[
    '/v1/depots',
    '/v1/clients',
    '/v1/clients?status=invited',
    '/v1/clients/{clientId}/members',
    '/v1/stops',
    '/v1/stops?status=submitted',
    '/v1/stops?assigned=false',
    '/v1/stops?sort=createdAt',
    '/v1/stops?sort=-updatedAt',
    '/v1/stops?sort=requestedDate',
    '/v1/stops?sort=requestedDate&fields=status',
    '/v1/stop-imports',
    '/v1/stop-imports?status=completed',
    '/v1/stop-imports/{id}/errors',
    '/v1/drivers',
    '/v1/routes',
    '/v1/routes?status=planned',
    '/v1/jobs',
    '/v1/sandbox/outbox',
  ].map((path) => ({ path, sides: ['organization' as const] })),
  ...[
    '/v1/orders',
    '/v1/orders?status=draft',
    '/v1/orders?status=submitted',
    '/v1/orders?sort=createdAt',
    '/v1/orders?sort=-updatedAt',
    '/v1/orders?sort=-updatedAt&status=delivered',
    '/v1/orders?sort=requestedDate',
    '/v1/orders?fields=status&fields=missingFields',
    '/v1/orders/{id}/timeline',
    '/v1/orders/{id}/label',
    '/v1/order-imports',
    '/v1/order-imports?status=completed',
    '/v1/order-imports/{id}/errors',
    '/v1/integrations',
    '/v1/integrations/shopify/imports',
    '/v1/integrations/shopify/imports?status=completed',
    '/v1/integrations/shopify/imports/{id}/results',
    '/v1/integrations/shopify/fulfillments',
    '/v1/integrations/shopify/data-requests',
    '/v1/integrations/shopify/erasures',
  ].map((path) => ({ path, sides: ['client' as const] })),
  { path: '/v1/team/members', sides: both, ofAll: true },
  ...[
    '/v1/orders/summary',
    '/v1/orders?q=reader',
    '/v1/orders?q=SO-7',
    '/v1/orders?q=zzyzx',
    '/v1/orders?q=zz',
    '/v1/orders/export?format=csv',
  ].map((path) => ({ path, sides: ['client' as const], ofAll: true as const })),
  ...[
    '/v1/stops?clientId={clientId}',
    '/v1/clients?q=nook',
    '/v1/clients?q=zzyzx',
    '/v1/stops?q=reader',
    '/v1/stops?q=SO-7',
    '/v1/stops?q=zzyzx',
    '/v1/stops?near=40.7,-74',
    '/v1/stops/export?format=csv',
  ].map((path) => ({ path, sides: ['organization' as const], ofAll: true as const })),
];

/** Its rows are those of Shopify. */
const elsewhere = ['/v1/integrations/shopify/orders'];

const many = <Size>(count: number, size: Size) => Array.from({ length: count }, () => size);
/** The busy stand between the quiet, so that a walk from either end leads past them. */
const sizes: (readonly [own: number, ofClient: number])[] = [
  ...many(15, [20, 20] as const),
  [2_000, 2_000],
  [20, 2_000],
  [10_000, 10_000],
  [2_000, 2_000],
  ...many(15, [20, 20] as const),
];
const asked = [0, 15, 16, 17].flatMap((index) => [2 * index, 2 * index + 1]);

const settings = ['4', '1.1'].flatMap((cost) =>
  ['force_custom_plan', 'force_generic_plan'].map((mode) => ({
    random_page_cost: cost,
    plan_cache_mode: mode,
  })),
);

const log = new StatementLog();
let database: TestDatabase;
let app: TestApp;
let admin: pg.Client;
let teams: CrowdTeam[];
const tokens = new Map<CrowdTeam, string>();

beforeAll(async () => {
  log.start();
  database = await createTestDatabase();
  teams = await addCrowd(database, sizes);
  admin = await openAdmin(database.url);
  app = await startTestApp({ database, env: { RUN_JOBS: 'worker', RATE_LIMIT_PER_MINUTE: '100000' } });
  for (const index of asked) {
    const team = teams[index]!;
    const { accessToken } = await app.as().auth.login({ email: team.email, password });
    tokens.set(team, accessToken);
  }
});
afterAll(async () => {
  log.stop();
  await app.close();
  await admin.end();
  await database.drop();
});

/**
 * What any page of a list reads beyond its team’s rows, whoever of those asked calls it. Near its end a page may be found
 * by reading and sorting all of the team, with what is joined; never by reading those of others.
 */
async function findingsOf({ path, sides, ofAll }: List): Promise<string[]> {
  const findings = new Set<string>();
  for (const [team, token] of tokens) {
    if (!sides.includes(team.clientId ? 'client' : 'organization')) continue;
    const all = teams.reduce((sum, one) => sum + (isOf(one, team) ? one.rows : 0), 0);
    for (const statement of await statementsOf(pathOf(path, team), token))
      for (const setting of settings) {
        const { returned, scans } = await planOf(admin, statement, setting);
        const read = scans.reduce((sum, scan) => sum + scan.read, 0);
        if (read <= Math.max(100 + 10 * returned, (ofAll ? 10 : 3) * all)) continue;
        const most = scans.reduce((one, other) => (other.read > one.read ? other : one));
        const who = `${team.clientId ? 'client' : 'organization'} of ${team.rows}`;
        findings.add(
          `${path}: ${read} rows read for ${returned} of ${who}, ${most.read} of ${most.table} with ${most.how} (${Object.values(setting).join(', ')})`,
        );
      }
  }
  return [...findings];
}

/** What a team sees: an organization, what its client handed over, too. */
const isOf = (one: CrowdTeam, team: CrowdTeam) =>
  one === team || (team.clientId === null && one.organizationId === team.organizationId);

function pathOf(path: string, team: CrowdTeam): string {
  const client = teams.find((one) => one.clientId && one.organizationId === team.organizationId)!;
  return path.replace('{id}', firstIdOf(team)).replace('{clientId}', client.clientId!);
}

/** The reads of the first two pages. */
async function statementsOf(path: string, token: string) {
  log.take();
  const first = await send(app, 'GET', path, { token });
  expect({ path, status: first.status }).toEqual({ path, status: 200 });
  const text = await first.text();
  const statements = log.take();
  expect({ path, noted: statements.length }).not.toEqual({ path, noted: 0 });
  if (!first.headers.get('content-type')?.includes('json')) return statements;
  const { items, nextCursor } = JSON.parse(text) as { items?: unknown[]; nextCursor?: string | null };
  if (!path.includes('q=zz')) expect({ path, items }).not.toEqual({ path, items: [] });
  if (nextCursor) {
    const cursor = `${path.includes('?') ? '&' : '?'}cursor=${nextCursor}`;
    expect((await send(app, 'GET', path + cursor, { token })).status).toBe(200);
  }
  return [...statements, ...log.take()];
}

describe('the lists of quiet teams and busy ones', () => {
  it('are all known here', () => {
    const { paths } = JSON.parse(readFileSync('openapi/openapi.json', 'utf8')) as Document;
    const paged = Object.entries(paths).filter(([, { get }]) =>
      get?.parameters?.some(({ name }) => name === 'cursor'),
    );
    const known = lists.map(({ path }) => path.replace(/\?.*/, '').replace('{clientId}', '{id}'));
    expect(paged.map(([path]) => path).filter((path) => !known.includes(path))).toEqual(elsewhere);
  });

  it.each(lists)('read no rows of others: $path', async (list) => {
    expect(await findingsOf(list)).toEqual([]);
  });

  it('are found out where an index is missing', async () => {
    const owner = await openAdmin(database.url);
    await owner.query('drop index api_keys_by_client');
    await owner.end();
    expect(await findingsOf({ path: '/v1/api-keys', sides: both })).toContainEqual(
      expect.stringContaining('of api_keys with'),
    );
  });
});
