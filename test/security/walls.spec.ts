import { randomBytes } from 'node:crypto';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { Membership } from '../../src/auth/identity/membership.entity.js';
import { User } from '../../src/auth/identity/user.entity.js';
import { runInContext, systemActor } from '../../src/common/http/request-context.js';
import { Database, sqlOf, type Walls } from '../../src/database/database.js';
import { NoScopeError, type TenantScope } from '../../src/database/tenancy/tenancy.js';
import { Client } from '../../src/modules/clients/client.entity.js';
import { Driver } from '../../src/modules/drivers/driver.entity.js';
import { Depot } from '../../src/modules/depots/depot.entity.js';
import { ImportMapping } from '../../src/modules/order-imports/order-import.entity.js';
import { ApiKey } from '../../src/modules/api-keys/api-key.entity.js';
import { Order } from '../../src/modules/orders/order.entity.js';
import { Organization } from '../../src/modules/organizations/organization.entity.js';
import { addOrder } from '../support/dispatch.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const cases: [string, Walls][] = [
  ['both walls', { filters: true, policies: true }],
  ['wall one (filters) off', { filters: false, policies: true }],
  ['wall two (policies) off', { filters: true, policies: false }],
];

describe.each(cases)('with %s', (_, walls) => {
  let app: TestApp;
  let db: Database;
  let mine: TenantScope;
  let myClient: TenantScope;
  let theirs: { organizationId: string; depotId: string; clientId: string; userId: string };
  let sibling: string;
  let siblingOrder: string;

  beforeAll(async () => {
    app = await startTestApp({ walls, watched: false });
    db = app.nest.get(Database);
    const [me, them] = [await signUp(app), await signUp(app)];
    const organizationId = me.membership.organization.id;
    mine = { audience: 'organization', organizationId };
    const [one, other] = [await addClient(app, me), await addClient(app, me)];
    myClient = { audience: 'client', organizationId, clientId: one.id };
    sibling = other.id;
    await addOrder(app, one, { status: 'draft' });
    siblingOrder = await addOrder(app, other, { status: 'submitted' });
    const [depot] = await app.database.query<{ id: string }>(
      'select id from depots where organization_id = $1',
      [them.membership.organization.id],
    );
    theirs = {
      organizationId: them.membership.organization.id,
      depotId: depot!.id,
      clientId: (await addClient(app, them)).id,
      userId: them.user.id,
    };
  });
  afterAll(() => app.close());

  const as = <T>(scope: TenantScope, work: (em: EntityManager) => Promise<T>): Promise<T> =>
    runInContext({ requestId: 'test', scope, actor: systemActor }, () => db.transaction(work));

  it('a tenant finds its own rows and nobody else’s', async () => {
    expect(await as(mine, (em) => em.count(Depot, {}))).toBe(1);
    expect(await as(mine, (em) => em.findOne(Depot, { id: theirs.depotId }))).toBeNull();
    expect(await as(mine, (em) => em.find(Organization, {}))).toHaveLength(1);
    expect(await as(mine, (em) => em.find(Client, { organizationId: theirs.organizationId }))).toEqual([]);
    expect(await as(mine, (em) => em.findOne(User, { id: theirs.userId }))).toBeNull();
  });

  it('a team’s members come with their names, and nobody else does', async () => {
    const members = await as(mine, (em) => em.find(Membership, { clientId: null }, { populate: ['user'] }));
    expect(members.map(({ user }) => user.name)).toEqual(['Ada Park']);
    expect(await as(mine, (em) => em.count(User, {}))).toBe(3);
    expect(await as(myClient, (em) => em.count(User, {}))).toBe(1);
  });

  it('a client finds itself, not the client beside it', async () => {
    expect((await as(myClient, (em) => em.find(Client, {}))).map(({ id }) => id)).toHaveLength(1);
    expect(await as(myClient, (em) => em.findOne(Client, { id: sibling }))).toBeNull();
  });

  it('a client finds its orders, not those of the client beside it; its organization no draft', async () => {
    expect(await as(myClient, (em) => em.count(Order, {}))).toBe(1);
    expect(await as(myClient, (em) => em.findOne(Order, { id: siblingOrder }))).toBeNull();
    await as(myClient, (em) => em.nativeDelete(Order, { id: siblingOrder }));
    expect((await as(mine, (em) => em.find(Order, {}))).map(({ id }) => id)).toEqual([siblingOrder]);
  });

  it('a client finds its own API keys and mappings, not those of the client beside it', async () => {
    await app.database.query(
      `insert into api_keys (id, organization_id, client_id, name, prefix, hash, scopes, created_by, created_at)
       select gen_random_uuid(), $1, $2, 'Sync', 'wb_live_', sha256('key'), '{}', $3, now()`,
      ['organizationId' in mine && mine.organizationId, sibling, theirs.userId],
    );
    expect(await as(myClient, (em) => em.count(ApiKey, {}))).toBe(0);
    await app.database.query(
      `insert into import_mappings (id, organization_id, client_id, headers, updated_at) values (gen_random_uuid(), $1, $2, '{}', now())`,
      ['organizationId' in mine && mine.organizationId, sibling],
    );
    expect(await as(myClient, (em) => em.count(ImportMapping, {}))).toBe(0);
  });

  it('a tenant cannot change a foreign row, by query or by entity', async () => {
    await as(mine, (em) => em.nativeUpdate(Depot, { id: theirs.depotId }, { name: 'Taken' }));
    await expect(
      as(mine, async (em) => {
        em.getReference(Depot, theirs.depotId).name = 'Taken';
        await em.flush();
      }),
    ).rejects.toThrow();
    expect(await nameOf(theirs.depotId)).toBe('Main depot');
  });

  it('a tenant cannot delete a foreign row, by query or by entity', async () => {
    await as(mine, (em) => em.nativeDelete(Depot, { id: theirs.depotId }));
    await as(mine, (em) => em.remove(em.getReference(Depot, theirs.depotId)).flush()).catch(() => undefined);
    expect(await nameOf(theirs.depotId)).toBe('Main depot');
  });

  it('a tenant cannot insert a row for another, nor give one of its own away', async () => {
    const planted = { organizationId: theirs.organizationId, name: 'Planted', timezone: 'UTC' };
    await expect(
      as(mine, async (em) => {
        em.create(Depot, planted);
        await em.flush();
      }),
    ).rejects.toThrow();
    await expect(
      as(mine, async (em) => {
        (await em.findOneOrFail(Depot, {})).organizationId = theirs.organizationId;
        await em.flush();
      }),
    ).rejects.toThrow();
    await expect(
      as(myClient, async (em) => {
        (await em.findOneOrFail(Client, {})).id = sibling;
        await em.flush();
      }),
    ).rejects.toThrow();
    const [{ count }] = (await app.database.query<{ count: number }>(
      'select count(*)::int as count from depots where organization_id = $1',
      [theirs.organizationId],
    )) as [{ count: number }];
    expect(count).toBe(1);
  });

  it('a tenant cannot give away even what nothing else hangs on', async () => {
    const { id } = await as(mine, async (em) => {
      const driver = em.create(Driver, { organizationId: mine.organizationId, name: 'Eve' });
      await em.flush();
      return driver;
    });
    const given = as(mine, async (em) => {
      (await em.findOneOrFail(Driver, { id })).organizationId = theirs.organizationId;
      await em.flush();
    });
    await expect(given).rejects.toThrow();
    const [driver] = await app.database.query<{ organization_id: string }>(
      'select organization_id from drivers where id = $1',
      [id],
    );
    expect(driver?.organization_id).toBe(mine.organizationId);
  });

  it('an organization cannot make what is a client’s own, though the client is its own', async () => {
    const key = {
      organizationId: mine.organizationId,
      clientId: sibling,
      name: 'Planted',
      prefix: 'wb_live_',
      hash: randomBytes(32),
      scopes: [],
      createdBy: theirs.userId,
    };
    const planted = as(mine, async (em) => {
      em.create(ApiKey, key);
      await em.flush();
    });
    await expect(planted).rejects.toMatchObject(walls.filters ? { name: 'ForeignWriteError' } : {});
    const found = await app.database.query(`select 1 from api_keys where name = 'Planted'`);
    expect(found).toEqual([]);
  });

  it('an organization makes what is no client’s without saying so', async () => {
    const organizationId = 'organizationId' in mine ? mine.organizationId : '';
    await as(mine, async (em) => {
      em.create(ImportMapping, { organizationId, headers: {} });
      await em.flush();
    });
    expect(await as(mine, (em) => em.count(ImportMapping, { organizationId }))).toBe(1);
  });

  it('a tenant changes what it may see, also where that is more than a question of whose it is', async () => {
    await as(mine, async (em) => {
      (await em.findOneOrFail(Order, { id: siblingOrder })).notes = 'Ring twice';
      await em.flush();
    });
    expect((await as(mine, (em) => em.findOneOrFail(Order, { id: siblingOrder }))).notes).toBe('Ring twice');
  });

  if (walls.policies) {
    it('SQL without any condition sees the tenant’s rows alone', async () => {
      const seen = await as(mine, async (em) => {
        const result = await sqlOf(em).executeQuery<{ organization_id: string }>(
          CompiledQuery.raw('select organization_id from depots'),
        );
        return result.rows.map((row) => row.organization_id);
      });
      expect(seen).toEqual(['organizationId' in mine && mine.organizationId]);
    });

    it('SQL cannot write for another tenant', async () => {
      const insert = `insert into drivers (id, organization_id, name, created_at, updated_at) values (gen_random_uuid(), $1, 'Eve', now(), now())`;
      await expect(
        as(mine, (em) => sqlOf(em).executeQuery(CompiledQuery.raw(insert, [theirs.organizationId]))),
      ).rejects.toThrow('row-level security');
    });
  }

  async function nameOf(depotId: string): Promise<string | undefined> {
    const [depot] = await app.database.query<{ name: string }>('select name from depots where id = $1', [
      depotId,
    ]);
    return depot?.name;
  }
});

describe('outside a declared context', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ watched: false });
    await signUp(app);
  });
  afterAll(() => app.close());

  it('wall one of each table with a client holds a client to its own rows', () => {
    const scope: TenantScope = { audience: 'client', organizationId: 'org-1', clientId: 'client-1' };
    const tables = [...app.nest.get(MikroORM).getMetadata().getAll().values()];
    const filtered = tables.flatMap(({ className, properties, filters }) => {
      const condition = filters.tenant?.cond;
      if (!('clientId' in properties) || typeof condition !== 'function') return [];
      const { clientId } = condition({ scope }, 'read', undefined) as { clientId?: string };
      return [[className, clientId]];
    });
    expect(filtered.length).toBeGreaterThanOrEqual(8);
    expect(filtered).toEqual(filtered.map(([className]) => [className, scope.clientId]));
  });

  it('no transaction begins', async () => {
    const db = app.nest.get(Database);
    await expect(db.transaction((em) => em.count(Depot))).rejects.toThrow(NoScopeError);
    const context = { requestId: 'test', scope: { audience: 'none' }, actor: systemActor } as const;
    await expect(runInContext(context, () => db.transaction((em) => em.count(Depot)))).rejects.toThrow(
      NoScopeError,
    );
  });

  it('wall one refuses entity queries', async () => {
    const em = app.nest.get(MikroORM).em.fork();
    await expect(em.find(Depot, {})).rejects.toThrow(/tenant/);
    await expect(em.nativeDelete(Depot, {})).rejects.toThrow(/tenant/);
  });

  it('wall two refuses everything else: the pool’s role may not even name a table', async () => {
    const connection = app.nest.get(MikroORM).em.getConnection();
    await expect(connection.execute('select * from depots')).rejects.toMatchObject({ code: '42501' });
    await expect(connection.execute('delete from depots')).rejects.toMatchObject({ code: '42501' });
    const em = app.nest.get(MikroORM).em.fork();
    await expect(em.find(Depot, {}, { filters: { tenant: false } })).rejects.toMatchObject({ code: '42501' });
  });

  it('a tenant’s role without a tenant sees no row', async () => {
    const em = app.nest.get(MikroORM).em.fork();
    const rows = await em.transactional(async (inner) => {
      await inner.execute('set local role waybill_organization');
      return inner.execute<unknown[]>('select id from depots');
    });
    expect(rows).toEqual([]);
  });
});
