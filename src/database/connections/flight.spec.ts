import { jest } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { fly } from './flight.js';

describe('a flight', () => {
  let client: pg.Client;
  beforeEach(async () => {
    client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL, pipeline: true });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('create temp table canary (id int, note text)');
  });
  afterEach(() => client.end());

  const read = { name: 'read', text: 'select * from canary order by id', values: [] };
  const insert = (id: number) => ({ name: 'insert', text: 'insert into canary values ($1)', values: [id] });

  it('has the rows of each of its statements, prepared or not', async () => {
    for (const id of [1, 2]) {
      const now = {
        text: 'select $1::int as n, $2::text[] as list, $3::text as none',
        values: [id, ['a'], null],
      };
      const [inserted, rows, values] = await fly(client, [insert(id), read, now]);
      expect(inserted).toEqual([]);
      expect(rows!.at(-1)).toEqual({ id, note: null });
      expect(values).toEqual([{ n: id, list: ['a'], none: null }]);
    }
    const { rows } = await client.query('select name from pg_prepared_statements order by name');
    expect(rows).toEqual([{ name: 'insert' }, { name: 'read' }]);
  });

  it('prepares once what it holds several times in a row, by name or not', async () => {
    const { connection } = client as pg.Client & { connection: pg.Connection };
    const parse = jest.spyOn(connection, 'parse');
    const twice = (name?: string) =>
      [1, 2].map((n) => ({ name, text: 'select $1::int as n, null as none', values: [n] }));
    const rows = await fly(client, [...twice(), ...twice('named'), ...twice()]);
    expect(rows).toEqual([1, 2, 1, 2, 1, 2].map((n) => [{ n, none: null }]));
    expect(parse).toHaveBeenCalledTimes(3);
    parse.mockRestore();
  });

  it('is one transaction, which keeps its settings inside', async () => {
    const set = { text: `select set_config('app.canary', $1, true)`, values: ['inside'] };
    const get = { text: `select current_setting('app.canary', true) as value`, values: [] };
    expect((await fly(client, [set, get]))[1]).toEqual([{ value: 'inside' }]);
    expect((await fly(client, [get]))[0]).toEqual([{ value: '' }]);
    expect(client.getTransactionStatus()).toBe('I');
  });

  it('does nothing where one statement fails, and goes on afterwards', async () => {
    const fail = { name: 'fail', text: 'select 1 / $1::int as n', values: [0] };
    for (let time = 0; time < 2; time += 1) {
      await expect(fly(client, [insert(1), fail, read])).rejects.toMatchObject({ code: '22012' });
      expect((await fly(client, [read]))[0]).toEqual([]);
    }
    expect((await fly(client, [{ ...fail, values: [1] }]))[0]).toEqual([{ n: 1 }]);
  });

  it('prepares again what has other columns by now', async () => {
    await fly(client, [insert(1), read]);
    await client.query('alter table canary add column more int');
    await expect(fly(client, [read])).rejects.toMatchObject({ code: '0A000' });
    expect((await fly(client, [read]))[0]).toEqual([{ id: 1, note: null, more: null }]);
  });

  it('prepares again what takes the name of another, also before that has come back', async () => {
    const take = (column: string) => ({ name: 'taken', text: `select 1 as ${column}`, values: [] });
    expect(await fly(client, [take('a')])).toEqual([[{ a: 1 }]]);
    const columns = ['b', 'a', 'a', 'c', 'b', 'c', 'a'];
    const rows = await Promise.all(columns.map(async (column) => (await fly(client, [take(column)]))[0]));
    expect(rows).toEqual(columns.map((column) => [{ [column]: 1 }]));
    expect(await fly(client, [take('a')])).toEqual([[{ a: 1 }]]);
    const { rows: kept } = await client.query('select name, statement from pg_prepared_statements');
    expect(kept).toEqual([{ name: 'taken', statement: 'select 1 as a' }]);
  });

  it('prepares again what a flight that failed was to prepare', async () => {
    const take = (text: string) => ({ name: 'taken', text, values: [] });
    const [one, two, slow] = ['select 1 as n', 'select 2 as n', ', pg_sleep(0.2)::text as slept'];
    const fail = { text: 'select 1 / 0', values: [] };
    const first = fly(client, [take(one)]);
    const second = fly(client, [take(two + slow)]);
    const failing = fly(client, [fail, take(one)]);
    await first;
    const last = fly(client, [take(one)]);
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect([await second, await last]).toEqual([[[{ n: 2, slept: '' }]], [[{ n: 1 }]]]);
  });

  it('fails once where a value cannot be sent, also when the time for it is over', async () => {
    const impatient = new pg.Client({
      connectionString: process.env.TEST_DATABASE_URL,
      pipeline: true,
      query_timeout: 50,
    });
    impatient.on('error', () => undefined);
    await impatient.connect();
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    const big = { text: 'select $1::json', values: [{ n: 1n }] };
    await expect((async () => fly(impatient, [big]))()).rejects.toThrow('BigInt');
    await delay(150);
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
    await impatient.end().catch(() => undefined);
  });

  it('fails with its connection', async () => {
    const waiting = fly(client, [{ text: 'select pg_sleep(60)', values: [] }]);
    (client as pg.Client & { connection: pg.Connection }).connection.stream.destroy();
    await expect(waiting).rejects.toThrow();
    await expect(fly(client, [read])).rejects.toThrow();
  });
});
