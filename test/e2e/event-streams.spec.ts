import { JwtService } from '@nestjs/jwt';
import { v7 as uuidv7 } from 'uuid';
import type { EventDataByType, Session, Waybill } from '../../sdk/src/index.js';
import type { AccessClaims } from '../../src/auth/access/access-claims.js';
import { tokenIssuer } from '../../src/auth/sessions/jwt.strategy.js';
import { beginningId } from '../../src/modules/events/event-position.js';
import { planRoute } from '../support/dispatch.js';
import { eventually } from '../support/eventually.js';
import { EventStreamReader, eventsSettled } from '../support/event-reader.js';
import { addOrder } from '../support/orders.js';
import { openRival } from '../support/row-locks.js';
import { addClient, addMember, password, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('a stream of events', () => {
  let app: TestApp;
  let owner: Session;
  let dispatcher: Waybill;
  let mine: TestClient;
  let beside: TestClient;
  let client: Waybill;
  const open: EventStreamReader[] = [];

  beforeAll(async () => {
    app = await startTestApp({ env: { EVENT_STREAMS_PER_TEAM: '4', EVENT_STREAMS_PER_CALLER: '3' } });
    owner = await signUp(app);
    dispatcher = app.as(owner.accessToken);
    [mine, beside] = [await addClient(app, owner), await addClient(app, owner)];
    client = app.as(mine.token);
  });
  afterEach(() => open.splice(0).forEach((stream) => stream.close()));
  afterAll(() => app.close());

  async function listen(token: string, more: { lastEventId?: string; query?: string } = {}) {
    const stream = await EventStreamReader.open(app, { token, ...more });
    open.push(stream);
    return stream;
  }
  const orders = ({ events }: EventStreamReader) => events.map(({ orderId }) => orderId);
  /** Waits for an event that comes after all others, so that what has not come will not. */
  async function isQuiet(token: string, ...streams: EventStreamReader[]): Promise<void> {
    const { id } = await app.as(token).orders.create({ address: { addressLineOne: 'The last' } });
    for (const stream of streams)
      await stream.until(({ orderId, type }) => orderId === id && type === 'order.created');
  }

  it('sends what happens from now on, to each side what it may see', async () => {
    await addOrder(app, mine);
    await eventsSettled(app);
    const [ours, theirs, others] = [
      await listen(mine.token),
      await listen(owner.accessToken),
      await listen(beside.token),
    ];
    expect(ours.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(ours.headers['cache-control']).toBe('no-store');
    const order = await addOrder(app, mine);
    await client.orders.submit({ ids: [order.id] });
    const route = await planRoute(dispatcher, 0);
    await dispatcher.routes.addStops(route.id, { stopIds: [order.id] });
    await dispatcher.routes.start(route.id);
    await dispatcher.stops.recordAttempt(order.id, { state: 'delivered_to_recipient' });
    await ours.count(5);
    expect(ours.types).toEqual([
      'order.created',
      'order.submitted',
      'order.scheduled',
      'order.out_for_delivery',
      'order.delivered',
    ]);
    await theirs.count(4);
    expect(theirs.events).toEqual(ours.events.slice(1));
    expect((await client.events.list({ orderId: order.id })).items).toEqual(ours.events);
    await isQuiet(beside.token, others);
    expect(others.types).toEqual(['order.created']);
  });

  it('goes on after the last event that came, and a stream that saw none from where it began', async () => {
    const first = await listen(mine.token);
    const made = [(await addOrder(app, mine)).id];
    await first.count(1);
    first.close();
    made.push((await addOrder(app, mine)).id, (await addOrder(app, mine)).id);
    const second = await listen(mine.token, { lastEventId: first.lastEventId! });
    await second.count(2);
    made.push((await addOrder(app, mine)).id);
    await second.count(3);
    expect([...orders(first), ...orders(second)]).toEqual(made);

    const silent = await listen(mine.token);
    await silent.begun();
    silent.close();
    const missed = (await addOrder(app, mine)).id;
    const after = await listen(mine.token, { query: `?after=${silent.lastEventId}` });
    await after.count(1);
    expect(orders(after)).toEqual([missed]);
  });

  it('begins with the oldest event where it is asked to', async () => {
    const all = await listen(mine.token, { lastEventId: beginningId });
    const { items } = await client.events.list();
    await all.count(items.length);
    expect(all.events).toEqual(items);
  });

  it('skips nothing and repeats nothing while an older transaction is open', async () => {
    const stream = await listen(mine.token);
    const rival = await openRival(app.database);
    const held = uuidv7();
    await rival.query(
      `insert into events (id, organization_id, client_id, audience, type, data, actor, request_id, created_at)
       values ($1, $2, $3, 'client', 'order.deleted', '{}', '{"kind": "system", "id": null, "name": null}', '', now())`,
      [held, mine.organizationId, mine.id],
    );
    const made = [(await addOrder(app, mine)).id, (await addOrder(app, mine)).id];
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(stream.events).toEqual([]);
    const late = await listen(mine.token);
    // An order's timeline tells of an event before the feed does.
    const [seen] = await app.as(mine.token).orders.timeline(made[1]!).toArray();
    const early = await listen(mine.token, { lastEventId: seen!.id });
    await rival.query('commit');
    made.push((await addOrder(app, mine)).id);
    await stream.count(4);
    expect(stream.events[0]!.id).toBe(held);
    expect(orders(stream)).toEqual([null, ...made]);
    await late.count(4);
    expect(late.events).toEqual(stream.events);
    await early.count(1);
    expect(early.events[0]!.id).toBe(held);
    await rival.giveWay();
  });

  it('brings thousands of events at once to its readers, old and new, in order', async () => {
    const stream = await listen(mine.token, { query: '?types=order.updated' });
    const [{ id: from }] = (await app.database.query<{ id: string }>(
      `insert into events (id, organization_id, client_id, audience, type, data, actor, request_id, created_at)
       select gen_random_uuid(), $1, $2, 'client', 'order.updated', jsonb_build_object('fields', jsonb_build_array(n::text)),
              '{"kind": "system", "id": null, "name": null}', '', now() from generate_series(1, 2700) n returning id`,
      [mine.organizationId, mine.id],
    )) as [{ id: string }];
    await eventsSettled(app);
    const late = await listen(mine.token, { lastEventId: from });
    await stream.count(2700);
    await late.count(2699);
    const numbers = stream.events.map(({ data }) =>
      Number((data as EventDataByType['order.updated']).fields[0]),
    );
    expect(numbers).toEqual(Array.from({ length: 2700 }, (_, n) => n + 1));
    expect(late.events).toEqual(stream.events.slice(1));
  });

  it('is described by HEAD without one being opened', async () => {
    const headers = { authorization: `Bearer ${mine.token}` };
    const answers = Array.from({ length: 6 }, () =>
      fetch(`${app.url}/v1/events/stream`, { method: 'HEAD', headers }),
    );
    for (const { status, headers: told } of await Promise.all(answers))
      if (status === 200) expect(told.get('content-type')).toMatch('text/event-stream');
    for (let n = 0; n < 3; n++) await eventually(() => listen(mine.token).catch(() => undefined));
  });

  it('is filtered by type and by order', async () => {
    const [one, two] = [await addOrder(app, mine), await addOrder(app, mine)];
    await eventsSettled(app);
    const submits = await listen(mine.token, { query: '?types=order.submitted' });
    const ofOne = await listen(mine.token, { query: `?orderId=${one.id}` });
    const all = await listen(mine.token);
    await client.orders.submit({ ids: [one.id, two.id] });
    await client.orders.withdraw({ ids: [one.id, two.id] });
    await all.count(4);
    await ofOne.count(2);
    expect(submits.types).toEqual(['order.submitted', 'order.submitted']);
    expect(ofOne.types).toEqual(['order.submitted', 'order.withdrawn']);
    expect(new Set(orders(ofOne))).toEqual(new Set([one.id]));
  });

  it('comes after the commit of a request with an Idempotency-Key, and of a spreadsheet', async () => {
    const stream = await listen(mine.token);
    const { id } = await client.orders.create(
      { address: { addressLineOne: '1 Main St' } },
      { idempotencyKey: uuidv7() },
    );
    await stream.count(1);
    expect(orders(stream)).toEqual([id]);
    const file = new Blob(['Address Line 1\n1 Main St\n2 Main St\n'], { type: 'text/csv' });
    await client.imports.create(file, { name: 'orders.csv' }).wait();
    await stream.until(({ type }) => type === 'import.completed');
    expect(stream.types.filter((type) => type === 'order.created')).toHaveLength(3);
  });

  it('refuses a position that it does not know, a foreign one alike', async () => {
    const foreign = await listen(beside.token);
    await addOrder(app, beside);
    const id = (await foreign.count(1))[0]!.id;
    for (const lastEventId of [id, uuidv7()])
      await expect(listen(mine.token, { lastEventId })).rejects.toThrow(/^400 .*cursor_invalid/);
    const old = uuidv7({ msecs: Date.now() - 91 * 86_400_000 });
    await expect(listen(mine.token, { lastEventId: old })).rejects.toThrow(/^410 .*cursor_expired/);
    await expect(listen(mine.token, { lastEventId: 'x' })).rejects.toThrow(/^400 .*Last-Event-ID/);
  });

  it('is one of so many that a reader may have, and of so many that a team may have', async () => {
    const keyOf = async (scopes: ('events:read' | 'orders:read')[]) =>
      (await app.as(beside.token).apiKeys.create({ name: 'Sync', scopes })).key;
    const [key, other] = [await keyOf(['events:read']), await keyOf(['events:read', 'orders:read'])];
    for (let n = 0; n < 3; n++) await listen(key);
    await expect(listen(key)).rejects.toThrow(/^429 .*too_many_at_once.*one person or API key may/);
    await listen(other);
    await expect(listen(beside.token)).rejects.toThrow(/^429 .*too_many_at_once.*Your team/);
    await listen(mine.token);
    open[0]!.close();
    await eventually(() => listen(beside.token).catch(() => undefined));
  });

  describe('ends within seconds', () => {
    const memberOf = async (role = 'member') => {
      const email = await addMember(app, { organizationId: mine.organizationId, clientId: mine.id, role });
      return app.as().auth.login({ email, password });
    };
    const ends = async (stream: EventStreamReader, act: () => Promise<unknown>, why: RegExp) => {
      await act();
      await stream.ended;
      expect(stream.comments.at(-1)).toMatch(why);
    };

    it('when the key is revoked', async () => {
      const { id, key } = await client.apiKeys.create({
        name: 'Sync',
        scopes: ['events:read', 'orders:read'],
      });
      await ends(await listen(key), () => client.apiKeys.revoke(id), /access .* has ended/);
    });

    it('when the member is removed', async () => {
      const { accessToken, membership } = await memberOf();
      await ends(await listen(accessToken), () => client.team.removeMember(membership.id), /access/);
    });

    it('when the person signs out', async () => {
      const { accessToken, refreshToken } = await memberOf();
      await ends(await listen(accessToken), () => app.as().auth.logout({ refreshToken }), /access/);
    });

    it('when the client is archived', async () => {
      const gone = await addClient(app, owner);
      await ends(await listen(gone.token), () => dispatcher.clients.archive(gone.id), /access/);
    });
  });

  it('takes the caller as it is: what a role may no longer read does not come', async () => {
    const keyOf = () => client.apiKeys.create({ name: 'Sync', scopes: ['events:read', 'orders:read'] });
    const [{ id, key }, other] = [await keyOf(), await keyOf()];
    const [stream, ending] = [await listen(key), await listen(other.key)];
    await addOrder(app, mine);
    await stream.count(1);
    await app.database.query(
      `update api_keys set scopes = case id when $1 then '{events:read}' else '{orders:read}' end::text[] where id in ($1, $2)`,
      [id, other.id],
    );
    // All callers are looked at together.
    await ending.ended;
    const others = await listen(mine.token);
    await addOrder(app, mine);
    await others.count(1);
    expect(stream.events).toHaveLength(1);
    await app.database.query(`update api_keys set scopes = '{orders:read}' where id = $1`, [id]);
    await stream.ended;
  });

  it('ends with its access token', async () => {
    const jwt = app.nest.get(JwtService, { strict: false });
    const { sub, sid, mid } = jwt.decode<AccessClaims>(mine.token);
    const sign = () => jwt.sign({ sub, sid, mid }, { issuer: tokenIssuer, expiresIn: 2 });
    // Two seconds, of which the first may be over already, can be too few to open one.
    const stream = await eventually(() => listen(sign()).catch(() => undefined));
    await stream.ended;
    expect(stream.comments.at(-1)).toMatch(/token has expired/);
  });
});
