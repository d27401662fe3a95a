import { gzipSync } from 'node:zlib';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import type { Session } from '../../sdk/src/index.js';
import { eventually } from '../support/eventually.js';
import { call } from '../support/http.js';
import { startMailbox, type Mailbox } from '../support/mailbox.js';
import { addOrder } from '../support/orders.js';
import { startReceiver, type Received, type Receiver } from '../support/receiver.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

interface Delivery {
  id: string;
  eventId: string | null;
  state: string;
  attempts: number;
  nextAttemptAt: string | null;
  log: {
    status: number | null;
    error: string | null;
    reason: string | null;
    response: string | null;
    createdAt: string;
    requestBody: string;
    requestHeaders: Record<string, string>;
  }[];
}

describe('webhook deliveries', () => {
  let app: TestApp;
  let mailbox: Mailbox;
  let receiver: Receiver;
  let owner: Session;
  let client: TestClient;

  beforeAll(async () => {
    mailbox = await startMailbox();
    app = await startTestApp({ env: { WEBHOOK_ALLOW_PRIVATE: 'true', SMTP_URL: mailbox.url } });
    owner = await signUp(app);
    client = await addClient(app, owner);
  });
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(async () => {
    await app.database.query('delete from webhook_endpoints');
    await receiver.close();
  });
  afterAll(async () => {
    await app.close();
    await mailbox.close();
  });

  const endpoint = (token: string, events: string[] = ['*'], url = receiver.url) =>
    app.as(token).webhookEndpoints.create({ url, events } as never);
  const lastDelivery = async (token: string, endpointId: string): Promise<Delivery | undefined> => {
    const path = `/v1/webhook-endpoints/${endpointId}/deliveries`;
    const { json } = await call(app, 'GET', path, { token });
    const [newest] = json.items as Delivery[];
    if (!newest) return undefined;
    return (await call(app, 'GET', `/v1/webhook-deliveries/${newest.id}`, { token }))
      .json as unknown as Delivery;
  };
  const tried = (token: string, endpointId: string, attempts = 1) =>
    eventually(async () => {
      const delivery = await lastDelivery(token, endpointId);
      return delivery && delivery.attempts >= attempts ? delivery : undefined;
    });
  const test = (token: string, id: string) =>
    call(app, 'POST', `/v1/webhook-endpoints/${id}/test`, { token, body: { type: 'order.delivered' } });
  /** Makes what waits for its next attempt due. */
  const hurry = () =>
    app.database.query(
      `update jobs set run_at = now() where name = 'webhooks.deliver' and state = 'waiting'`,
    );
  const headersOf = ({ headers }: Received) => headers as Record<string, string>;
  /** Makes it answer nothing; tells how many messages have waited for an answer at once. */
  const hang = (one: Receiver) => {
    let [open, most] = [0, 0];
    one.answer = (response) => {
      most = Math.max(most, ++open);
      response.on('close', () => (open -= 1));
    };
    return () => most;
  };
  /** A failure after which the next attempt is far away. */
  const later = { 'retry-after': '600' };

  it('carry the event as the feed has it, signed as the reference libraries check', async () => {
    const { id, secret } = await endpoint(client.token);
    const order = await addOrder(app, client);
    const got = await receiver.message(1, 'order.created');
    expect(got.message.data).toMatchObject({ type: 'order.created', orderId: order.id, clientId: client.id });
    const { items } = await app.as(client.token).events.list({ orderId: order.id });
    expect(items[0]).toEqual(got.message.data);
    expect(got.message.timestamp).toBe(items[0]!.createdAt);
    for (const library of [new StandardWebhook(secret), new SvixWebhook(secret)])
      expect(library.verify(got.body, headersOf(got))).toEqual(got.message);
    const forged = got.body.replace('order.created', 'order.deleted');
    expect(() => new StandardWebhook(secret).verify(forged, headersOf(got))).toThrow('signature');
    const delivery = await tried(client.token, id);
    expect(delivery).toMatchObject({ id: got.headers['webhook-id'], state: 'succeeded', attempts: 1 });
    expect(delivery.log).toMatchObject([{ status: 204, error: null, response: '', requestBody: got.body }]);
  });

  it('are signed by both secrets for a day after a rotation', async () => {
    const { id, secret } = await endpoint(client.token);
    const rotated = await app.as(client.token).webhookEndpoints.rotateSecret(id);
    await test(client.token, id);
    const both = await receiver.message(1);
    for (const one of [secret, rotated.secret])
      expect(new StandardWebhook(one).verify(both.body, headersOf(both))).toEqual(both.message);
    await app.database.query('update webhook_endpoints set previous_secret_until = now() where id = $1', [
      id,
    ]);
    await test(client.token, id);
    const after = await receiver.message(2);
    expect(() => new StandardWebhook(secret).verify(after.body, headersOf(after))).toThrow('signature');
    expect(new StandardWebhook(rotated.secret).verify(after.body, headersOf(after))).toEqual(after.message);
  });

  it('reach only those who may see the event: drafts are their client’s alone', async () => {
    const others = await Promise.all([startReceiver(), startReceiver()]);
    const sibling = await addClient(app, owner);
    await endpoint(client.token);
    await endpoint(owner.accessToken, ['*'], others[0].url);
    await endpoint(sibling.token, ['*'], others[1].url);
    const order = await addOrder(app, client);
    await receiver.message(1, 'order.created');
    await app.as(client.token).orders.submit({ ids: [order.id] });
    await receiver.message(1, 'order.submitted');
    await others[0].message(1, 'order.submitted');
    expect(others[0].received.map(({ message }) => message.type)).toEqual(['order.submitted']);
    expect(others[1].received).toEqual([]);
    await Promise.all(others.map((other) => other.close()));
  });

  it('are of the types that were asked for, and of what happens after the endpoint was made', async () => {
    const before = await addOrder(app, client);
    await endpoint(client.token, ['order.deleted', 'order.submitted']);
    const order = await addOrder(app, client);
    await app.as(client.token).orders.delete(before.id);
    await app.as(client.token).orders.submit({ ids: [order.id] });
    await receiver.message(2);
    expect(receiver.received.map(({ message }) => message.type).sort()).toEqual([
      'order.deleted',
      'order.submitted',
    ]);
  });

  it('are tried again under the same webhook-id, after 5 seconds at first', async () => {
    const { id } = await endpoint(client.token);
    const looked = Promise.withResolvers<void>();
    receiver.answer = (response) => {
      if (receiver.received.length === 1) response.writeHead(503).end('so it is');
      else void looked.promise.then(() => response.writeHead(200).end('so it is'));
    };
    await test(client.token, id);
    const waiting = await tried(client.token, id);
    const seconds = (Date.parse(waiting.nextAttemptAt!) - Date.parse(waiting.log[0]!.createdAt)) / 1000;
    expect([waiting.state, seconds > 4.9 && seconds < 7]).toEqual(['pending', true]);
    expect((await app.as(client.token).webhookEndpoints.get(id)).failingSince).toMatch(/Z$/);
    looked.resolve();
    await hurry();
    const done = await tried(client.token, id, 2);
    expect(done.state).toBe('succeeded');
    expect(done.log.map(({ status, error, reason, response }) => [status, error, reason, response])).toEqual([
      [503, 'refused_by_receiver', 'The receiver answered 503.', 'so it is'],
      [200, null, null, 'so it is'],
    ]);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([waiting.id, waiting.id]);
    await eventually(async () =>
      (await app.as(client.token).webhookEndpoints.get(id)).failingSince === null ? true : undefined,
    );
  });

  it('come no sooner than the receiver asks', async () => {
    const { id } = await endpoint(client.token);
    receiver.answer = (response) => void response.writeHead(429, later).end();
    await test(client.token, id);
    const waiting = await tried(client.token, id);
    const seconds = (Date.parse(waiting.nextAttemptAt!) - Date.now()) / 1000;
    expect([waiting.state, seconds > 540 && seconds <= 720]).toEqual(['pending', true]);
  });

  it('do not follow redirects, and tell what went wrong', async () => {
    const { id } = await endpoint(client.token);
    receiver.answer = (response) => void response.writeHead(307, { location: receiver.url, ...later }).end();
    await test(client.token, id);
    const delivery = await tried(client.token, id);
    expect(delivery.log).toMatchObject([{ status: 307, error: 'redirected' }]);
    expect(receiver.received).toHaveLength(1);
  });

  it.each([
    ['connection_refused', 'The receiver refused the connection.', 'http://127.0.0.1:9/'],
    ['name_not_found', 'The receiver’s name was not found.', 'http://nowhere.invalid/'],
  ])('tell of %s in plain words', async (error, reason, url) => {
    const { id } = await endpoint(client.token, ['*'], url);
    await test(client.token, id);
    expect((await tried(client.token, id)).log).toMatchObject([{ status: null, error, reason }]);
  });

  it('keep 64 kB of an answer', async () => {
    const { id } = await endpoint(client.token);
    receiver.answer = (response) => void response.writeHead(200).end('x\u0000'.repeat(100_000));
    await test(client.token, id);
    const [attempt] = (await tried(client.token, id)).log;
    expect(attempt!.response).toHaveLength(64 * 1024);
  });

  it('keep what came of an answer that broke off, and say where it is compressed', async () => {
    const { id } = await endpoint(client.token);
    receiver.answer = (response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half of');
      setTimeout(() => response.destroy(), 100);
    };
    await test(client.token, id);
    const [broken] = (await tried(client.token, id)).log;
    expect(broken).toMatchObject({ status: 200, error: 'connection_failed', response: 'half of' });
    receiver.answer = (response) =>
      void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('well packed'));
    await test(client.token, id);
    const packed = await eventually(async () => {
      const delivery = await lastDelivery(client.token, id);
      return delivery?.state === 'succeeded' ? delivery : undefined;
    });
    expect(packed.log[0]!.response).toBe('(31 bytes, compressed by gzip)');
    expect(receiver.received.every(({ headers }) => headers['accept-encoding'] === 'identity')).toBe(true);
  });

  it('end with 410: the endpoint is disabled, and its owner is told by mail', async () => {
    const { id } = await endpoint(client.token);
    receiver.answer = (response) => void response.writeHead(410).end();
    await test(client.token, id);
    expect(await tried(client.token, id)).toMatchObject({ state: 'failed', nextAttemptAt: null });
    const disabled = await app.as(client.token).webhookEndpoints.get(id);
    expect(disabled).toMatchObject({ enabled: false, disabledReason: 'gone' });
    const mail = await mailbox.mailTo(client.email);
    expect(mail.text).toContain(receiver.url);
    for (const path of [`webhook-endpoints/${id}/test`, `webhook-endpoints/${id}/recover`]) {
      const body = path.endsWith('test') ? { type: 'order.failed' } : { since: '2026-01-01T00:00:00Z' };
      const answer = await call(app, 'POST', `/v1/${path}`, { token: client.token, body });
      expect([answer.status, answer.json.code]).toEqual([409, 'webhook_endpoint_disabled']);
    }
  });

  it('end after five days in which all failed', async () => {
    const { id } = await endpoint(owner.accessToken);
    receiver.answer = (response) => void response.writeHead(500).end();
    await app.database.query(
      `update webhook_endpoints set failing_since = now() - interval '5 days 1 minute' where id = $1`,
      [id],
    );
    await test(owner.accessToken, id);
    await tried(owner.accessToken, id);
    const disabled = await app.as(owner.accessToken).webhookEndpoints.get(id);
    expect(disabled).toMatchObject({ enabled: false, disabledReason: 'failing' });
    expect((await mailbox.mailTo(owner.user.email)).subject).toBe('A webhook endpoint was disabled');
    await hurry();
    const dropped = await eventually(async () => {
      const delivery = await lastDelivery(owner.accessToken, id);
      return delivery?.state === 'failed' ? delivery : undefined;
    });
    expect(dropped.attempts).toBe(1);
  });

  it('end when their endpoint is deleted', async () => {
    const { id } = await endpoint(client.token);
    receiver.answer = (response) => void response.writeHead(500, later).end();
    await test(client.token, id);
    const waiting = await tried(client.token, id);
    await app.as(client.token).webhookEndpoints.delete(id);
    const { json } = await call(app, 'GET', `/v1/webhook-deliveries/${waiting.id}`, { token: client.token });
    expect(json).toMatchObject({ state: 'failed', attempts: 1, nextAttemptAt: null });
  });

  it('are sent again one by one, or all that failed since a moment', async () => {
    const { id } = await endpoint(client.token);
    await test(client.token, id);
    const first = await tried(client.token, id);
    const { token } = client;
    await call(app, 'POST', `/v1/webhook-deliveries/${first.id}/redeliver`, { token });
    expect((await receiver.message(2)).headers['webhook-id']).toBe(first.id);
    await tried(client.token, id, 2);
    await app.database.query('update webhook_deliveries set state = $2 where id = $1', [first.id, 'failed']);
    const recover = (since: Date) =>
      call(app, 'POST', `/v1/webhook-endpoints/${id}/recover`, {
        token,
        body: { since: since.toISOString() },
      });
    expect((await recover(new Date(Date.now() + 60_000))).json).toEqual({ deliveries: 0 });
    expect((await recover(new Date(Date.now() - 60_000))).json).toEqual({ deliveries: 1 });
    expect((await receiver.message(3)).headers['webhook-id']).toBe(first.id);
  });

  it('are sent again once at a time, however often that is asked for, and every message is in the log', async () => {
    const { id } = await endpoint(client.token);
    await test(client.token, id);
    const { id: first } = await tried(client.token, id);
    let answer = Promise.withResolvers<void>();
    receiver.answer = (response) => void answer.promise.then(() => response.writeHead(503).end());
    const redeliver = () =>
      call(app, 'POST', `/v1/webhook-deliveries/${first}/redeliver`, { token: client.token });
    const answers = await Promise.all(Array.from({ length: 10 }, redeliver));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    await receiver.message(2);
    expect((await redeliver()).json).toMatchObject({ state: 'pending', attempts: 1 });
    answer.resolve();
    const waiting = await tried(client.token, id, 2);
    expect([waiting.attempts, waiting.log.length, receiver.received.length]).toEqual([2, 2, 2]);
    // The next attempt is due while the one that was asked for is under way: it is not made twice.
    answer = Promise.withResolvers();
    await redeliver();
    await receiver.message(3);
    await hurry();
    await eventually(async () => {
      const jobs = await app.database.query('select from jobs where tenant = $1', [id]);
      return jobs.length === 1 || undefined;
    });
    answer.resolve();
    expect(await tried(client.token, id, 3)).toMatchObject({ attempts: 3 });
    expect(receiver.received).toHaveLength(3);
  });

  it('to one that hangs hold up no other', async () => {
    const hanging = await startReceiver();
    const most = hang(hanging);
    const slow = await endpoint(client.token, ['*'], hanging.url);
    for (let n = 0; n < 40; n += 1) await test(client.token, slow.id);
    await hanging.message(4);
    await endpoint(owner.accessToken);
    const order = await addOrder(app, client);
    await app.as(client.token).orders.submit({ ids: [order.id] });
    await receiver.message(1, 'order.submitted');
    expect(most()).toBe(4);
    await hanging.close();
  });

  it('to many that hang hold up no other team', async () => {
    const hanging = await startReceiver();
    const most = hang(hanging);
    const slow = await Promise.all(
      Array.from({ length: 16 }, () => endpoint(client.token, ['*'], hanging.url)),
    );
    for (const { id } of slow) for (let n = 0; n < 4; n += 1) await test(client.token, id);
    await hanging.message(16);
    const { id } = await endpoint(owner.accessToken);
    await test(owner.accessToken, id);
    await receiver.message(1);
    expect(most()).toBe(16);
    await hanging.close();
  });
});
