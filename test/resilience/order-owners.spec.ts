import { v7 as uuidv7 } from 'uuid';
import { openRival } from '../support/row-locks.js';
import { signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

interface Owners {
  organizationId: string;
  clientId: string | null;
  depotId: string;
}

/** What foreign keys would hold, and triggers do: the client and the depot are there and of the order's organization. */
describe('The client and the depot of an order', () => {
  let app: TestApp;
  let mine: Owners;
  let theirs: Owners;
  beforeAll(async () => {
    app = await startTestApp();
    [mine, theirs] = [await addOwners(), await addOwners()];
  });
  afterAll(() => app.close());

  it('are there, of each of many orders written at once', async () => {
    await insert(Array.from({ length: 50 }, () => mine));
    for (const clientId of [uuidv7(), theirs.clientId])
      await expect(insert([mine, { ...mine, clientId }, mine])).rejects.toMatchObject(violated('client'));
    for (const depotId of [uuidv7(), theirs.depotId])
      await expect(insert([mine, mine, { ...mine, depotId }])).rejects.toMatchObject(violated('depot'));
  });

  it('may be a depot alone, of the organization’s own orders', async () => {
    const own = { ...mine, clientId: null };
    await insert([own]);
    await expect(insert([{ ...own, depotId: theirs.depotId }])).rejects.toMatchObject(violated('depot'));
  });

  it('are there after an order changed hands', async () => {
    const { clientId } = await addOwners();
    const order = { ...(await addOwners()), clientId };
    await expect(insert([order])).rejects.toMatchObject(violated('client'));
    const change = (column: string, to: string | null) =>
      app.database.query(`update orders set ${column} = $2 where depot_id = $1`, [mine.depotId, to]);
    await expect(change('client_id', theirs.clientId)).rejects.toMatchObject(violated('client'));
    await expect(change('depot_id', theirs.depotId)).rejects.toMatchObject(violated('depot'));
    await expect(change('organization_id', theirs.organizationId)).rejects.toMatchObject(violated('client'));
    await change('notes', 'Ring twice');
  });

  it('stay as long as it does', async () => {
    const owners = await addOwners();
    await insert([owners]);
    for (const [table, id] of [
      ['clients', owners.clientId],
      ['depots', owners.depotId],
    ] as const) {
      const constraint = `orders_${table.slice(0, -1)}_fk`;
      for (const sql of [`delete from ${table}`, `update ${table} set id = gen_random_uuid()`])
        await expect(app.database.query(`${sql} where id = $1`, [id])).rejects.toMatchObject({
          code: '23503',
          constraint,
        });
      await app.database.query(`update ${table} set updated_at = now() where id = $1`, [id]);
    }
    await app.database.query('delete from orders where client_id = $1', [owners.clientId]);
    await app.database.query('delete from clients where id = $1', [owners.clientId]);
    await app.database.query('delete from depots where id = $1', [owners.depotId]);
  });

  it.each(['client', 'depot'] as const)('cannot be a %s that is deleted meanwhile', async (owner) => {
    const owners = await addOwners();
    const rival = await openRival(app.database);
    await rival.query(`delete from ${owner}s where id = $1`, [owners[`${owner}Id`]]);
    const written = insert([owners]).catch((error: unknown) => error);
    await rival.isWaitedForBy(1);
    await rival.query('commit');
    await rival.giveWay();
    expect(await written).toMatchObject(violated(owner));
  });

  it('cannot be deleted while an order is written for it', async () => {
    const owners = await addOwners();
    const rival = await openRival(app.database);
    await rival.query(...insertion([owners]));
    const deleted = app.database
      .query('delete from clients where id = $1', [owners.clientId])
      .catch((error: unknown) => error);
    await rival.isWaitedForBy(1);
    await rival.query('commit');
    await rival.giveWay();
    expect(await deleted).toMatchObject(violated('client'));
  });

  it('cannot be deleted where orders of others are not seen', async () => {
    const owners = await addOwners();
    const rival = await openRival(app.database);
    await rival.query('rollback; begin isolation level repeatable read; set local role waybill_system');
    await rival.query('select from clients');
    await insert([owners]);
    await expect(rival.query('delete from clients where id = $1', [owners.clientId])).rejects.toMatchObject({
      code: '0A000',
    });
    await rival.giveWay();
  });

  /** An organization's client and depot to which nothing else refers. */
  async function addOwners(): Promise<Owners> {
    const organizationId = (await signUp(app)).membership.organization.id;
    const [clientId, depotId] = [uuidv7(), uuidv7()];
    await app.database.query(
      `insert into depots (id, organization_id, name, is_main, timezone, created_at, updated_at)
       values ($1, $2, 'Uptown', false, 'UTC', now(), now())`,
      [depotId, organizationId],
    );
    await app.database.query(
      `insert into clients (id, organization_id, company_name, status, allow_order_upload, default_depot_id, required_fields, created_at, updated_at)
       select $1, $2, 'Book Nook', 'active', true, id, '{}', now(), now() from depots where organization_id = $2 and is_main`,
      [clientId, organizationId],
    );
    return { organizationId, clientId, depotId };
  }

  const insert = (rows: Owners[]) => app.database.query(...insertion(rows));
  const violated = (owner: 'client' | 'depot') => ({ code: '23503', constraint: `orders_${owner}_fk` });
});

function insertion(rows: Owners[]): [sql: string, values: unknown[]] {
  const columns = (['organizationId', 'clientId', 'depotId'] as const).map((key) =>
    rows.map((row) => row[key]),
  );
  return [
    `insert into orders (id, organization_id, client_id, depot_id, status, source, products, created_at, updated_at)
     select gen_random_uuid(), o, c, d, 'submitted', 'dispatcher', '{}', now(), now()
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as t (o, c, d)`,
    columns,
  ];
}
