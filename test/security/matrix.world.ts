import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { hashSecret, newSecret } from '../../src/auth/secrets.js';
import { TrackingLinks } from '../../src/modules/orders/tracking-links.js';
import { RunSheetLinks } from '../../src/modules/routes/run-sheet-links.js';
import type { Walls } from '../../src/database/database.js';
import { eventually } from '../support/eventually.js';
import { call } from '../support/http.js';
import { addClient, addMember, password, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

export type Side = 'organization' | 'client';

/** One team, with its owner signed in. */
export interface Tenant {
  name: string;
  side: Side;
  organizationId: string;
  clientId: string | null;
  depotId: string;
  owner: { userId: string; membershipId: string; email: string; token: string };
}

export interface Caller {
  name: string;
  token: string | undefined;
  /** What the credentials are worth; `none` must get 401. */
  role: string;
  home: Tenant;
  membershipId: string;
  userId: string;
  email: string;
  /** Teams whose rows the caller must not meet, not even by their ids. */
  foreign: Tenant[];
}

export interface World {
  app: TestApp;
  callers: Caller[];
  /** Teams that call nothing themselves: whatever changes in them is a leak. */
  victims: Tenant[];
  close(): Promise<void>;
}

/** Stands in the names of everything that belongs to a victim. */
export const markOf = (tenant: Tenant) => `Victim ${tenant.name}`;

export async function buildWorld(walls: Walls): Promise<World> {
  const app = await startTestApp({ walls, env: { RATE_LIMIT_PER_MINUTE: '10000000' } });
  const organization = async (name: string) => organizationTenant(app, name);
  const [ours, other, stranger] = [
    await organization('our organization'),
    await organization('another organization'),
    await organization('strange organization'),
  ];
  const client = (name: string, of: Tenant, allowOrderUpload = true) =>
    clientTenant(app, name, of, allowOrderUpload);
  const [mine, beside, closed] = [
    await client('the client', ours),
    await client('another client', ours),
    await client('a client without upload', ours, false),
  ];
  const [sibling, far] = [await client('sibling client', ours), await client('strange client', stranger)];
  for (const tenant of [stranger, sibling, far]) await rename(app, tenant);

  const forClients = [sibling, stranger, far];
  const forDispatchers = [stranger, far];
  const owner = (name: string, home: Tenant, foreign: Tenant[]): Caller => ({
    name,
    role: 'owner',
    home,
    foreign,
    ...home.owner,
  });
  const member = async (name: string, home: Tenant, role: string, foreign: Tenant[]): Promise<Caller> => ({
    name,
    role,
    home,
    foreign,
    ...(await signInMember(app, home, role)),
  });
  const callers: Caller[] = [
    { ...owner('nobody', ours, forDispatchers), role: 'none', token: undefined },
    owner('client owner', mine, forClients),
    await member('client member', mine, 'member', forClients),
    owner('client without upload', closed, forClients),
    owner('another client of the organization', beside, forClients),
    owner('owner', ours, forDispatchers),
    owner('another organization’s owner', other, [...forDispatchers, sibling]),
    await member('viewer', ours, 'viewer', forDispatchers),
    await member('dispatcher', ours, 'dispatcher', forDispatchers),
    { ...owner('revoked key', ours, forDispatchers), role: 'none', token: await revokedKey(app, ours) },
    await removed(app, await member('removed member', ours, 'admin', forDispatchers)),
  ];
  return { app, callers, victims: [stranger, sibling, far], close: () => app.close() };
}

async function organizationTenant(app: TestApp, name: string): Promise<Tenant> {
  const session = await signUp(app, name);
  const organizationId = session.membership.organization.id;
  const [depot] = await app.database.query<{ id: string }>(
    'select id from depots where organization_id = $1',
    [organizationId],
  );
  const { user, membership, accessToken: token } = session;
  const owner = { userId: user.id, membershipId: membership.id, email: user.email, token };
  return { name, side: 'organization', organizationId, clientId: null, depotId: depot!.id, owner };
}

async function clientTenant(
  app: TestApp,
  name: string,
  of: Tenant,
  allowOrderUpload: boolean,
): Promise<Tenant> {
  const session = { membership: { organization: { id: of.organizationId } } };
  const { id, token, email } = await addClient(app, session as Parameters<typeof addClient>[1], {
    allowOrderUpload,
  });
  const who = await whoIs(app, email);
  return { ...of, name, side: 'client', clientId: id, owner: { ...who, email, token } };
}

async function signInMember(app: TestApp, home: Tenant, role: string) {
  const team = { organizationId: home.organizationId, clientId: home.clientId ?? undefined, role };
  const email = await addMember(app, team);
  const { accessToken: token } = await app.as().auth.login({ requestBody: { email, password } });
  return { ...(await whoIs(app, email)), email, token };
}

async function whoIs(app: TestApp, email: string): Promise<{ userId: string; membershipId: string }> {
  const [row] = await app.database.query<{ userId: string; membershipId: string }>(
    'select u.id as "userId", m.id as "membershipId" from users u join memberships m on m.user_id = u.id where u.email = $1',
    [email],
  );
  return row!;
}

async function revokedKey(app: TestApp, { owner }: Tenant): Promise<string> {
  const scopes = ['depots:read', 'depots:write', 'stops:read', 'clients:read'];
  const made = await call(app, 'POST', '/v1/api-keys', { token: owner.token, body: { name: 'Old', scopes } });
  await call(app, 'DELETE', `/v1/api-keys/${String(made.json.id)}`, { token: owner.token });
  return String(made.json.key);
}

async function removed(app: TestApp, caller: Caller): Promise<Caller> {
  await app.database.query('delete from memberships where id = $1', [caller.membershipId]);
  return { ...caller, ...caller.home.owner, token: caller.token, role: 'none' };
}

async function rename(app: TestApp, tenant: Tenant): Promise<void> {
  const name = markOf(tenant);
  if (tenant.side === 'client')
    await app.database.query('update clients set company_name = $2 where id = $1', [tenant.clientId, name]);
  else
    await app.database.query('update organizations set name = $2 where id = $1', [
      tenant.organizationId,
      name,
    ]);
  await app.database.query('update users set name = $2 where id = $1', [tenant.owner.userId, name]);
}

/** A digest of every row that belongs to the victims. */
export async function digestOf({ app, victims }: World): Promise<Record<string, string>> {
  const tables = await app.database.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not in ('jobs', 'mikro_orm_migrations')
      group by c.relname`,
  );
  const organizations = victims
    .filter(({ side }) => side === 'organization')
    .map((victim) => victim.organizationId);
  const clients = victims.flatMap(({ clientId }) => clientId ?? []);
  const users = victims.map(({ owner }) => owner.userId);
  const digests: Record<string, string> = {};
  for (const { name, columns } of tables) {
    const conditions = [
      columns.includes('organization_id') && 'organization_id = any($1)',
      columns.includes('client_id') && 'client_id = any($2)',
      columns.includes('user_id') && 'user_id = any($3)',
      name === 'organizations' && 'id = any($1)',
      name === 'clients' && 'id = any($2)',
      name === 'users' && 'id = any($3)',
    ].filter((condition) => condition !== false);
    if (conditions.length === 0) continue;
    const [row] = await app.database.query<{ text: string }>(
      `select coalesce(string_agg(t::text, '|' order by t::text), '') as text from ${name} t
        where (${conditions.join(' or ')}) and ($1::uuid[] is not null and $2::uuid[] is not null and $3::uuid[] is not null)`,
      [organizations, clients, users],
    );
    digests[name] = createHash('sha256').update(row!.text).digest('hex');
  }
  return digests;
}

/** Makes rows of one team, straight in the database where that is all it takes. */
export class Maker {
  constructor(
    private readonly app: TestApp,
    readonly tenant: Tenant,
    readonly caller?: Caller,
  ) {}

  readonly isClient = () => this.tenant.side === 'client';
  private readonly label = () => markOf(this.tenant);

  private async insert(table: string, values: Record<string, unknown>): Promise<string> {
    const row: Record<string, unknown> = {
      id: uuidv7(),
      organization_id: this.tenant.organizationId,
      ...values,
    };
    const names = Object.keys(row);
    await this.app.database.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(row),
    );
    return String(row.id);
  }

  private readonly now = () => new Date();
  private readonly times = () => ({ created_at: this.now(), updated_at: this.now() });

  depot = () => this.insert('depots', { name: this.label(), timezone: 'UTC', ...this.times() });
  driver = () => this.insert('drivers', { name: this.label(), ...this.times() });

  client = (status = 'active') =>
    this.insert('clients', {
      company_name: this.label(),
      status,
      default_depot_id: this.tenant.depotId,
      required_fields: [],
      ...this.times(),
    });

  member = async () => {
    const { organizationId, clientId } = this.tenant;
    const role = this.isClient() ? 'member' : 'viewer';
    const email = await addMember(this.app, { organizationId, clientId: clientId ?? undefined, role });
    await this.app.database.query('update users set name = $2 where email = $1', [email, this.label()]);
    return (await whoIs(this.app, email)).membershipId;
  };

  membership = () => Promise.resolve(this.caller?.membershipId ?? this.tenant.owner.membershipId);

  session = async (): Promise<string> => {
    const { userId, membershipId } = this.caller ?? this.tenant.owner;
    const id = uuidv7();
    await this.app.database.query(
      `insert into sessions (id, user_id, membership_id, user_agent, created_at, last_used_at, expires_at)
       values ($1, $2, $3, $4, now(), now(), now() + interval '1 day')`,
      [id, userId, membershipId, this.label()],
    );
    return id;
  };

  refreshToken = async (): Promise<string> => {
    const token = newSecret();
    await this.app.database.query(
      'insert into refresh_tokens (hash, session_id, created_at) values ($1, $2, now())',
      [hashSecret(token), await this.session()],
    );
    return token;
  };

  apiKey = () =>
    this.insert('api_keys', {
      client_id: this.tenant.clientId,
      name: this.label(),
      prefix: 'wb_live_test',
      hash: randomBytes(32),
      scopes: ['events:read'],
      created_by: this.tenant.owner.userId,
      created_at: this.now(),
    });

  /** With the token that opens it, for what is asked by token. */
  invitation = async (options: { token?: string; email?: string } = {}) =>
    this.insert('invitations', {
      client_id: this.tenant.clientId,
      kind: 'member',
      channel: 'link',
      email: options.email ?? null,
      role: this.isClient() ? 'member' : 'viewer',
      token_hash: options.token ? hashSecret(options.token) : randomBytes(32),
      invited_by: this.tenant.owner.userId,
      invited_by_name: this.label(),
      created_at: this.now(),
      expires_at: new Date(Date.now() + 86_400_000),
    });

  invitationToken = async (): Promise<string> => {
    const token = newSecret();
    await this.invitation({ token });
    return token;
  };

  email = () => this.caller?.email ?? this.tenant.owner.email;

  /** An order: a client's, or the dispatcher's own stop. */
  order = (status = 'submitted', more: Record<string, unknown> = {}) =>
    this.insert('orders', {
      client_id: this.tenant.clientId,
      depot_id: this.tenant.depotId,
      status,
      source: this.isClient() ? 'manual' : 'dispatcher',
      address_line_one: '476 5th Ave',
      latitude: 40.7532,
      longitude: -73.9822,
      recipient_name: this.label(),
      products: [],
      submitted_at: status === 'draft' ? null : this.now(),
      ...more,
      ...this.times(),
    });

  /** One that a client of this organization submitted. */
  clientsOrder = async () => this.order('submitted', { client_id: await this.client(), source: 'manual' });

  trackingToken = async () => this.app.nest.get(TrackingLinks, { strict: false }).tokenOf(await this.order());

  runSheetToken = async () => {
    const expiresAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 3_600_000);
    return this.app.nest
      .get(RunSheetLinks, { strict: false })
      .tokenOf(await this.route('started'), expiresAt);
  };

  route = (status = 'planned') =>
    this.insert('routes', {
      depot_id: this.tenant.depotId,
      title: this.label(),
      status,
      started_at: status === 'planned' ? null : this.now(),
      ...this.times(),
    });

  stopOn = (routeId: string, status = 'scheduled', position = 1) =>
    this.order(status, { route_id: routeId, route_position: position, scheduled_at: this.now() });

  queuedImport = () =>
    this.insert('order_imports', {
      client_id: this.tenant.clientId,
      status: 'queued',
      mode: 'skip_invalid',
      duplicates: 'reject',
      file_name: `${this.label()}.csv`,
      file_key: `imports/${uuidv7()}`,
      file_size: 10,
      file_hash: 'x',
      other_sheets: [],
      created_by: JSON.stringify({ kind: 'user', id: this.tenant.owner.userId, name: this.label() }),
      ...this.times(),
    });

  /** One that has run, with one good row and one bad. */
  doneImport = async (): Promise<string> => {
    const allow = (value: boolean) =>
      this.app.database.query('update clients set allow_order_upload = $2 where id = $1', [
        this.tenant.clientId,
        value,
      ]);
    const [before] = await this.app.database.query<{ allowed: boolean }>(
      'select allow_order_upload as allowed from clients where id = $1',
      [this.tenant.clientId],
    );
    if (before) await allow(true);
    const path = this.isClient() ? '/v1/order-imports' : '/v1/stop-imports';
    const { token } = this.tenant.owner;
    const made = await call(this.app, 'POST', path, { token, body: spreadsheet(this.label()) });
    const id = String(made.json.id);
    await eventually(async () => {
      const { json } = await call(this.app, 'GET', `${path}/${id}`, { token });
      return json.finishedAt ? true : undefined;
    });
    if (before) await allow(before.allowed);
    return id;
  };
}

export function spreadsheet(name: string): FormData {
  const form = new FormData();
  const rows = `Address Line 1,Recipient Name,Package Count\n1 Main St,${name},1\n2 Main St,${name},many\n`;
  form.append('file', new Blob([rows], { type: 'text/csv' }), `${name}.csv`);
  return form;
}
