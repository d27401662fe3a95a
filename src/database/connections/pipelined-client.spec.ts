import pg from 'pg';
import { InDoubtError, outageOf } from '../../common/problems/outages.js';
import { last, prepared, sendInPipeline } from './pipelined-client.js';

describe('a pipelined connection', () => {
  let client: pg.Client;
  beforeEach(async () => {
    client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL, pipeline: true });
    client.on('error', () => undefined);
    await client.connect();
    sendInPipeline(client);
  });
  afterEach(() => client.end());

  const setting = async (name: string) => {
    const { rows } = await client.query<{ value: string | null }>(
      'select current_setting($1, true) as value',
      [name],
    );
    return rows[0]?.value;
  };

  it('opens a transaction with its first statement and keeps its settings inside', async () => {
    await client.query('begin');
    await client.query(`select set_config('app.canary', 'inside', true)`);
    expect(client.getTransactionStatus()).toBe('I');
    expect(await setting('app.canary')).toBe('inside');
    expect(client.getTransactionStatus()).toBe('T');
    await client.query('commit');
    expect(client.getTransactionStatus()).toBe('I');
    expect(await setting('app.canary')).toBe('');
  });

  it('sends nothing for a transaction in which nothing happens', async () => {
    await client.query('begin');
    await client.query(`select set_config('app.canary', 'unseen', true)`);
    await client.query('commit');
    expect(client.getTransactionStatus()).toBe('I');
    expect(await setting('app.canary')).not.toBe('unseen');
  });

  it('fails the first statement with the settings, and runs none of it', async () => {
    await client.query('begin');
    await client.query(`select set_config('role', 'no_such_role', true)`);
    await expect(client.query('create temp table canary (id int)')).rejects.toThrow('no_such_role');
    await client.query('rollback');
    const { rows } = await client.query(`select to_regclass('pg_temp.canary') as found`);
    expect(rows).toEqual([{ found: null }]);
  });

  it('plans a prepared statement once, whoever runs it', async () => {
    const text = prepared('select $1::int as n');
    for (const n of [1, 2, 3]) {
      await client.query('begin');
      const { rows } = await client.query(text, [n]);
      await client.query('commit');
      expect(rows).toEqual([{ n }]);
    }
    await expect(client.query(text, ['x'])).rejects.toThrow('invalid input syntax');
    const { rows } = await client.query('select statement from pg_prepared_statements');
    expect(rows).toEqual([{ statement: text }]);
  });

  it('takes a rollback on a connection that is gone for done', async () => {
    await client.query('begin');
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const admin = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
    await admin.connect();
    const statement = expect(client.query('select pg_sleep(30)')).rejects.toThrow('administrator command');
    await admin.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
    await statement;
    expect(await client.query('rollback')).toMatchObject({ rows: [] });
    await admin.end();
  });

  it('calls a commit in doubt whose connection is lost meanwhile, and none that was refused', async () => {
    const commitIn = async (work: string) => {
      await client.query('begin');
      await client.query(
        `create temp table canary (id int);
         create function pg_temp.late() returns trigger language plpgsql as 'begin ${work}; return null; end';
         create constraint trigger late after insert on canary deferrable initially deferred
           for each row execute function pg_temp.late();
         insert into canary values (1)`,
      );
      return client.query('commit').catch((error: unknown) => error);
    };
    const refused = await commitIn(`raise exception sqlstate ''23514''`);
    expect(refused).toMatchObject({ code: '23514' });
    const lost = await commitIn('perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(10)');
    expect(lost).toBeInstanceOf(InDoubtError);
    expect(outageOf(new Error('wrapped', { cause: lost }))).toMatchObject({
      code: 'unavailable',
      detail: expect.stringContaining('may or may not have been carried out') as string,
    });
  });

  it('refuses the commit of a transaction in which a statement failed', async () => {
    await client.query('begin');
    await expect(client.query('select 1 / 0')).rejects.toThrow('division by zero');
    await expect(client.query('commit')).rejects.toThrow('failed before its commit');
    expect(client.getTransactionStatus()).toBe('I');
  });

  it('commits with the last statement, unless that fails', async () => {
    await client.query('create temp table canary (id int)');
    for (const [id, divisor] of [
      [1, 1],
      [2, 0],
    ] as const) {
      await client.query('begin');
      await client.query('insert into canary values ($1)', [id]);
      const sent = client.query(last('select 1 / $1::int as n'), [divisor]);
      if (divisor === 0) {
        await expect(sent).rejects.toMatchObject({ code: '22012' });
        await client.query('rollback');
      } else {
        expect((await sent).rows).toEqual([{ n: 1 }]);
        expect((await client.query('commit')).command).toBe('COMMIT');
      }
      expect(client.getTransactionStatus()).toBe('I');
    }
    expect((await client.query('select id from canary')).rows).toEqual([{ id: 1 }]);
  });

  it('is in doubt where the connection is lost with the last statement', async () => {
    await client.query('begin');
    await client.query('select 1');
    const sent = client.query(last('select pg_sleep($1)'), [60]);
    (client as pg.Client & { connection: pg.Connection }).connection.stream.destroy();
    await expect(sent).rejects.toThrow(InDoubtError);
  });
});
