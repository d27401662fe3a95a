import type pg from 'pg';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { openClient, openPool } from '../../src/database/connections/connections.js';
import { outageOf } from '../../src/common/problems/outages.js';

describe('an outage', () => {
  const url = process.env.TEST_DATABASE_URL!;
  const pools: pg.Pool[] = [];
  const open = (more: pg.PoolConfig = {}, to = url) => {
    const pool = openPool(to, 'health', 1, { connectionTimeoutMillis: 5_000, query_timeout: 0, ...more });
    pools.push(pool);
    return pool;
  };
  afterEach(async () => {
    await Promise.all(pools.splice(0).map(async (pool) => pool.ended || (await pool.end())));
  });

  const codeOf = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    return outageOf(error)?.code ?? error;
  };
  /** What PostgreSQL answers with this SQLSTATE. */
  const raised = (state: string) =>
    codeOf(open().query(`do $$ begin raise exception 'no' using errcode = '${state}'; end $$`));

  it.each([
    '08006',
    '53200',
    '53300',
    '53400',
    '55P03',
    '57014',
    '57P01',
    '57P03',
    '58030',
    '40001',
    '40P01',
  ])('is what PostgreSQL means by %s: callers may come again', async (state) => {
    expect(await raised(state)).toBe('unavailable');
  });

  it.each(['22P02', '23505', '42501', '42601'])('is not what PostgreSQL means by %s', async (state) => {
    expect(await raised(state)).toMatchObject({ code: state });
  });

  it('is a server that refuses connections, and one that has no such database or login', async () => {
    const nowhere = new URL(url);
    nowhere.port = '1';
    const unknown = new URL(url);
    unknown.pathname = 'no_such_database';
    expect(await codeOf(open({}, nowhere.href).query('select 1'))).toBe('unavailable');
    expect(await codeOf(open({}, unknown.href).query('select 1'))).toBe('unavailable');
  });

  it('is a server that takes a connection and then says nothing', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as AddressInfo;
    const to = `postgresql://nobody@127.0.0.1:${port}/nothing`;
    expect(await codeOf(open({ connectionTimeoutMillis: 50 }, to).query('select 1'))).toBe('unavailable');
    silent.close();
  });

  it('is a pool whose connections are all taken, and one that has ended', async () => {
    const pool = open({ connectionTimeoutMillis: 2_000 });
    const taken = await pool.connect();
    expect(await codeOf(pool.connect())).toBe('unavailable');
    taken.release();
    await pool.end();
    expect(await codeOf(pool.connect())).toBe('unavailable');
  });

  it('is a connection that is dropped under a statement, and what is asked on it afterwards', async () => {
    const pool = open({ statement_timeout: 0 });
    const client = await pool.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const answer = codeOf(client.query('select pg_sleep(30)'));
    const admin = openClient(url, 'migrations');
    await admin.connect();
    await admin.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
    await admin.end();
    expect(await answer).toBe('unavailable');
    expect(await codeOf(client.query('select 1'))).toBe('unavailable');
    expect(await codeOf(client.query('select 1'))).toBe('unavailable');
    client.release(true);
  });

  it('is a statement that takes too long, by the server’s watch and by ours', async () => {
    const slow = 'select pg_sleep(30)';
    expect(await codeOf(open({ statement_timeout: 50 }).query(slow))).toBe('unavailable');
    expect(await codeOf(open({ statement_timeout: 0, query_timeout: 50 }).query(slow))).toBe('unavailable');
    const pipelined = open({ statement_timeout: 0, query_timeout: 50, pipeline: true });
    expect(await codeOf(pipelined.query(slow))).toBe('unavailable');
  });

  it('is a full disk, of this machine and of PostgreSQL', async () => {
    expect(await codeOf(writeFile('/dev/full', 'x'))).toBe('insufficient_storage');
    expect(await raised('53100')).toBe('insufficient_storage');
  });

  it('is storage that cannot be written to, of this machine and of PostgreSQL', async () => {
    expect(await codeOf(writeFile('/sys/kernel/waybill', 'x'))).toBe('storage_read_only');
    expect(await codeOf(open().query('begin read only; create table nothing ()'))).toBe('storage_read_only');
  });

  it('is found under the error that wraps it', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    expect(outageOf(new Error('The file store failed', { cause: refused }))?.headers).toEqual({
      'retry-after': '2',
    });
  });

  it('is not a file that is missing, a mistake of ours, or something that is no error', async () => {
    expect(await codeOf(readFile('/no/such/file'))).toMatchObject({ code: 'ENOENT' });
    expect(outageOf(new TypeError('x is not a function'))).toBeUndefined();
    expect(outageOf('Connection terminated')).toBeUndefined();
  });
});
