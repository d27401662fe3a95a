import { randomUUID } from 'node:crypto';
import { stubApp } from '../../src/config.js';
import { signWebhook } from '../../tools/shopify-stub/webhooks/signing.ts';
import { call, type RawAnswer } from '../support/http.js';
import { sendWebhook } from '../support/shopify.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const path = '/v1/integrations/shopify/webhooks';
const shop = 'quiet-shop.myshopify.com';

const sign = (body: string, secret = stubApp.secret) => signWebhook(secret, body);

type Sent = Partial<Parameters<typeof sendWebhook>[1]>;

/** Sends what is of no concern, unless told otherwise. */
const send = (app: TestApp, sent: Sent = {}) =>
  sendWebhook(app, { topic: 'orders/create', shop, body: { id: 1 }, ...sent });

const redaction = {
  shop_id: 1,
  shop_domain: shop,
  customer: { id: 191167, email: 'jo@example.org', phone: '555-625-1199' },
  orders_to_redact: [299938],
};

describe('webhooks from stores', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ env: { SHOPIFY_STUB_URL: 'http://127.0.0.1:9' } });
  });
  afterAll(() => app.close());

  const rowsOf = (eventId: string) =>
    app.database.query<Record<string, unknown>>(
      `select e.topic, e.shop, e.state, e.outcome, e.subject, e.triggered_at,
              (select count(*)::int from jobs j where j.payload->>'webhookEventId' = e.id::text) as jobs
         from shopify_webhook_events e where e.event_id = $1`,
      [eventId],
    );

  const refused = (answer: RawAnswer) => [answer.status, answer.json.code];
  const forged = [401, 'shopify_signature_invalid'];

  it.each([
    ['no signature', { signature: null }],
    ['an empty signature', { signature: '' }],
    ['that of another secret', { signature: sign('{"id":1}', 'another') }],
    ['that of another body', { body: { id: 2 }, signature: sign('{"id":1}') }],
    ['that of the same JSON, spaced otherwise', { body: '{ "id": 1 }', signature: sign('{"id":1}') }],
    ['half of one', { signature: sign('{"id":1}').slice(0, 22) }],
    ['one that is too long', { signature: sign('{"id":1}') + sign('{"id":1}') }],
    ['one in hexadecimal', { signature: Buffer.from(sign('{"id":1}'), 'base64').toString('hex') }],
    ['one in letters that are no Base64', { signature: '§'.repeat(44).slice(0, 44).replace(/§/g, '*') }],
    ['the right one without its padding', { signature: sign('{"id":1}').replace('=', '') }],
    ['a body that is no JSON', { body: '{', signature: sign('{"id":1}') }],
  ])('refuses %s', async (_, sent: Sent) => {
    const eventId = randomUUID();
    expect(refused(await send(app, { ...sent, eventId }))).toEqual(forged);
    expect(await rowsOf(eventId)).toEqual([]);
  });

  it('refuses all where no app is configured', async () => {
    const plain = await startTestApp();
    try {
      expect(refused(await send(plain))).toEqual(forged);
      expect(refused(await send(plain, { signature: sign('{"id":1}', '') }))).toEqual(forged);
    } finally {
      await plain.close();
    }
  });

  it('takes what is too big for a webhook no further', async () => {
    const body = JSON.stringify({ id: 1, note: 'x'.repeat(6 * 1024 * 1024) });
    expect((await send(app, { body })).status).toBe(413);
  });

  it('takes an order of several megabytes', async () => {
    const body = JSON.stringify({ id: 1, note: 'x'.repeat(4 * 1024 * 1024) });
    expect((await send(app, { body })).json).toEqual({ receipt: 'ignored' });
  });

  it('notes what is of no concern, and does nothing', async () => {
    const seen = [];
    for (const sent of [{}, { topic: 'themes/publish' }, { headers: { 'x-shopify-topic': '' } }]) {
      const eventId = randomUUID();
      const { status, json } = await send(app, { ...sent, eventId });
      const [row] = await rowsOf(eventId);
      seen.push([status, json.receipt, row!.state, row!.outcome, row!.subject, row!.jobs]);
    }
    expect(seen).toEqual([
      [200, 'ignored', 'ignored', 'No such store is connected.', null, 0],
      [200, 'ignored', 'ignored', 'Nothing here goes by this topic.', null, 0],
      [200, 'ignored', 'ignored', 'Nothing here goes by this topic.', null, 0],
    ]);
  });

  it('answers what the law asks also for stores that are not connected, and keeps ids alone', async () => {
    const eventId = randomUUID();
    const sent = { topic: 'customers/redact', body: redaction, eventId };
    expect((await send(app, sent)).json).toEqual({ receipt: 'accepted' });
    const rows = await app.database.query<{ row: string }>(
      'select e::text as row from shopify_webhook_events e where event_id = $1',
      [eventId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.row).not.toMatch(/jo@example|555-625/);
  });

  it('believes a body only under its own topic and shop', async () => {
    const seen: Record<string, unknown> = {};
    const foreign = { ...redaction, shop_domain: 'other-shop.myshopify.com' };
    for (const [name, sent] of Object.entries({
      'another shop in the header': { topic: 'customers/redact', body: foreign },
      'an order as an erasing': { topic: 'customers/redact', body: { id: 1 } },
      'an erasing of one as one of all': { topic: 'shop/redact', body: redaction },
      'an erasing as a question': { topic: 'customers/data_request', body: redaction },
      'a NUL': { topic: 'shop/redact', body: `{"shop_domain":"${shop}","note":"\0"}` },
      'no JSON': { topic: 'shop/redact', body: '{' },
    })) {
      const eventId = randomUUID();
      await send(app, { ...sent, eventId });
      const [row] = await rowsOf(eventId);
      seen[name] = [row!.state, row!.outcome, row!.jobs];
    }
    const otherTopic = ['ignored', 'Its body is not one of this topic.', 0];
    expect(seen).toEqual({
      'another shop in the header': ['ignored', 'Its body names another store than its sender.', 0],
      'an order as an erasing': otherTopic,
      'an erasing of one as one of all': otherTopic,
      'an erasing as a question': otherTopic,
      'a NUL': otherTopic,
      'no JSON': otherTopic,
    });
  });

  it('works once on what comes again, however often at once', async () => {
    const eventId = randomUUID();
    const sent = { topic: 'customers/redact', body: redaction, eventId };
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(app, sent)));
    const receipts = answers.map(({ status, json }) => `${status} ${String(json.receipt)}`).sort();
    expect(receipts).toEqual(['200 accepted', ...Array.from({ length: 19 }, () => '200 repeated')]);
    expect((await rowsOf(eventId)).map(({ jobs }) => jobs)).toEqual([1]);
    expect((await send(app, sent)).json).toEqual({ receipt: 'repeated' });
  });

  it('tells events of several topics apart, and knows one by the id of its webhook or its content', async () => {
    const eventId = randomUUID();
    const first = { topic: 'customers/redact', body: redaction };
    const shopWide = { topic: 'shop/redact', body: { shop_id: 1, shop_domain: shop } };
    const receipts = [];
    for (const sent of [
      { ...first, eventId },
      { ...shopWide, eventId },
      { ...shopWide, eventId: null, headers: { 'x-shopify-webhook-id': 'w-1' } },
      { ...shopWide, eventId: null, headers: { 'x-shopify-webhook-id': 'w-1' } },
      { ...shopWide, eventId: null },
      { ...shopWide, eventId: null },
    ])
      receipts.push((await send(app, sent)).json.receipt);
    expect(receipts).toEqual(['accepted', 'accepted', 'accepted', 'repeated', 'accepted', 'repeated']);
  });

  it('reads headers in either spelling', async () => {
    const body = JSON.stringify(redaction);
    const eventId = randomUUID();
    const headers = {
      'shopify-topic': 'customers/redact',
      'shopify-shop-domain': shop,
      'shopify-event-id': eventId,
      'shopify-triggered-at': '2024-01-01T00:00:00.000000000Z',
      'shopify-hmac-sha256': sign(body),
    };
    expect((await call(app, 'POST', path, { headers, body })).json).toEqual({ receipt: 'accepted' });
    expect(await rowsOf(eventId)).toMatchObject([{ topic: 'customers/redact', shop, jobs: 1 }]);
  });

  it('refuses no burst', async () => {
    const tight = await startTestApp({
      env: { SHOPIFY_STUB_URL: 'http://127.0.0.1:9', RATE_LIMIT_PER_MINUTE: '5' },
    });
    try {
      const answers = await Promise.all(Array.from({ length: 50 }, () => send(tight)));
      expect([...new Set(answers.map(({ status }) => status))]).toEqual([200]);
    } finally {
      await tight.close();
    }
  });

  it('answers without Redis', async () => {
    const env = { SHOPIFY_STUB_URL: 'http://127.0.0.1:9', REDIS_URL: 'redis://127.0.0.1:9' };
    const alone = await startTestApp({ env });
    try {
      const times: number[] = [];
      for (let round = 0; round < 20; round += 1) {
        const begun = performance.now();
        const { status } = await send(alone, { topic: 'customers/redact', body: redaction });
        times.push(performance.now() - begun);
        expect(status).toBe(200);
      }
      times.sort((one, other) => one - other);
      console.log(`Redis down: ${times.length} webhooks, slowest ${Math.round(times.at(-1)!)} ms`);
      expect(times.at(-1)).toBeLessThan(5_000);
      const [row] = await alone.database.query<{ n: number }>(
        `select count(*)::int as n from jobs where name = 'shopify.receive'`,
      );
      expect(row).toEqual({ n: 20 });
    } finally {
      await alone.close();
    }
  });
});
