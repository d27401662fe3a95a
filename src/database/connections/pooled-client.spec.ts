import pg from 'pg';
import { openPool, pooledOptions } from './connections.js';
import { fly } from './flight.js';
import { prepared, sendInPipeline } from './pipelined-client.js';

const url = process.env.TEST_DATABASE_URL!;

describe('a connection by a pooler', () => {
  let pool: pg.Pool;
  const openDoor = (door: 'writes' | 'system') => {
    pool = openPool(url, door, 1, pooledOptions(url, door));
    return pool;
  };
  afterEach(() => pool.end());

  const settings = `select current_user as role, current_setting('statement_timeout') as "limit"`;
  /** What the connection really sends. */
  const raw = (client: pg.ClientBase) =>
    pg.Client.prototype.query.bind(client) as (text: string) => Promise<pg.QueryResult>;
  async function sessionOf(client: pg.ClientBase): Promise<unknown> {
    return (await raw(client)(settings)).rows[0];
  }

  it('starts as its login, without limits, and leaves no statement so', async () => {
    const client = await openDoor('system').connect();
    const login = { role: decodeURIComponent(new URL(url).username), limit: '0' };
    expect(await sessionOf(client)).toEqual(login);
    const { rows } = await client.query(settings);
    expect(rows).toEqual([{ role: 'waybill_system', limit: '10s' }]);
    expect(await sessionOf(client)).toEqual(login);
    client.release();
    expect((await pool.query(settings)).rows).toEqual(rows);
  });

  it('begins a transaction with the settings of its door, before its own', async () => {
    const client = await openDoor('writes').connect();
    sendInPipeline(client);
    await client.query('begin');
    await client.query(`select set_config('role', 'waybill_client', true)`);
    expect((await client.query(settings)).rows).toEqual([{ role: 'waybill_client', limit: '1min' }]);
    await client.query('rollback');
    await client.query('begin read only; set local role waybill_organization');
    expect((await client.query(settings)).rows).toEqual([{ role: 'waybill_organization', limit: '1min' }]);
    await client.query('commit');
    expect((await client.query(settings)).rows).toEqual([{ role: 'waybill_nobody', limit: '1min' }]);
    client.release();
  });

  it('prepares nothing by name', async () => {
    const client = await openDoor('writes').connect();
    sendInPipeline(client);
    await client.query({ name: 'alone', text: 'select $1::int as n', values: [1] });
    await client.query('begin');
    await client.query(prepared('select $1::int as n'), [1]);
    expect((await client.query('select from pg_prepared_statements')).rowCount).toBe(0);
    await client.query('commit');
    client.release();
  });

  it('lets a flight begin with the settings as well', async () => {
    const client = await openDoor('system').connect();
    for (let time = 0; time < 2; time += 1) {
      const [first, second] = await fly(client, [
        { name: 'settings', text: settings, values: [] },
        { name: 'number', text: 'select $1::int as n', values: [1] },
      ]);
      expect(first).toEqual([{ role: 'waybill_system', limit: '10s' }]);
      expect(second).toEqual([{ n: 1 }]);
    }
    expect((await client.query('select from pg_prepared_statements')).rowCount).toBe(0);
    const fail = { text: 'select 1 / $1::int', values: [0] };
    await expect(fly(client, [fail])).rejects.toMatchObject({ code: '22012' });
    expect(await fly(client, [{ ...fail, values: [1] }])).toHaveLength(1);
    client.release();
  });

  it('lets flights of one transaction go on with its own settings', async () => {
    const client = await openDoor('writes').connect();
    const statement = (text: string) => ({ text, values: [] });
    const act = statement("select set_config('role', 'waybill_client', true)");
    const begun = await fly(client, [statement('begin'), act, statement(settings)]);
    const goesOn = await fly(client, [statement(settings), statement('commit')]);
    expect([begun[2], goesOn[0]]).toEqual(Array(2).fill([{ role: 'waybill_client', limit: '1min' }]));
    expect(await fly(client, [statement(settings)])).toEqual([[{ role: 'waybill_nobody', limit: '1min' }]]);

    await fly(client, [statement('begin'), act]);
    await expect(fly(client, [statement('select 1 / 0'), statement('commit')])).rejects.toMatchObject({
      code: '22012',
    });
    await client.query('rollback');
    expect(await fly(client, [statement(settings)])).toEqual([[{ role: 'waybill_nobody', limit: '1min' }]]);
    client.release();
  });

  it('undoes a statement by itself that fails, and tells why', async () => {
    openDoor('system');
    await expect(pool.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' });
    const client = await pool.connect();
    await expect(client.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' });
    expect((await client.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    client.release();
  });

  it('takes a statement whose commit fails for failed', async () => {
    const client = await openDoor('system').connect();
    await raw(client)(
      `create temp table canary (id int unique deferrable initially deferred);
       grant all on canary to waybill_system`,
    );
    const twice = 'insert into canary values ($1), ($1)';
    await expect(client.query(twice, [1])).rejects.toMatchObject({ code: '23505' });
    expect((await client.query('select from canary')).rowCount).toBe(0);
    client.release();
  });
});
