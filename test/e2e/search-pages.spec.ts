import type { TestClient } from '../support/tenants.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let client: TestClient;
let dispatcher: string;

/** More than a search looks through before it asks the index. */
const many = 2_400;
const everyone = (n: number) => (n % 60 === 0 ? 'Quilla' : 'Wren');

/** Delivered orders, of which a few are looked for; and before all of them failed ones, which all are. */
beforeAll(async () => {
  app = await startTestApp();
  const owner = await signUp(app);
  dispatcher = owner.accessToken;
  client = await addClient(app, owner);
  const delivered = Array.from({ length: many }, (_, n) => everyone(n));
  await addMany('delivered', delivered, 0);
  await addMany('failed', Array<string>(60).fill('Quilla'), many);
}, 60_000);
afterAll(() => app.close());

/** Each a minute older than the one before. */
async function addMany(status: string, names: string[], from: number): Promise<void> {
  await app.database.query(
    `insert into orders (id, organization_id, client_id, depot_id, status, source, external_id, address_line_one,
                         recipient_name, products, submitted_at, scheduled_at, created_at, updated_at)
     select gen_random_uuid(), c.organization_id, c.id, c.default_depot_id, $3::text, 'api', $3::text || '-' || o.n, '9 Larch Row',
            o.name, '{}', now(), now(), now() - ($4::int + o.n) * interval '1 minute', now()
       from unnest($2::text[]) with ordinality as o (name, n), clients c where c.id = $1`,
    [client.id, names, status, from],
  );
}

describe('the pages of a search that is met often among the newest of one state', () => {
  const expected = [
    ...Array.from({ length: many / 60 }, (_, n) => `delivered-${n * 60 + 1}`),
    ...Array.from({ length: 60 }, (_, n) => `failed-${n + 1}`),
  ];

  test('of stops hold every stop once, newest first', async () => {
    const found = await everyId(app.as(dispatcher).stops.list({ q: 'quilla', limit: 36 }));
    expect(found).toEqual(expected);
  });

  test('of orders of a stage hold every order once, newest first', async () => {
    const orders = app.as(client.token).orders.list({ q: 'quilla', view: 'completed', limit: 36 });
    expect(await everyId(orders)).toEqual(expected);
  });
});

async function everyId(pages: AsyncIterable<{ externalId: string | null }>): Promise<(string | null)[]> {
  const ids = [];
  for await (const { externalId } of pages) ids.push(externalId);
  return ids;
}
