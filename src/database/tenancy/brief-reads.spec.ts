import pg from 'pg';
import type { Read } from '../replica/replica.js';
import { briefReads } from './brief-reads.js';
import { readsPool } from './reads-pool.js';

const url = process.env.TEST_DATABASE_URL!;

describe('brief reads', () => {
  let pool: pg.Pool;
  let flights: number;
  let read: (as: string, text: string, value?: unknown) => Promise<object[]>;
  beforeEach(() => {
    flights = 0;
    pool = new pg.Pool({ connectionString: url, max: 4, ...readsPool });
    pool.on('error', () => undefined);
    pool.on('acquire', () => (flights += 1));
    const ask = briefReads(pool);
    read = (as, text, value) => ask(readOf(as, text, value));
  });
  afterEach(() => pool.end());

  const readOf = (as: string, text: string, value?: unknown): Read => [
    { name: 'as', text: `select num_nulls(set_config('app.canary', $1, true))`, values: [as] },
    { name: text, text, values: value === undefined ? [] : [value] },
  ];
  const who = `select current_setting('app.canary') as who, $1::int as n`;

  it('go together where they come together, each with its own rows', async () => {
    const asked = await Promise.all([1, 2, 3].map((n) => read('a', who, n)));
    expect(asked).toEqual([1, 2, 3].map((n) => [{ who: 'a', n }]));
    expect(flights).toBe(1);
  });

  it('are of one tenant each time', async () => {
    const tenants = ['a', 'b', 'a', 'c', 'b'];
    const rows = await Promise.all(tenants.map((tenant, n) => read(tenant, who, n)));
    expect(rows).toEqual(tenants.map((tenant, n) => [{ who: tenant, n }]));
    expect(flights).toBe(3);
  });

  it('fail alone where one is refused', async () => {
    const divided = 'select 6 / $1::int as n';
    const asked = await Promise.allSettled([3, 0, 2].map((n) => read('a', divided, n)));
    expect(asked).toMatchObject([
      { value: [{ n: 2 }] },
      { reason: { code: '22012' } },
      { value: [{ n: 3 }] },
    ]);
    await expect(read('a', divided, 0)).rejects.toMatchObject({ code: '22012' });
    expect(flights).toBe(5);
  });

  it('fail alone where the rows of one cannot be read', async () => {
    const types = new pg.TypeOverrides();
    types.setTypeParser(pg.types.builtins.MONEY, () => {
      throw new Error('not money');
    });
    const careless = new pg.Pool({ connectionString: url, ...readsPool, types });
    const ask = briefReads(careless);
    const asked = ['select 1 as n', 'select 1::money as n'].map((text) => ask(readOf('a', text)));
    expect(await Promise.allSettled(asked)).toMatchObject([
      { value: [{ n: 1 }] },
      { reason: { message: 'not money' } },
    ]);
    await careless.end();
  });

  it('fail together, and are not sent again, where the connection is lost', async () => {
    const ended = 'select pg_terminate_backend(pg_backend_pid()) is null as n';
    const asked = await Promise.allSettled([read('a', who, 1), read('a', ended), read('a', who, 2)]);
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(flights).toBe(1);
    expect(await read('a', who, 3)).toEqual([{ who: 'a', n: 3 }]);
  });

  it('do not wait for one that is stuck', async () => {
    const holder = new pg.Client({ connectionString: url });
    await holder.connect();
    await holder.query('begin; select pg_advisory_xact_lock(77, 1)');
    let isOver = false;
    const stuck = read('a', 'select pg_advisory_xact_lock_shared(77, 1)').finally(() => (isOver = true));
    while (flights === 0) await new Promise(setImmediate);
    expect(await read('a', who, 1)).toEqual([{ who: 'a', n: 1 }]);
    expect(isOver).toBe(false);
    await holder.end();
    await stuck;
  });
});
