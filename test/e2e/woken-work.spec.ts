import { jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { coalesce } from '../../src/common/coalesce.js';
import { currentContext, runInContext, systemActor } from '../../src/common/http/request-context.js';
import { Database } from '../../src/database/database.js';
import { EventHints } from '../../src/modules/events/streams/event-hints.js';
import { SettleWatch } from '../../src/modules/events/streams/settle-watch.js';
import { currentSpan, within, type Span } from '../../src/tracing/tracing.js';
import { eventually } from '../support/eventually.js';
import { call } from '../support/http.js';
import { library } from '../support/orders.js';
import { startReceiver, type Receiver } from '../support/receiver.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** As whom work runs. */
const whose = () => [currentContext(), currentSpan()];
const nobody = [undefined, undefined];

describe('what a request wakes', () => {
  let app: TestApp;
  let receiver: Receiver;
  let client: TestClient;
  beforeAll(async () => {
    app = await startTestApp({ env: { WEBHOOK_ALLOW_PRIVATE: 'true' } });
    receiver = await startReceiver();
    client = await addClient(app, await signUp(app));
  });
  afterAll(async () => {
    await receiver.close();
    await app.close();
  });

  const inRequest = <T>(work: () => T): T =>
    runInContext({ requestId: 'theirs', scope: { audience: 'system' }, actor: systemActor }, () =>
      within({ spanId: 'theirs' } as Span, work),
    );
  const order = (headers: Record<string, string>) =>
    call(app, 'POST', '/v1/orders', { token: client.token, headers, body: library });

  it('is not part of it: not who hears of an event, who waits for one to settle, nor a batch it began', async () => {
    const heard: unknown[] = [];
    app.nest.get(EventHints).listen(
      () => heard.push(whose()),
      () => undefined,
    );
    const batch = coalesce(() => Promise.resolve(whose()));
    const settled = await inRequest(() => {
      app.nest.get(EventHints).note({ organizationId: randomUUID(), clientId: null });
      return new Promise((resolve) => app.nest.get(SettleWatch).when('1', () => resolve(whose())));
    });
    expect([heard, settled, await inRequest(() => batch(1))]).toEqual([[nobody], nobody, nobody]);
  });

  it.each([
    ['with an Idempotency-Key', { 'idempotency-key': randomUUID() }],
    ['without', {}],
  ])('makes its webhooks at once, under no request’s id, %s', async (_, key: Record<string, string>) => {
    const { id } = await app.as(client.token).webhookEndpoints.create({ url: receiver.url, events: ['*'] });
    const known = receiver.received.length + 1;
    await order({});
    await receiver.message(known);
    const rounds = jest.spyOn(app.nest.get(Database), 'asSystem');
    receiver.answer = (response) => void response.writeHead(503).end();
    const answer = await order({ 'x-request-id': 'their-request', ...key });
    expect(answer.status).toBe(201);
    const waiting = await eventually(async () => {
      const [job] = await app.database.query<{ request_id: string }>(
        "select request_id from jobs where tenant = $1 and state = 'waiting' and run_at > now()",
        [id],
      );
      return job;
    });
    expect(waiting.request_id).toBe('');
    const ends = await Promise.allSettled(rounds.mock.results.map(({ value }) => value as Promise<unknown>));
    expect(ends.filter(({ status }) => status === 'rejected')).toEqual([]);
    rounds.mockRestore();
    await app.as(client.token).webhookEndpoints.delete(id);
  });
});
