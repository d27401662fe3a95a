import { randomBytes, randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually.js';
import { call, type RawAnswer } from '../support/http.js';
import { attributeOf, openOtlpReceiver, type OtlpReceiver } from '../support/otlp-receiver.js';
import { startReceiver } from '../support/receiver.js';
import { startTestProcess, type TestProcess } from '../support/test-process.js';

const hex = (bytes: number) => randomBytes(bytes).toString('hex');
const canary = `canary${hex(9)}`;
const password = `${canary} with many words`;

describe('traces and logs', () => {
  let receiver: OtlpReceiver;
  let app: TestProcess;
  let token: string;

  beforeAll(async () => {
    receiver = await openOtlpReceiver();
    app = await startTestProcess({
      env: {
        LOG_LEVEL: 'info',
        OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
        OTEL_BSP_SCHEDULE_DELAY: '100',
        OTEL_BLRP_SCHEDULE_DELAY: '100',
        OTEL_SERVICE_NAME: 'waybill-here',
        WEBHOOK_ALLOW_PRIVATE: 'true',
      },
    });
    const email = `${canary}@example.org`;
    const body = { organizationName: canary, name: canary, email, password };
    token = String((await call(app, 'POST', '/v1/auth/signup', { body })).json.accessToken);
  });
  afterAll(async () => {
    await app.close();
    receiver.close();
  });

  const invite = (headers: Record<string, string> = {}): Promise<RawAnswer> =>
    call(app, 'POST', '/v1/invitations', {
      token,
      headers,
      body: { kind: 'member', role: 'viewer', channel: 'email', email: `${canary}-${hex(3)}@example.org` },
    });
  const spansOf = (traceId: string) => receiver.spans.filter((span) => span.traceId === traceId);
  const spanOf = (traceId: string, name: string) =>
    eventually(() => spansOf(traceId).find((span) => span.name === name));

  it('follow a request through its transaction and its job to the mail, in the caller’s trace', async () => {
    const [traceId, caller] = [hex(16), hex(8)];
    const answer = await invite({ traceparent: `00-${traceId}-${caller}-01`, 'x-request-id': 'their-own-1' });
    expect(answer.status).toBe(201);
    const mail = await spanOf(traceId, 'mail');
    const job = await spanOf(traceId, 'job invitations.mail');
    const request = await spanOf(traceId, 'POST /v1/invitations');
    expect(request.parentSpanId).toBe(caller);
    expect(attributeOf(request, 'http.response.status_code')).toBe('201');
    const transaction = spansOf(traceId).find(({ spanId }) => spanId === job.parentSpanId);
    expect([transaction?.name, transaction?.parentSpanId]).toEqual(['transaction', request.spanId]);
    expect(mail.parentSpanId).toBe(job.spanId);
    expect(attributeOf(job, 'job.name')).toBe('invitations.mail');
  });

  it('have the request’s own id, where it is a UUID and the caller names no trace', async () => {
    const requestId = randomUUID();
    await invite({ 'x-request-id': requestId });
    const traceId = requestId.replaceAll('-', '');
    const request = await spanOf(traceId, 'POST /v1/invitations');
    expect(request.parentSpanId ?? '').toBe('');
    await spanOf(traceId, 'mail');
    const made = await invite();
    await spanOf(made.headers.get('x-request-id')!.replaceAll('-', ''), 'POST /v1/invitations');
  });

  it('begin anew after a traceparent that is none, and leave out what the caller leaves out', async () => {
    const requestId = randomUUID();
    await invite({ 'x-request-id': requestId, traceparent: `00-${'0'.repeat(32)}-${hex(8)}-01` });
    await spanOf(requestId.replaceAll('-', ''), 'POST /v1/invitations');
    const unwanted = hex(16);
    await invite({ traceparent: `00-${unwanted}-${hex(8)}-00` });
    const wanted = hex(16);
    await invite({ traceparent: `00-${wanted}-${hex(8)}-01` });
    await spanOf(wanted, 'mail');
    expect(spansOf(unwanted)).toEqual([]);
  });

  it('put the lines of the log in their trace', async () => {
    const traceId = hex(16);
    await call(app, 'GET', '/v1/me', { token, headers: { traceparent: `00-${traceId}-${hex(8)}-01` } });
    const request = await spanOf(traceId, 'GET /v1/me');
    const line = await eventually(() => receiver.logs.find((log) => log.traceId === traceId));
    expect([line.body.stringValue, line.severityText, line.spanId]).toEqual([
      'Request answered',
      'INFO',
      request.spanId,
    ]);
    expect(app.server.stdout).toContain(`"trace_id":"${traceId}"`);
  });

  it('keep the trace with the events, for those that are told of them', async () => {
    const traceId = hex(16);
    await invite({ traceparent: `00-${traceId}-${hex(8)}-01` });
    const rows = await app.database.query<{ traceparent: string }>(
      'select traceparent from events where traceparent like $1',
      [`00-${traceId}-%`],
    );
    expect(rows.length).toBeGreaterThanOrEqual(1);
  });

  it('follow an event to the webhook that tells of it', async () => {
    const hooks = await startReceiver();
    const events = ['order.created'];
    await call(app, 'POST', '/v1/webhook-endpoints', { token, body: { url: hooks.url, events } });
    const traceId = hex(16);
    await call(app, 'POST', '/v1/stops', {
      token,
      headers: { traceparent: `00-${traceId}-${hex(8)}-01` },
      body: { address: { addressLineOne: '476 5th Ave' } },
    });
    const webhook = await spanOf(traceId, 'webhook');
    const job = await spanOf(traceId, 'job webhooks.deliver');
    expect(webhook.parentSpanId).toBe(job.spanId);
    await hooks.close();
  });

  it('hold nobody’s data, no secret and no value of SQL', async () => {
    const [before, search] = [receiver.spans.length, `${canary}search`];
    await call(app, 'GET', `/v1/stops?q=${search}`, { token });
    await call(app, 'GET', `/v1/tracking/${canary}`, { headers: { 'x-request-id': hex(4) } });
    await call(app, 'GET', `/${canary}`, { headers: { authorization: `Bearer ${canary}` } });
    await call(app, 'POST', '/v1/auth/login', { body: { email: `${canary}@example.org`, password: canary } });
    await eventually(() => receiver.spans.length >= before + 4 || undefined);
    const texts = receiver.texts.join('\n');
    expect([canary, token].filter((secret) => texts.includes(secret))).toEqual([]);
    expect(texts).toContain('waybill-here');
  });

  it('are sent before the process ends', async () => {
    const traceId = hex(16);
    await call(app, 'GET', '/v1/me', { token, headers: { traceparent: `00-${traceId}-${hex(8)}-01` } });
    expect(await app.server.stop()).toBe(0);
    expect(spansOf(traceId).length).toBeGreaterThan(0);
  });

  it('hold nothing up when their receiver is gone', async () => {
    receiver.close();
    await app.startAnew();
    expect((await call(app, 'GET', '/v1/me', { token })).status).toBe(200);
    expect(await app.server.stop()).toBe(0);
  });
});
