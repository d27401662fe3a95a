import pg from 'pg';
import { InDoubtError } from '../../common/problems/outages.js';
import { SharedTransaction, SharedWorkUndone } from './shared-transaction.js';

const insert = (...values: string[]) => ({
  text: 'insert into shared_work select unnest($1::text[]) returning value',
  values: [values],
});
const note = (value: string) => ({ text: 'insert into shared_work values ($1)', values: [value] });
const failing = { text: 'select 1 / 0', values: [] };
const lost = { text: 'select pg_terminate_backend(pg_backend_pid())', values: [] };

describe('a transaction that several share', () => {
  let pool: pg.Pool;
  let admin: pg.Pool;
  let committed: number;
  beforeAll(async () => {
    admin = new pg.Pool({ connectionString: process.env.TEST_DATABASE_URL });
    await admin.query('create table shared_work (value text)');
    pool = new pg.Pool({ connectionString: process.env.TEST_DATABASE_URL, pipeline: true, max: 3 });
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
  });
  afterAll(async () => {
    await admin.query('drop table shared_work');
    await Promise.all([pool.end(), admin.end()]);
  });
  beforeEach(async () => {
    committed = 0;
    await admin.query('truncate shared_work');
  });

  const begin = async (...values: string[]) => {
    const count = () => void (committed += 1);
    return SharedTransaction.begin<{ value: string }>(pool, [insert(...values)], count);
  };
  const stored = async () => {
    const { rows } = await admin.query<{ value: string }>('select value from shared_work order by value');
    return rows.map(({ value }) => value);
  };

  it('commits once all have finished, with what each does last', async () => {
    const { rows, transaction } = await begin('a', 'b');
    expect(rows).toEqual([{ value: 'a' }, { value: 'b' }]);
    const first = transaction.finish(note('a kept'));
    await expect(
      Promise.race([first, new Promise((resolve) => setTimeout(resolve, 20, 'waits'))]),
    ).resolves.toBe('waits');
    expect([await stored(), committed]).toEqual([[], 0]);
    await Promise.all([first, transaction.finish(note('b kept'))]);
    expect([await stored(), committed]).toEqual([['a', 'a kept', 'b', 'b kept'], 1]);
    expect(pool.idleCount).toBe(pool.totalCount);
  });

  it.each([
    ['leaves', (transaction: SharedTransaction) => Promise.resolve(transaction.leave(new Error('left')))],
    ['fails', (transaction: SharedTransaction) => transaction.finish(failing)],
  ])('commits nothing where one of several %s, and says that others may try alone', async (_, end) => {
    const { transaction } = await begin('a', 'b');
    const [first, second] = await Promise.allSettled([transaction.finish(note('a kept')), end(transaction)]);
    expect(first).toMatchObject({ reason: expect.any(SharedWorkUndone) as unknown });
    expect([second.status === 'fulfilled' || second.reason instanceof SharedWorkUndone]).toEqual([true]);
    await expect(transaction.finish(note('late'))).rejects.toThrow(SharedWorkUndone);
    expect([await stored(), committed]).toEqual([[], 0]);
    await expect((await begin('next')).transaction.finish(note('kept'))).resolves.toBeUndefined();
  });

  it('fails with what the last statement of the only one fails with', async () => {
    const { transaction } = await begin('a');
    await expect(transaction.finish(failing)).rejects.toMatchObject({ code: '22012' });
    expect([await stored(), committed]).toEqual([[], 0]);
  });

  it.each([
    ['is committed', (transaction: SharedTransaction) => transaction.finish(note('a kept'))],
    ['fails', (transaction: SharedTransaction) => transaction.finish(failing)],
  ])('tells one that has no part in it that it %s', async (how, end) => {
    const { transaction } = await begin('a');
    const told = transaction.untilCommitted();
    const ends = await Promise.allSettled([told, end(transaction)]);
    expect(ends[0]).toMatchObject(
      how === 'fails'
        ? { reason: expect.any(SharedWorkUndone) as unknown }
        : { status: 'fulfilled', value: undefined },
    );
    expect(await stored()).toEqual(how === 'fails' ? [] : ['a', 'a kept']);
  });

  it('is in doubt where the connection is lost while it commits', async () => {
    const { transaction } = await begin('a', 'b');
    const ends = await Promise.allSettled([transaction.finish(note('a')), transaction.finish(lost)]);
    for (const end of ends) expect(end).toMatchObject({ reason: expect.any(InDoubtError) as unknown });
    expect(committed).toBe(0);
  });

  it('is over at once where nobody shares it, or its beginning fails', async () => {
    const pids = new Set<number>();
    pool.on('acquire', (client) => pids.add((client as pg.PoolClient & { processID: number }).processID));
    for (let time = 0; time < 5; time += 1) {
      const { transaction } = await begin();
      await expect(transaction.untilCommitted()).resolves.toBeUndefined();
    }
    expect(pids.size).toBe(1);
    await expect(SharedTransaction.begin(pool, [failing], () => undefined)).rejects.toMatchObject({
      code: '22012',
    });
    expect([await stored(), committed, pool.totalCount - pool.idleCount]).toEqual([[], 0, 0]);
  });
});
