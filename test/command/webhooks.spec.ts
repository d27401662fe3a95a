import { Webhook } from 'standardwebhooks';
import { envOfKey, startWithCommand, type CommandLine, type Running } from '../support/command-line.js';
import { eventually } from '../support/eventually.js';
import { eventsSettled } from '../support/event-reader.js';
import { addOrder } from '../support/orders.js';
import { freePort } from '../support/server-process.js';
import { startReceiver, type Receiver } from '../support/receiver.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import type { TestApp } from '../support/test-app.js';

describe('webhooks to this machine', () => {
  let app: TestApp;
  let client: TestClient;
  let waybill: CommandLine;
  let close: () => Promise<void>;
  let receiver: Receiver;
  let env: Record<string, string>;
  let running: Running | undefined;
  beforeAll(async () => {
    ({ app, waybill, close } = await startWithCommand({ env: { WEBHOOK_ALLOW_PRIVATE: 'true' } }));
    client = await addClient(app, await signUp(app));
    env = await envOfKey(app, client.token, ['events:read', 'orders:read']);
  });
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(async () => {
    await running?.interrupt();
    await receiver.close();
  });
  afterAll(() => close());

  /** Listens from now on, for certain. */
  async function listen(more = ''): Promise<Running> {
    await eventsSettled(app);
    running = waybill.start(`webhooks listen --forward ${receiver.url}${more}`, env);
    await running.says('whsec_');
    return running;
  }

  it('are what the server itself would send', async () => {
    const endpoint = await app
      .as(client.token)
      .webhookEndpoints.create({ url: receiver.url, events: ['order.created'] });
    const listening = await listen();
    const { id: orderId } = await addOrder(app, client);
    await eventually(() => (receiver.received.length === 2 ? true : undefined));
    const [, secret] = /^Secret {2}(whsec_\S+)$/m.exec(listening.stdout)!;
    const [theirs, ours] = [endpoint.secret, secret!].map((one) =>
      receiver.received.find(({ body, headers }) => verifies(one, body, headers as Record<string, string>)),
    );
    expect(ours!.body).toBe(theirs!.body);
    expect(ours!.message.data.orderId).toBe(orderId);
    const names = (headers: object) =>
      Object.keys(headers)
        .filter((name) => name !== 'connection')
        .sort();
    expect(names(ours!.headers)).toEqual(names(theirs!.headers));
    for (const name of ['content-type', 'accept-encoding', 'user-agent', 'content-length'])
      expect([name, ours!.headers[name]]).toEqual([name, theirs!.headers[name]]);
    expect(ours!.headers['webhook-id']).toBe(ours!.message.data.id);
    await listening.says('204');
    expect(listening.stdout).toMatch(
      new RegExp(`order\\.created +${orderId}  draft\n {10}→ 204 in \\d+ ms\n`),
    );
    await app.as(client.token).webhookEndpoints.delete(endpoint.id);
  });

  function verifies(secret: string, body: string, headers: Record<string, string>): boolean {
    try {
      return Boolean(new Webhook(secret).verify(body, headers));
    } catch {
      return false;
    }
  }

  it('come again until they are taken, one after the other, under the same id', async () => {
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    receiver.answer = (response) => {
      const status = receiver.received.length === 1 ? 500 : 204;
      response.writeHead(status).end();
    };
    const listening = await listen(` --secret ${secret} --json -t order.created`);
    const made = [await addOrder(app, client), await addOrder(app, client)].map(({ id }) => id);
    await eventually(() => (receiver.received.length === 3 ? true : undefined));
    expect(receiver.received.map(({ message }) => message.data.orderId)).toEqual([made[0], made[0], made[1]]);
    const [first, again] = receiver.received;
    expect(again!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(verifies(secret, again!.body, again!.headers as Record<string, string>)).toBe(true);
    await eventually(() => (listening.lines.length === 4 ? true : undefined));
    expect(listening.lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { secret, forward: receiver.url },
      { type: 'order.created', tries: 1, status: 500 },
      { tries: 2, status: 204, retryIn: null },
      { tries: 1, status: 204 },
    ]);
  });

  it('are given up after some tries, and the next one follows', async () => {
    receiver.answer = (response) => void response.writeHead(503, { 'retry-after': '1' }).end();
    const listening = await listen(' --retries 1');
    await addOrder(app, client);
    await listening.says('given up');
    expect(receiver.received).toHaveLength(2);
    receiver.answer = (response) => void response.writeHead(204).end();
    await addOrder(app, client);
    await listening.says('→ 204');
  });

  it('are not taken by answers that break off, and wait until the time that is asked for', async () => {
    receiver.answer = (response, { message }) => {
      if (receiver.received.length > 1) return void response.writeHead(204).end();
      if (message.type !== 'order.created') return;
      response.writeHead(200, { 'content-length': 10 }).write('a');
      setTimeout(() => response.destroy(), 50);
    };
    const listening = await listen(' --json');
    await addOrder(app, client);
    await eventually(() => (receiver.received.length === 2 ? true : undefined));
    await eventually(() => (listening.lines.length === 3 ? true : undefined));
    const [, broken, taken] = listening.lines.map((line) => JSON.parse(line) as object);
    expect([broken, taken]).toMatchObject([
      { status: null, error: 'the connection broke off' },
      { status: 204, error: null },
    ]);
    await listening.interrupt();
    const inAMinute = new Date(Date.now() + 30_000).toUTCString();
    receiver.answer = (response) => void response.writeHead(503, { 'retry-after': inAMinute }).end();
    const asked = await listen(' --json');
    await addOrder(app, client);
    await eventually(() => (asked.lines.length === 2 ? true : undefined));
    const { retryIn } = JSON.parse(asked.lines[1]!) as { retryIn: number };
    expect(retryIn).toBeGreaterThan(10);
  });

  it('end when the receiver wants no more, or by Ctrl-C, and then go on where they were', async () => {
    receiver.answer = (response) => void response.writeHead(410).end();
    const listening = await listen();
    const { id } = await addOrder(app, client);
    const ended = await listening.ended;
    expect(ended).toMatchObject({ status: 1, stderr: expect.stringContaining('it wants no more') as string });
    const [, after] = /Go on later with --after (\S+)/.exec(ended.stderr)!;
    receiver.answer = (response) => void response.writeHead(204).end();
    running = waybill.start(`webhooks listen --forward ${receiver.url} --after ${after}`, env);
    await eventually(() => (receiver.received.length === 2 ? true : undefined));
    expect(receiver.received.map(({ message }) => message.data.orderId)).toEqual([id, id]);
    expect((await running.interrupt()).status).toBe(0);
  });

  it('are told a secret once they are listened for, not before', async () => {
    const nowhere = `webhooks listen --forward ${receiver.url} --url http://127.0.0.1:${await freePort()}`;
    expect(await waybill.run(nowhere, { env })).toMatchObject({ status: 1, stdout: '' });
  });

  it('say what is wrong with what they are given', async () => {
    for (const [line, what] of [
      ['webhooks listen', 'Say where the receiver listens'],
      ['webhooks listen --forward ftp://a', '“ftp://a” is no address'],
      ['webhooks listen --forward localhost:1 --secret abc', '--secret is whsec_'],
    ] as const)
      expect(await waybill.run(line, { env })).toMatchObject({
        status: 2,
        stderr: expect.stringContaining(what) as string,
      });
  });
});
