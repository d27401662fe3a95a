import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openPool } from '../../src/database/connections/connections.js';
import { SystemSql } from '../../src/database/tenancy/system-sql.js';
import { JobClaims } from '../../src/jobs/job-claims.js';
import { claimSql, runnerLocks } from '../../src/jobs/job-statements.js';
import { noTenant } from '../../src/jobs/job.entity.js';
import { limitsOf, queueOf, type JobName, type QueueName } from '../../src/jobs/job-map.js';
import { openRival } from '../support/row-locks.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

interface JobRow {
  state: string;
  runner: number | null;
  attempts: number;
  crashes: number;
  last_error: string | null;
}

describe('the claims of two runners', () => {
  const [mine, theirs] = [11, 12];
  let database: TestDatabase;
  let pool: pg.Pool;
  let one: JobClaims;
  let other: JobClaims;
  beforeEach(async () => {
    database = await createTestDatabase();
    pool = openPool(database.url, 'system', 4);
    const sql = new SystemSql(pool);
    [one, other] = [new JobClaims(sql, mine), new JobClaims(sql, theirs)];
  });
  afterEach(async () => {
    await pool.end();
    await database.drop();
  });

  /** A job that came so many seconds ago. */
  async function add(
    secondsAgo: number,
    {
      tenant = noTenant,
      team = null,
      name = 'imports.run',
      state = 'waiting',
      runner = null,
    }: {
      tenant?: string;
      team?: string | null;
      name?: JobName;
      state?: string;
      runner?: number | null;
    } = {},
  ): Promise<string> {
    const id = randomUUID();
    await database.query(
      `insert into jobs (id, name, queue, payload, state, tenant, attempts, runner, run_at, request_id, created_at, team)
       values ($1, $2, $7, '{}', $3, $4, 1, $5, now() - make_interval(secs => $6), 'r', now(), $8)`,
      [id, name, state, tenant, runner, secondsAgo, queueOf(name), team],
    );
    return id;
  }
  const jobOf = async (id: string) =>
    (
      await database.query<JobRow>(
        'select state, runner, attempts, crashes, last_error from jobs where id = $1',
        [id],
      )
    )[0]!;
  const claimed = async (claims = one, queue: QueueName = 'imports') => (await claims.claim(queue, 1))[0]?.id;
  /** Claims and does, until there is nothing more. */
  async function inTurn(): Promise<string[]> {
    const order: string[] = [];
    for (let id = await claimed(); id; id = await claimed()) {
      order.push(id);
      await one.done(id);
    }
    return order;
  }

  it('go round the tenants, whoever brought more, the oldest of each first', async () => {
    const [crowd, few] = [randomUUID(), randomUUID()];
    const crowded = [
      await add(60, { tenant: crowd }),
      await add(50, { tenant: crowd }),
      await add(40, { tenant: crowd }),
    ];
    const few1 = await add(20, { tenant: few });
    const few2 = await add(10, { tenant: few });
    const nobodys = [await add(30), await add(5), await add(4)];
    const round1 = [crowded[0], nobodys[0], few1];
    const round2 = [crowded[1], nobodys[1], few2];
    expect(await inTurn()).toEqual([...round1, ...round2, crowded[2], nobodys[2]]);
  });

  it('take as many as there are slots for, fairly', async () => {
    const [crowd, few] = [randomUUID(), randomUUID()];
    const crowded: string[] = [];
    for (const ago of [60, 50, 40]) crowded.push(await add(ago, { tenant: crowd, name: 'invitations.mail' }));
    const few1 = await add(20, { tenant: few, name: 'invitations.mail' });
    const batch = async (most: number) => (await one.claim('mail', most)).map(({ id }) => id).sort();
    expect(await batch(3)).toEqual([crowded[0], crowded[1], few1].sort());
    expect(await batch(3)).toEqual([crowded[2]]);
  });

  it('take no two imports of one tenant in one batch', async () => {
    const [tenant, other] = [randomUUID(), randomUUID()];
    const [first] = [await add(60, { tenant }), await add(50, { tenant })];
    const elsewhere = await add(20, { tenant: other });
    expect((await one.claim('imports', 3)).map(({ id }) => id).sort()).toEqual([first, elsewhere].sort());
  });

  it.each([
    ['claimed', (claims: JobClaims, most: number) => claims.claim('webhooks', most)],
    ['handed', (claims: JobClaims, most: number) => claims.hand('webhooks', most)],
  ])('let a team of many endpoints take no more than its part, %s', async (_, take) => {
    const limits = () => ({ ...limitsOf('webhooks'), slots: 20, perTenant: 2, perTeam: 5 });
    const claims = new JobClaims(new SystemSql(pool), mine, limits);
    const [crowd, few] = [randomUUID(), randomUUID()];
    const ofTeam = async (team: string, endpoints: number) => {
      const ids: string[] = [];
      for (let n = 0; n < endpoints; n += 1) {
        const tenant = randomUUID();
        for (const ago of [60, 50, 40])
          ids.push(await add(ago - n, { team, tenant, name: 'webhooks.deliver' }));
      }
      return ids;
    };
    const crowded = await ofTeam(crowd, 8);
    const fair = await ofTeam(few, 2);
    const countOf = (taken: { id: string }[], ids: string[]) =>
      taken.filter(({ id }) => ids.includes(id)).length;
    const [first, then] = [await take(claims, 4), await take(claims, 20)];
    expect([crowded, fair].map((ids) => countOf(first, ids))).toEqual([2, 2]);
    expect([crowded, fair].map((ids) => countOf(then, ids))).toEqual([3, 2]);
    expect(await take(claims, 20)).toEqual([]);
  });

  it('take one import of a tenant at a time, but its mails beside it', async () => {
    const tenant = randomUUID();
    const first = await add(20, { tenant });
    await add(10, { tenant });
    const elsewhere = await add(5, { tenant: randomUUID() });
    const mail = await add(1, { tenant, name: 'invitations.mail' });
    const mail2 = await add(0, { tenant, name: 'invitations.mail' });
    expect([await claimed(), await claimed(other), await claimed()]).toEqual([first, elsewhere, undefined]);
    expect([await claimed(one, 'mail'), await claimed(other, 'mail')]).toEqual([mail, mail2]);
    expect(await jobOf(first)).toMatchObject({ state: 'running', runner: mine, attempts: 2 });
  });

  it('take what is due and waits, of their queue alone', async () => {
    await add(-60);
    await add(60, { state: 'running', runner: theirs });
    await add(60, { state: 'done' });
    await add(60, { state: 'dead' });
    const mail = await add(60, { name: 'password-resets.mail' });
    expect(await claimed()).toBeUndefined();
    expect(await claimed(one, 'mail')).toBe(mail);
  });

  it('pass over what another takes at this moment', async () => {
    const held = await add(60, { tenant: randomUUID() });
    const free = await add(10, { tenant: randomUUID() });
    const rival = await openRival(database);
    await rival.query('select 1 from jobs where id = $1 for update', [held]);
    expect(await claimed()).toBe(free);
    await rival.giveWay();
    expect(await claimed()).toBe(held);
  });

  it('wait for what was handed while another only looks at it, as whoever hands does', async () => {
    const held = await add(60, { name: 'invitations.mail', state: 'handed' });
    const free = await add(10, { name: 'invitations.mail', state: 'handed' });
    const rival = await openRival(database);
    await rival.query('select 1 from jobs where id = $1 for update', [held]);
    const claiming = one.claimHanded([held, free]);
    await rival.isWaitedForBy(1);
    await rival.giveWay();
    expect((await claiming).map(({ id }) => id).sort()).toEqual([held, free].sort());
    expect(await other.claimHanded([held, free])).toEqual([]);
  });

  it('take all they have room for at once, whatever others are to do later', async () => {
    const busy = randomUUID();
    const due = await Promise.all(
      Array.from({ length: 6 }, (_, n) => add(60 - n, { tenant: busy, name: 'invitations.mail' })),
    );
    for (let tenants = 0; tenants < 9; tenants += 1)
      await add(-60, { tenant: randomUUID(), name: 'invitations.mail' });
    const taken = await one.claim('mail', 5);
    expect(taken.map(({ id }) => id).sort()).toEqual(due.slice(0, 5).sort());
  });

  it('level out what is under way of each', async () => {
    const [ahead, level, behind] = [randomUUID(), randomUUID(), randomUUID()];
    for (const [tenant, running] of [
      [ahead, 4],
      [level, 2],
      [behind, 0],
    ] as const) {
      for (let n = 0; n < running; n += 1)
        await add(90, { tenant, state: 'running', runner: mine, name: 'invitations.mail' });
      for (let n = 0; n < 6; n += 1) await add(60 - n, { tenant, name: 'invitations.mail' });
    }
    await one.claim('mail', 5);
    const underWay = await database.query<{ tenant: string; n: number }>(
      `select tenant, count(*)::int as n from jobs where state = 'running' group by tenant`,
    );
    const of = (wanted: string) => underWay.find(({ tenant }) => tenant === wanted)?.n;
    expect([ahead, level, behind].map(of)).toEqual([4, 4, 3]);
  });

  it('read what they take, however much waits elsewhere', async () => {
    await database.query(
      `insert into jobs (id, name, queue, payload, state, attempts, run_at, request_id, created_at)
       select gen_random_uuid(), 'invitations.mail', 'mail', '{}', 'waiting', 0, now(), 'r', now() from generate_series(1, 20000)`,
    );
    await add(20);
    await database.query('analyze jobs');
    const claim = [mine, 'imports', 5, 1, 1].reduce<string>(
      (sql, value, index) => sql.replaceAll(`$${index + 1}`, pg.escapeLiteral(String(value))),
      claimSql,
    );
    const [explained] = await database.query<{
      'QUERY PLAN': { Plan: Record<string, number> }[];
    }>(`explain (analyze, buffers, format json) ${claim}`);
    const { Plan: plan } = explained!['QUERY PLAN'][0]!;
    expect(plan['Shared Hit Blocks']! + plan['Shared Read Blocks']!).toBeLessThan(150);
    expect(await claimed(other)).toBeUndefined();
  });

  it('take up what dead runners left, and count it; not what the living are at', async () => {
    const [alive, dead, elsewhere] = [21, 22, 23];
    const [byAlive, byDead, byElsewhere] = [
      await add(60, { state: 'running', runner: alive, tenant: randomUUID() }),
      await add(60, { state: 'running', runner: dead, tenant: randomUUID() }),
      await add(60, { state: 'running', runner: elsewhere, tenant: randomUUID() }),
    ];
    const handed = [
      await add(60, { state: 'handed', runner: alive, name: 'invitations.mail' }),
      await add(60, { state: 'handed', runner: dead, name: 'invitations.mail' }),
    ];
    const locks = new pg.Client({ connectionString: database.url });
    await locks.connect();
    await locks.query('select pg_advisory_lock_shared($1, $2)', [runnerLocks, alive]);
    await locks.query('select pg_advisory_lock_shared($1, $2)', [runnerLocks + 1, dead]);
    const otherDatabase = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
    await otherDatabase.connect();
    await otherDatabase.query('select pg_advisory_lock_shared($1, $2)', [runnerLocks, elsewhere]);
    await one.recover([]);
    await Promise.all([locks.end(), otherDatabase.end()]);
    expect(await jobOf(byAlive)).toMatchObject({ state: 'running', runner: alive, crashes: 0 });
    expect(await jobOf(byDead)).toMatchObject({ state: 'waiting', runner: null, crashes: 1 });
    expect(await jobOf(byElsewhere)).toMatchObject({ state: 'waiting', runner: null, crashes: 1 });
    expect(await jobOf(handed[0]!)).toMatchObject({ state: 'handed', runner: alive });
    expect(await jobOf(handed[1]!)).toMatchObject({ state: 'waiting', runner: null, crashes: 0 });
  });

  it('take up what they ended themselves and could not note, which is no crash', async () => {
    const under = await add(60, { state: 'running', runner: mine, tenant: randomUUID() });
    const ended = await add(60, { state: 'running', runner: mine, tenant: randomUUID() });
    const done = await add(60, { state: 'done', runner: null });
    await one.recover([under]);
    expect(await jobOf(under)).toMatchObject({ state: 'running', runner: mine });
    expect(await jobOf(ended)).toMatchObject({ state: 'waiting', runner: null, crashes: 0 });
    expect((await jobOf(done)).state).toBe('done');
  });

  it.each<[string, (claims: JobClaims, id: string) => Promise<void>, object]>([
    ['is done', (claims, id) => claims.done(id), { state: 'done', runner: null }],
    ['got on', (claims, id) => claims.progressed(id), { attempts: 1, crashes: 0, runner: mine }],
    [
      'is handed back',
      (claims, id) => claims.handBack([id]),
      { state: 'waiting', runner: null, attempts: 4 },
    ],
    [
      'failed',
      (claims, id) => claims.failed(id, 'no luck', 8),
      { state: 'waiting', runner: null, last_error: 'no luck' },
    ],
  ])('note that a job %s, if it is theirs', async (_, note, expected) => {
    const [id, bystander] = [
      await add(60, { tenant: randomUUID() }),
      await add(50, { tenant: randomUUID() }),
    ];
    expect([await claimed(), await claimed()]).toEqual([id, bystander]);
    await database.query('update jobs set attempts = 5, crashes = 2');
    const before = await jobOf(id);
    await note(other, id);
    expect(await jobOf(id)).toEqual(before);
    await note(one, id);
    expect(await jobOf(id)).toMatchObject(expected);
    expect(await jobOf(bystander)).toMatchObject({ state: 'running', runner: mine, attempts: 5, crashes: 2 });
  });

  it('tell of progress that could not be noted', async () => {
    await pool.end();
    await expect(one.progressed(randomUUID())).rejects.toThrow();
    pool = openPool(database.url, 'system', 1);
  });

  it('keep a failed job from being claimed until its time has come', async () => {
    const tenant = randomUUID();
    const id = await add(60, { tenant });
    await claimed();
    await one.failed(id, 'no luck', 60);
    expect(await claimed()).toBeUndefined();
    await claimed();
    const [{ wait } = { wait: 0 }] = await database.query<{ wait: number }>(
      'select extract(epoch from run_at - now())::float8 as wait from jobs where id = $1',
      [id],
    );
    expect(wait).toBeGreaterThan(30);
    expect(wait).toBeLessThanOrEqual(60);
  });
});
