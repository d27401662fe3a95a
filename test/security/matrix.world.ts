import { createHash } from 'node:crypto';
import { roleAllows, type Permission } from '../../src/auth/access/permissions.js';
import type { Walls } from '../../src/database/database.js';
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

/** Somebody whom the operation lets in: an owner of the one side or the other. */
export function callerOf(world: World, { permission }: { permission: Permission | 'public' }): Caller {
  const isForStaff = permission === 'public' || roleAllows('organization', 'owner', permission);
  return world.callers.find(({ name }) => name === (isForStaff ? 'owner' : 'client owner'))!;
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
  const { accessToken: token } = await app.as().auth.login({ email, password });
  return { ...(await whoIs(app, email)), email, token };
}

export async function whoIs(app: TestApp, email: string): Promise<{ userId: string; membershipId: string }> {
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

/** What the server itself does behind requests: jobs, and the index of the texts of orders, which have a digest. */
const behindRequests = ['jobs', 'mikro_orm_migrations', 'order_texts', 'stale_order_texts'];

/** A digest of every row that belongs to the victims. */
export async function digestOf({ app, victims }: World): Promise<Record<string, string>> {
  const tables = await app.database.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> all($1)
      group by c.relname`,
    [behindRequests],
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
