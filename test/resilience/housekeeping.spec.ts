import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('housekeeping', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('clears all that has expired, however much it is, and nothing else', async () => {
    const addCounters = (many: number, hours: number) =>
      app.database.query(
        `insert into sign_in_counters (key, failures, allowance, next_attempt_at, expires_at)
         select sha256(concat($2::int, ' ', n)::bytea), 1, 1, now(), now() + make_interval(hours => $2)
           from generate_series(1, $1::int) n`,
        [many, hours],
      );
    await addCounters(4_500, -1);
    await addCounters(3, 1);
    const id = randomUUID();
    await app.database.query(
      `insert into jobs (id, name, queue, payload, state, attempts, run_at, request_id, created_at)
       values ($1, 'housekeeping.run', 'housekeeping', '{}', 'waiting', 0, now(), '', now())`,
      [id],
    );
    await eventually(async () => {
      const [job] = await app.database.query<{ state: string }>('select state from jobs where id = $1', [id]);
      return job?.state === 'done' || undefined;
    });
    const [left] = await app.database.query<{ n: number }>('select count(*)::int as n from sign_in_counters');
    expect(left).toEqual({ n: 3 });
    const next = await app.database.query<{ late: boolean }>(
      `select run_at <= now() as late from jobs where name = 'housekeeping.run' and state = 'waiting'`,
    );
    expect(next).toEqual([{ late: false }]);
  });

  it('keeps jobs that are done for a week, those of routes for an hour', async () => {
    const addDone = async (queue: string, hours: number) => {
      const id = randomUUID();
      await app.database.query(
        `insert into jobs (id, name, queue, payload, state, attempts, run_at, request_id, created_at, finished_at)
         values ($1, 'gone', $2, '{}', 'done', 1, now(), '', now(), now() - make_interval(hours => $3))`,
        [id, queue, hours],
      );
      return id;
    };
    const kept: string[] = [await addDone('mail', 7 * 24 - 1), await addDone('routes', 0)];
    const gone = [await addDone('mail', 7 * 24 + 1), await addDone('routes', 2)];
    await app.database.query(
      `update jobs set run_at = now() where name = 'housekeeping.run' and state = 'waiting'`,
    );
    const left = () =>
      app.database.query<{ id: string }>('select id from jobs where id = any($1)', [[...kept, ...gone]]);
    await eventually(async () => (await left()).every(({ id }) => kept.includes(id)) || undefined);
    expect(await left()).toHaveLength(kept.length);
  });
});
