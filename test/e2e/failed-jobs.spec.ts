import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually.js';
import { call } from '../support/http.js';
import { startReceiver, type Receiver } from '../support/receiver.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

interface FailedJob {
  id: string;
  [field: string]: unknown;
}

describe('work that was given up', () => {
  let app: TestApp;
  let owner: { token: string; organizationId: string };
  beforeAll(async () => {
    app = await startTestApp({ env: { WEBHOOK_ALLOW_PRIVATE: 'true' } });
    owner = await addOwner();
  });
  afterAll(() => app.close());

  async function addOwner() {
    const { accessToken, membership } = await signUp(app);
    return { token: accessToken, organizationId: membership.organization.id };
  }

  /** A dead job of an organization. */
  async function addDead(queue: string, name: string, payload: object, failure: string | null = null) {
    const id = randomUUID();
    await app.database.query(
      `insert into jobs (id, name, queue, payload, state, organization_id, attempts, run_at, request_id, last_error,
                         failure, created_at, finished_at)
       values ($1, $2, $3, $4, 'dead', $5, 12, now(), 'r', 'connect ECONNREFUSED 10.0.0.7:25', $6, now(), now())`,
      [id, name, queue, payload, owner.organizationId, failure],
    );
    return id;
  }
  const addMail = (failure?: string) =>
    addDead('mail', 'claimed-emails.mail', { userId: randomUUID() }, failure);
  const list = async (token = owner.token, query = 'state=dead') =>
    (await call(app, 'GET', `/v1/jobs?${query}`, { token })).json as {
      items: FailedJob[];
      nextCursor: string;
    };
  const retry = (id: string, token = owner.token) => call(app, 'POST', `/v1/jobs/${id}/retry`, { token });

  it('is listed with its reason in plain words, and nothing of what the error said', async () => {
    const id = await addMail('mail_not_taken');
    const job = (await list()).items.find((one) => one.id === id);
    expect(job).toMatchObject({
      kind: 'mail',
      failure: 'mail_not_taken',
      reason: 'The mail server did not take the mail, however often it was tried.',
      retryable: true,
      attempts: 12,
    });
    expect(job).toMatchObject({ webhookDeliveryId: null });
    expect(JSON.stringify(job)).not.toContain('10.0.0.7');
  });

  it('is listed page by page, and is another organization’s never', async () => {
    const ids = [await addMail(), await addMail(), await addMail()];
    const first = await list(owner.token, 'limit=1');
    const second = await list(owner.token, `limit=100&cursor=${first.nextCursor}`);
    const seen = [...first.items, ...second.items].map(({ id }) => id);
    expect(seen).toEqual(expect.arrayContaining(ids));
    expect(new Set(seen).size).toBe(seen.length);
    const other = await addOwner();
    expect((await list(other.token)).items).toEqual([]);
    expect((await retry(ids[0]!, other.token)).status).toBe(404);
  });

  it('does not show what still goes on', async () => {
    const id = await addMail();
    await app.database.query(
      `update jobs set state = 'waiting', run_at = now() + interval '1 hour' where id = $1`,
      [id],
    );
    expect((await list()).items.map((job) => job.id)).not.toContain(id);
    expect((await retry(id)).status).toBe(404);
    expect((await call(app, 'GET', '/v1/jobs?state=waiting', { token: owner.token })).status).toBe(400);
  });

  it('is tried again when asked to, once', async () => {
    const [id, another] = [await addMail('mail_not_taken'), await addMail('mail_not_taken')];
    expect((await retry(id)).status).toBe(204);
    await eventually(async () => {
      const [job] = await app.database.query<{ state: string }>('select state from jobs where id = $1', [id]);
      return job?.state === 'done' || undefined;
    });
    expect((await retry(id)).status).toBe(404);
    expect((await list()).items.map((job) => job.id)).toContain(another);
  });

  it.each([
    ['imports', 'imports.run', { importId: randomUUID() }],
    ['sandbox', 'sandbox.drive', { routeId: randomUUID(), organizationId: randomUUID() }],
  ])('is not tried again where it is of the %s, whose end was told', async (queue, name, payload) => {
    const id = await addDead(queue, name, payload, 'crashed');
    expect((await list()).items.find((job) => job.id === id)).toMatchObject({
      kind: queue,
      retryable: false,
    });
    const refused = await retry(id);
    expect([refused.status, refused.json.code]).toEqual([409, 'job_not_retryable']);
  });

  describe('of a webhook', () => {
    let receiver: Receiver;
    let endpointId: string;
    let deliveryId: string;
    beforeEach(async () => {
      receiver = await startReceiver();
      receiver.answer = (response) => void response.writeHead(500).end();
      const endpoint = await app
        .as(owner.token)
        .webhookEndpoints.create({ url: receiver.url, events: ['order.failed'] });
      endpointId = endpoint.id;
      const body = { type: 'order.delivered' };
      const path = `/v1/webhook-endpoints/${endpointId}/test`;
      deliveryId = (await call(app, 'POST', path, { token: owner.token, body })).json.id as string;
    });
    afterEach(() => receiver.close());

    /** Lets it fail for good, by the n-th request. */
    async function failed(requests = 2): Promise<FailedJob> {
      await receiver.message(requests - 1);
      await eventually(async () => {
        await app.database.query(
          `with last as (
             update webhook_deliveries set tries = 9 where id = $1 and attempts = $2 returning endpoint_id)
           update jobs set run_at = now() from last where tenant = last.endpoint_id and state = 'waiting'`,
          [deliveryId, requests - 1],
        );
        return receiver.received.length >= requests || undefined;
      });
      const failures = await eventually(async () => {
        const { items } = await list();
        const ours = items.filter(({ webhookDeliveryId }) => webhookDeliveryId === deliveryId);
        return ours.length > 0 ? ours : undefined;
      });
      expect(failures).toHaveLength(1);
      return failures[0]!;
    }
    const recover = () => (receiver.answer = (response) => void response.writeHead(204).end());
    const again = {
      redelivered: () =>
        call(app, 'POST', `/v1/webhook-deliveries/${deliveryId}/redeliver`, { token: owner.token }),
      recovered: () =>
        call(app, 'POST', `/v1/webhook-endpoints/${endpointId}/recover`, {
          token: owner.token,
          body: { since: '2026-01-01T00:00:00Z' },
        }),
    };

    it('tells after the last attempt how many there were, and a retry begins anew', async () => {
      const job = await failed();
      expect(job).toMatchObject({
        kind: 'webhooks',
        failure: 'refused_by_receiver',
        reason: 'The receiver answered, but not with 2xx.',
        retryable: true,
        attempts: 2,
      });
      expect(JSON.stringify(job)).not.toContain('127.0.0.1');
      recover();
      expect((await retry(job.id)).status).toBe(204);
      const message = await receiver.message(3);
      expect(message.headers['webhook-id']).toBe(deliveryId);
      expect((await list()).items.map(({ id }) => id)).not.toContain(job.id);
    });

    it.each(['redelivered', 'recovered'] as const)('is no more once it is %s', async (how) => {
      const job = await failed();
      recover();
      expect((await again[how]()).status).toBeLessThan(300);
      await receiver.message(3);
      expect((await list()).items.map(({ id }) => id)).not.toContain(job.id);
      expect((await retry(job.id)).status).toBe(404);
    });

    it('is there once, however often it fails for good', async () => {
      const first = await failed();
      await again.redelivered();
      const second = await failed(4);
      expect(second.id).not.toBe(first.id);
      expect(second.attempts).toBe(4);
    });

    it('is not tried again where the receiver took it meanwhile', async () => {
      await failed();
      recover();
      await again.redelivered();
      await eventually(async () => {
        const path = `/v1/webhook-deliveries/${deliveryId}`;
        const { json } = await call(app, 'GET', path, { token: owner.token });
        return json.state === 'succeeded' || undefined;
      });
      const sent = receiver.received.length;
      const id = await addDead('webhooks', 'webhooks.deliver', { deliveryId, attempt: 1 }, 'timeout');
      const refused = await retry(id);
      expect([refused.status, refused.json.code]).toEqual([409, 'job_not_retryable']);
      expect(receiver.received).toHaveLength(sent);
    });
  });

  it('is a webhook that cannot be sent again once its endpoint is gone', async () => {
    const id = await addDead(
      'webhooks',
      'webhooks.deliver',
      { deliveryId: randomUUID(), attempt: 3 },
      'timeout',
    );
    const refused = await retry(id);
    expect([refused.status, refused.json.code]).toEqual([409, 'job_not_retryable']);
  });

  it('is of the organization that asked for it, and not of its clients', async () => {
    const session = await signUp(app);
    const client = await addClient(app, session);
    expect((await call(app, 'GET', '/v1/jobs', { token: client.token })).status).toBe(403);
  });
});
