import { randomUUID } from 'node:crypto';
import { hashPassword } from '../../src/auth/identity/passwords.js';
import { openAdmin } from './admin.js';
import { password } from './tenants.js';
import type { TestDatabase } from './test-database.js';

/** A team whose owner is able to sign in with {@link password}, and how many rows of everything it has. */
export interface CrowdTeam {
  organizationId: string;
  clientId: string | null;
  rows: number;
  /** 1 for the team that was loaded first. */
  place: number;
  email: string;
}

type Owners = 'clients' | 'organizations' | 'teams';

/** Ids sort by age, as those of the server do; the nth row of a team has the same id in each table. */
const idAt = (place: string, n: string) =>
  `(lpad(to_hex(1764000000000 + ${place} * 100000 + ${n}), 12, '0') || '70008000' || repeat('0', 12))::uuid`;
const id = idAt('t.place', 'n');
const firstOfTeam = idAt('t.place', '1');
const firstOfHome = idAt('t.home', '1');
const moment = `now() - interval '1 hour' + (t.place * 100000 + n) * interval '0.1 millisecond'`;
const created = { id, created_at: moment };
const changed = { ...created, updated_at: moment };
const system = `'{"kind":"system","id":null,"name":null}'`;
const hash = `decode(md5(t.place || '-' || n), 'hex')`;
const shop = `'nook.myshopify.com'`;

/** What rows are made of, beside their team; parents come first. */
const tables: [name: string, owners: Owners, columns: Record<string, string>][] = [
  ['depots', 'organizations', { ...changed, name: `'Depot'`, timezone: `'UTC'`, is_main: 'n = 1' }],
  [
    'clients',
    'organizations',
    { ...changed, company_name: `'Nook ' || n`, required_fields: `'{}'`, default_depot_id: firstOfHome },
  ],
  ['drivers', 'organizations', { ...changed, name: `'Kim'` }],
  ['routes', 'organizations', { ...changed, title: `'Round'`, depot_id: firstOfHome }],
  [
    'sandbox_mails',
    'organizations',
    {
      ...created,
      message_id: 'n',
      recipient: `'ada@example.org'`,
      subject: `'Hi'`,
      text: `'Hi'`,
      html: `'Hi'`,
    },
  ],
  [
    'jobs',
    'organizations',
    {
      ...created,
      name: `'invitations.mail'`,
      payload: `'{}'`,
      state: `'dead'`,
      queue: `'mail'`,
      request_id: `''`,
      run_at: moment,
      finished_at: moment,
    },
  ],
  [
    'memberships',
    'teams',
    { ...changed, user_id: id, role: `case when n = 1 then 'owner' else 'admin' end` },
  ],
  [
    'api_keys',
    'teams',
    { ...created, name: `'Key'`, prefix: `'wb_live_'`, hash, scopes: `'{}'`, created_by: firstOfTeam },
  ],
  [
    'invitations',
    'teams',
    {
      ...created,
      kind: `'member'`,
      channel: `'link'`,
      role: `'admin'`,
      token_hash: hash,
      invited_by: firstOfTeam,
      invited_by_name: `'Ada'`,
      expires_at: `now() + interval '1 day'`,
    },
  ],
  [
    'orders',
    'teams',
    {
      ...changed,
      depot_id: firstOfHome,
      status: `case when n % 50 = 0 then 'scheduled' when n % 4 = 3 and t.client_id is not null then 'draft'
                    else (array['submitted', 'delivered', 'failed'])[1 + n % 3] end`,
      route_id: `case when n % 50 = 0 then ${idAt('t.home', '1 + n / 50 % t.home_rows')} end`,
      route_position: 'case when n % 50 = 0 then n end',
      source: `'api'`,
      external_id: `'SO-' || n`,
      recipient_name: `'Reader ' || n`,
      products: `'{Maps}'`,
      requested_date: 'current_date',
      latitude: '40.7',
      longitude: '-74',
    },
  ],
  [
    'events',
    'teams',
    {
      ...created,
      audience: `'both'`,
      type: `'order.submitted'`,
      order_id: idAt('t.place', '1 + n / 10'),
      data: `'{"status":"submitted"}'`,
      actor: system,
      request_id: `''`,
    },
  ],
  [
    'order_imports',
    'teams',
    {
      ...changed,
      status: `'completed'`,
      mode: `'skip_invalid'`,
      duplicates: `'reject'`,
      file_name: `'orders.csv'`,
      file_key: `'orders.csv'`,
      file_size: '1',
      file_hash: `''`,
      other_sheets: `'{}'`,
      created_by: system,
      finished_at: moment,
    },
  ],
  [
    'import_problems',
    'teams',
    {
      import_id: firstOfTeam,
      row: 'n',
      ordinal: '1',
      severity: `'error'`,
      code: `'required'`,
      detail: `'Is missing.'`,
      first_row: 'n',
      last_row: 'n',
    },
  ],
  ['webhook_endpoints', 'teams', { ...changed, url: `'https://example.org/'`, events: `'{*}'` }],
  [
    'webhook_deliveries',
    'teams',
    { ...created, endpoint_id: firstOfTeam, type: `'order.submitted'`, state: `'succeeded'` },
  ],
  [
    'shopify_stores',
    'clients',
    {
      ...changed,
      shop: `t.place || '-' || n || '.myshopify.com'`,
      scopes: `'{}'`,
      connected_at: moment,
      disconnected_at: moment,
    },
  ],
  [
    'shopify_imports',
    'clients',
    {
      ...changed,
      store_id: firstOfTeam,
      shop,
      status: `'completed'`,
      created_by: system,
      finished_at: moment,
    },
  ],
  [
    'shopify_import_results',
    'clients',
    {
      import_id: firstOfTeam,
      ordinal: 'n',
      shopify_order_id: 'n',
      name: `'#' || n`,
      outcome: `'imported'`,
      detail: `'Imported.'`,
    },
  ],
  ['shopify_order_fulfillments', 'clients', { ...changed, order_id: id, shop, state: `'fulfilled'` }],
  [
    'shopify_data_requests',
    'clients',
    { id, shop, webhook_event_id: id, order_numbers: `'{}'`, requested_at: moment, due_at: moment },
  ],
  [
    'shopify_erasures',
    'clients',
    {
      id,
      shop,
      webhook_event_id: id,
      kind: `'customer'`,
      order_ids: `'{}'`,
      counts: `'{"orders":0,"attempts":0,"proofs":0,"pictures":0,"events":0,"webhooks":0,"files":0}'`,
      requested_at: moment,
      due_at: moment,
    },
  ],
];

const whose: Record<Owners, string> = {
  clients: 'where t.client_id is not null',
  organizations: 'where t.client_id is null',
  teams: '',
};

/** The row of the nth list of a team, as in {@link idAt}. */
export const firstIdOf = ({ place }: CrowdTeam) =>
  `${(1_764_000_000_001 + place * 100_000)
    .toString(16)
    .padStart(12, '0')
    .replace(/(.{8})/, '$1-')}-7000-8000-000000000000`;

/**
 * Organizations, each with one client, loaded one after the other with statistics made at the end. Each is a sandbox,
 * so that it has lists of those, too.
 * @param sizes rows of each organization's own team and of its client, table by table
 */
export async function addCrowd(
  database: TestDatabase,
  sizes: readonly (readonly [own: number, ofClient: number])[],
): Promise<CrowdTeam[]> {
  const teams: (CrowdTeam & { home: number; homeRows: number })[] = [];
  for (const [own, ofClient] of sizes) {
    const organizationId = randomUUID();
    const home = teams.length + 1;
    for (const [clientId, rows] of [[null, own] as const, [randomUUID(), ofClient] as const]) {
      const place = teams.length + 1;
      const email = `owner-${place}@example.org`;
      teams.push({ organizationId, clientId, rows, place, email, home, homeRows: own });
    }
  }
  const run = (text: string, ...more: unknown[]) => database.query(text, [JSON.stringify(teams), ...more]);
  const loaded = `jsonb_to_recordset($1) as j ("organizationId" uuid, "clientId" uuid, rows int, place int, home int, "homeRows" int)`;
  const teamRows = `(select "organizationId" as organization_id, "clientId" as client_id, rows, place, home, "homeRows" as home_rows from ${loaded}) t`;
  const rows = `${teamRows} cross join lateral generate_series(1, t.rows) n`;

  await run(`insert into organizations (id, name, created_at, updated_at)
    select ${idAt('t.place', '0')}, 'Swift Wheels', now(), now() from ${teamRows} where t.client_id is null`);
  await run(`insert into organizations (id, name, test_mode, sandbox_of, created_at, updated_at)
    select t.organization_id, 'Swift Wheels', true, ${idAt('t.place', '0')}, now(), now() from ${teamRows} where t.client_id is null`);
  const hash = await hashPassword(password);
  await run(
    `insert into users (id, email, name, password_hash, password_changed_at, created_at, updated_at)
      select ${id}, case when n = 1 then '' else n || '-' end || 'owner-' || t.place || '@example.org', 'Ada', $2, now(), now(), now() from ${rows}`,
    hash,
  );
  for (const [name, owners, columns] of tables) {
    const team = owners === 'organizations' ? ['organization_id'] : ['organization_id', 'client_id'];
    const names = [...team, ...Object.keys(columns).map((column) => `"${column}"`)];
    const values = [...team.map((column) => `t.${column}`), ...Object.values(columns)];
    await run(`insert into ${name} (${names.join(', ')}) select ${values.join(', ')} from ${rows}
      ${whose[owners]} order by t.place, n`);
    if (name === 'depots')
      await run(`insert into clients (id, organization_id, company_name, status, allow_order_upload, required_fields, default_depot_id, created_at, updated_at)
        select t.client_id, t.organization_id, 'Nook', 'active', true, '{}', ${firstOfHome}, now(), now() from ${teamRows} where t.client_id is not null`);
  }
  await run(`insert into sessions (id, user_id, membership_id, created_at, last_used_at, expires_at)
    select ${id}, ${firstOfTeam}, ${firstOfTeam}, now(), now(), now() + interval '1 day' from ${rows} order by t.place, n`);
  await database.query(
    'insert into order_texts select o.id, o.organization_id, o.client_id, indexed_order_text(o) from orders o',
  );
  await database.query('delete from stale_order_texts');
  const owner = await openAdmin(database.url);
  await owner.query('vacuum analyze');
  await owner.end();
  return teams;
}
