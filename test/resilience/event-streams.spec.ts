import { once } from 'node:events';
import { connect } from 'node:net';
import { eventually } from '../support/eventually.js';
import { EventStreamReader } from '../support/event-reader.js';
import { openAdmin } from '../support/admin.js';
import { addOrder } from '../support/orders.js';
import { openOutage, type Outage } from '../support/outage.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { startTestProcess } from '../support/test-process.js';

const listeners = `select pid from pg_stat_activity where datname = current_database() and application_name = 'waybill events'`;

describe('event streams of two processes', () => {
  let database: TestDatabase;
  let [one, two]: TestApp[] = [];
  let client: TestClient;
  let ways: Outage;
  const open: EventStreamReader[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    ways = await openOutage(database.url);
    one = await startTestApp({ database });
    two = await startTestApp({
      database,
      env: { DATABASE_DIRECT_URL: ways.url, EVENT_STREAMS_PER_TEAM: '2' },
    });
    client = await addClient(one, await signUp(one));
  });
  afterEach(() => open.splice(0).forEach((stream) => stream.close()));
  afterAll(async () => {
    await Promise.all([one?.close(), two?.close()]);
    ways.close();
    await database.drop();
  });

  async function listen(app: TestApp): Promise<EventStreamReader> {
    const stream = await EventStreamReader.open(app, { token: client.token });
    open.push(stream);
    await stream.begun();
    return stream;
  }
  const isListening = () =>
    eventually(async () => ((await database.query(listeners)).length === 2 ? true : undefined));

  it('tell what the other one did, each to its own readers', async () => {
    const [here, there] = [await listen(one!), await listen(two!)];
    await isListening();
    const made = [(await addOrder(one!, client)).id, (await addOrder(two!, client)).id];
    for (const stream of [here, there]) {
      await stream.count(2);
      expect(stream.events.map(({ orderId }) => orderId).sort()).toEqual(made.toSorted());
    }
  });

  it('miss nothing when the connections that listen are ended, and listen again', async () => {
    const [here, there] = [await listen(one!), await listen(two!)];
    await isListening();
    const admin = await openAdmin(database.url);
    const { rowCount } = await admin.query(`select pg_terminate_backend(pid) from (${listeners}) listening`);
    expect(rowCount).toBe(2);
    await admin.end();
    await addOrder(one!, client);
    await Promise.all([here.count(1), there.count(1)]);
    await isListening();
    await addOrder(two!, client);
    await Promise.all([here.count(2), there.count(2)]);
  });

  it('go on after what somebody else says on their channel, and look whether it was news', async () => {
    const there = await listen(two!);
    await isListening();
    for (const said of ['x', '', '[]', '{"a":1}', '["me", [["a"]]]'])
      await database.query(`select pg_notify('waybill_events', $1)`, [said]);
    await addOrder(one!, client);
    await there.count(1);
  });

  it('listen on the direct way to the database, and go on without it', async () => {
    const there = await listen(two!);
    await isListening();
    ways.begin();
    await eventually(async () => ((await database.query(listeners)).length === 1 ? true : undefined));
    await addOrder(one!, client);
    await there.count(1);
    await ways.end();
    await isListening();
  });

  it('drop a reader that takes nothing, while others get all', async () => {
    const { hostname, port, host } = new URL(two!.url);
    const slow = connect(Number(port), hostname);
    slow.on('error', () => undefined);
    slow.write(
      `GET /v1/events/stream HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${client.token}\r\n\r\n`,
    );
    await once(slow, 'readable');
    const quick = await listen(two!);
    await expect(listen(two!)).rejects.toThrow(/^429/);
    // More than the buffers of the connection hold.
    await database.query(
      `insert into events (id, organization_id, client_id, audience, type, data, actor, request_id, created_at)
       select gen_random_uuid(), $1, $2, 'client', 'order.updated', jsonb_build_object('fields', jsonb_build_array(repeat('x', 2000))),
              '{"kind": "system", "id": null, "name": null}', '', now() from generate_series(1, 15000) n`,
      [client.organizationId, client.id],
    );
    await quick.count(15_000);
    await eventually(() => listen(two!).catch(() => undefined), 60);
    slow.destroy();
  });
});

it('event streams outlive the database’s connections', async () => {
  const database = await createTestDatabase();
  const way = await openOutage(database.url);
  const app = await startTestApp({ database: { ...database, url: way.url } });
  try {
    const client = await addClient(app, await signUp(app));
    const stream = await EventStreamReader.open(app, { token: client.token });
    await stream.begun();
    way.begin();
    await database.query(
      `insert into events (id, organization_id, client_id, audience, type, data, actor, request_id, created_at)
       values (gen_random_uuid(), $1, $2, 'both', 'order.deleted', '{}', '{"kind": "system", "id": null, "name": null}', '', now())`,
      [client.organizationId, client.id],
    );
    await way.end();
    await stream.count(1);
    stream.close();
  } finally {
    await app.close();
    way.close();
    await database.drop();
  }
});

it('a server that stops ends its streams, fifty of them as well', async () => {
  const app = await startTestProcess();
  try {
    const { accessToken: token } = await signUp(app);
    const streams = await Promise.all(
      Array.from({ length: 50 }, () => EventStreamReader.open(app, { token })),
    );
    expect(await app.server.stop('SIGTERM')).toBe(0);
    await Promise.all(streams.map(({ ended }) => ended));
    expect(new Set(streams.map(({ comments }) => comments.at(-1)))).toEqual(
      new Set(['The server stops; connect again and go on from your last event.']),
    );
  } finally {
    await app.close();
  }
});
