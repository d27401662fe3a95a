import { runInContext, systemActor } from '../../src/common/http/request-context.js';
import { Database, rowsOf } from '../../src/database/database.js';
import type { TenantScope } from '../../src/database/tenancy/tenancy.js';
import { planRoute, stopAt } from '../support/dispatch.js';
import { newEmail } from '../support/invitations.js';
import { eventually } from '../support/eventually.js';
import { startReceiver } from '../support/receiver.js';
import { addSandbox, signInto, type TestSandbox } from '../support/sandbox.js';
import { addClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const day = 86_400;

/** Times that stay as they are when the clock of a sandbox moves. */
const unmoved: Record<string, string> = {
  'idempotency_keys.created_at': 'A move that is sent again must find its answer, not be made twice.',
  'idempotency_keys.expires_at': 'A move that is sent again must find its answer, not be made twice.',
  'jobs.claimed_at': 'It says whose turn it was last, and which work Redis lost; no promise hangs on it.',
  'password_resets.created_at': 'It is of a person, who may be in real teams too.',
  'password_resets.expires_at': 'It is of a person, who may be in real teams too.',
  'password_resets.used_at': 'It is of a person, who may be in real teams too.',
  'proofs.recorded_at': 'It is part of what the chain of proof hashes.',
  'refresh_tokens.created_at': 'It is of a session.',
  'refresh_tokens.used_at': 'It is of a session.',
  'sessions.created_at': 'It is of a person, whose device would be signed out.',
  'sessions.ended_at': 'It is of a person, whose device would be signed out.',
  'sessions.expires_at': 'It is of a person, whose device would be signed out.',
  'sessions.last_used_at': 'It is of a person, whose device would be signed out.',
  'shopify_webhook_events.finished_at': 'It is of a store, and says when that spoke.',
  'shopify_webhook_events.received_at': 'It is of a store, and says when that spoke.',
  'shopify_webhook_events.triggered_at': 'It is of a store, and says when that spoke.',
  'sign_in_counters.expires_at': 'It is of an address or account.',
  'sign_in_counters.next_attempt_at': 'It is of an address or account.',
  'users.created_at': 'It is of a person, who may be in real teams too.',
  'users.password_changed_at': 'It is of a person, who may be in real teams too.',
  'users.updated_at': 'It is of a person, who may be in real teams too.',
};

describe('the clock of a sandbox', () => {
  let app: TestApp;
  let sandbox: TestSandbox;
  beforeAll(async () => {
    // Nothing else is to change the rows meanwhile.
    app = await startTestApp({ env: { RUN_JOBS: 'worker' } });
    sandbox = await addSandbox(app);
  });
  afterAll(() => app.close());

  const advance = (seconds: number, token = sandbox.token) => app.as(token).sandbox.advanceClock({ seconds });

  type Row = Record<string, string | null>;
  interface Times {
    table_name: string;
    moments: string[] | null;
    days: string[] | null;
  }
  const times = () => app.database.query<Times>('select * from sandbox_times() order by table_name');
  const rowsIn = async (table: string) => {
    const rows = await app.database.query<{ row: Row; organization: string }>(
      `select to_jsonb(t) as row, ${table === 'organizations' ? 't.id' : 't.organization_id'} as organization
         from ${table} t order by t::text`,
    );
    return rows;
  };
  const keyOf = ({ id, route_id, order_id }: Row) => id ?? route_id ?? order_id;

  it('moves every time of every table that tells its organization, but for those with a reason', async () => {
    const all = await app.database.query<{ name: string }>(
      `select c.relname || '.' || a.attname as name from pg_class c
         join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'mikro_orm_migrations'
          and a.atttypid::regtype::text ~ '^(timestamp|date|time)'`,
    );
    const moved = (await times()).flatMap(({ table_name, moments, days }) =>
      [...(moments ?? []), ...(days ?? [])].map((column) => `${table_name}.${column}`),
    );
    expect(moved.length).toBeGreaterThan(50);
    expect([...moved, ...Object.keys(unmoved)].sort()).toEqual(all.map(({ name }) => name).sort());
  });

  /** Something in most tables of an organization. */
  async function fill(token: string): Promise<void> {
    const dispatcher = app.as(token);
    await dispatcher.clients.create({ companyName: 'Book Nook', invitation: { channel: 'link' } });
    await dispatcher.drivers.create({ name: 'Bo' });
    await dispatcher.stops.create(stopAt(1, { requestedDate: '2026-12-24' }));
    const route = await planRoute(dispatcher, 2);
    await dispatcher.routes.start(route.id);
    await dispatcher.stops.recordAttempt(route.stops[0]!.id, { state: 'delivered_to_recipient' });
  }

  it('moves what the sandbox remembers by as much, and nothing of others', async () => {
    const owner = await signInto(app, sandbox);
    await fill(sandbox.token);
    await fill(sandbox.real.accessToken);
    await fill((await addSandbox(app)).token);
    const endpoint = await app
      .as(owner.accessToken)
      .webhookEndpoints.create({ url: 'https://example.org/hook', events: ['*'] });
    await app.as(owner.accessToken).webhookEndpoints.test(endpoint.id, { type: 'order.delivered' });
    const before = new Map<string, Map<string, Row>>();
    const others = new Map<string, string>();
    const tables = await times();
    const look = async (table: string) => {
      const rows = await rowsIn(table);
      const isOwn = ({ organization }: { organization: string }) => organization === sandbox.organization.id;
      return {
        own: new Map(rows.filter(isOwn).map(({ row }) => [keyOf(row)!, row])),
        others: JSON.stringify(rows.filter((row) => !isOwn(row))),
      };
    };
    for (const { table_name: table } of tables) {
      const seen = await look(table);
      before.set(table, seen.own);
      others.set(table, seen.others);
    }
    expect([...before].filter(([, rows]) => rows.size > 0).length).toBeGreaterThan(12);
    const seconds = 2 * day + 5;
    expect((await advance(seconds)).advancedSeconds).toBe(seconds);
    for (const { table_name: table, moments, days } of tables) {
      const after = await look(table);
      expect([table, after.others]).toEqual([table, others.get(table)]);
      for (const [key, row] of before.get(table)!) {
        const now = after.own.get(key)!;
        for (const column of moments ?? [])
          expect([table, column, gap(row[column], now[column])]).toEqual([
            table,
            column,
            row[column] && seconds,
          ]);
        for (const column of days ?? [])
          expect([table, column, gap(row[column], now[column])]).toEqual([
            table,
            column,
            row[column] && 2 * day,
          ]);
      }
    }
    expect((await app.as(sandbox.token).organization.get()).advancedSeconds).toBe(seconds);
  });

  it('moves days once its moves make whole ones together', async () => {
    const { token } = await addSandbox(app);
    const { id } = await app.as(token).stops.create(stopAt(1, { requestedDate: '2026-12-24' }));
    const requested: (string | null)[] = [];
    for (const hours of [18, 18, 12]) {
      await advance(hours * 3_600, token);
      requested.push((await app.as(token).stops.get(id)).requestedDate);
    }
    expect(requested).toEqual(['2026-12-24', '2026-12-23', '2026-12-22']);
  });

  it('says what became due', async () => {
    const { token } = await addSandbox(app);
    const dispatcher = app.as(token);
    await dispatcher.clients.create({ companyName: 'Book Nook', invitation: { channel: 'link' } });
    const route = await planRoute(dispatcher, 2);
    await dispatcher.routes.start(route.id);
    const none = { invitations: 0, webhookAttempts: 0, jobs: 0 };
    expect((await advance(3 * 3_600, token)).becameDue).toEqual({ ...none, etas: 2 });
    expect((await advance(8 * day, token)).becameDue).toMatchObject({
      ...none,
      invitations: 1,
      etas: 0,
      jobs: 0,
    });
    const { items } = await dispatcher.invitations.list();
    expect(items.map(({ status }) => status)).toEqual(['expired']);
  });

  it('goes ahead only, and at most 90 days at once', async () => {
    for (const seconds of [0, -1, 0.5, 90 * day + 1])
      await expect(advance(seconds)).rejects.toMatchObject({ status: 400, code: 'validation_failed' });
    const { token } = await addSandbox(app);
    expect((await advance(90 * day, token)).advancedSeconds).toBe(90 * day);
  });

  it('is moved once by a call that is sent twice', async () => {
    const { token } = await addSandbox(app);
    const options = { idempotencyKey: newEmail() };
    const first = await app.as(token).sandbox.advanceClock({ seconds: day }, options);
    const second = await app.as(token).sandbox.advanceClock({ seconds: day }, options);
    expect(second).toEqual(first);
    expect((await app.as(token).organization.get()).advancedSeconds).toBe(day);
  });

  it('is none of a real organization, whoever asks, by the API or by SQL', async () => {
    await expect(advance(60, sandbox.real.accessToken)).rejects.toMatchObject({
      status: 403,
      code: 'sandbox_only',
    });
    const move = (scope: TenantScope | { audience: 'system' }) =>
      runInContext({ requestId: 'test', scope, actor: systemActor }, () =>
        app.nest
          .get(Database, { strict: false })
          .transaction((em) => rowsOf(em, 'select advance_sandbox_clock(60)')),
      );
    const organizationId = sandbox.real.membership.organization.id;
    await expect(move({ audience: 'organization', organizationId })).rejects.toThrow(
      'Only the clock of a sandbox',
    );
    await expect(move({ audience: 'system' })).rejects.toThrow('Only the clock of a sandbox');
    const client = await addClient(app, await signInto(app, sandbox));
    await expect(
      move({ audience: 'client', organizationId: sandbox.organization.id, clientId: client.id }),
    ).rejects.toThrow('permission denied for function');
    await expect(advance(60, client.token)).rejects.toMatchObject({ code: 'permission_denied' });
    const become = (set: string) =>
      runInContext(
        { requestId: 'test', scope: { audience: 'organization', organizationId }, actor: systemActor },
        () =>
          app.nest
            .get(Database, { strict: false })
            .transaction((em) =>
              rowsOf(em, `update organizations set ${set} where id = $1`, [organizationId]),
            ),
      );
    await expect(become('test_mode = true')).rejects.toThrow('permission denied');
    await expect(become('advanced_seconds = 1')).rejects.toThrow('permission denied');
  });
});

/** The seconds between two moments, or days. */
function gap(before: string | null | undefined, after: string | null | undefined): number | null {
  if (before == null || after == null) return null;
  return (new Date(before).getTime() - new Date(after).getTime()) / 1000;
}

describe('what waits in a sandbox', () => {
  it('happens when its clock is moved: a webhook is sent again at once', async () => {
    const app = await startTestApp({ env: { WEBHOOK_ALLOW_PRIVATE: 'true' } });
    const receiver = await startReceiver();
    try {
      // None of them comes by itself before the clock is moved.
      receiver.answer = (response) => void response.writeHead(500, { 'retry-after': '600' }).end();
      const sandbox = await addSandbox(app);
      const owner = app.as((await signInto(app, sandbox)).accessToken);
      const { id } = await owner.webhookEndpoints.create({ url: receiver.url, events: ['*'] });
      await owner.webhookEndpoints.test(id, { type: 'order.delivered' });
      for (let attempts = 1; attempts <= 4; attempts += 1) {
        await receiver.message(attempts);
        await eventually(async () => {
          const [job] = await app.database.query(
            `select 1 from jobs where name = 'webhooks.deliver' and state = 'waiting' and tenant = $1`,
            [id],
          );
          return job;
        });
        const { becameDue } = await owner.sandbox.advanceClock({ seconds: 6 * 3_600 });
        expect(becameDue.webhookAttempts).toBe(1);
      }
      const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
      expect(new Set(ids).size).toBe(1);
    } finally {
      await app.close();
      await receiver.close();
    }
  });
});
