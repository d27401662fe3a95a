import fc from 'fast-check';
import type { Order, Session } from '../../sdk/src/index.js';
import { openAdmin } from '../support/admin.js';
import { eventually } from '../support/eventually.js';
import { orderContents } from '../support/order-arbitraries.js';
import { addOrder } from '../support/orders.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let organization: Session;
beforeAll(async () => {
  app = await startTestApp();
  organization = await signUp(app);
});
afterAll(() => app.close());

const newClient = () => addClient(app, organization);
const api = (client: TestClient) => app.as(client.token);

/** What the spreadsheet of a client holds of an order. */
function contentOf({
  address,
  recipient,
  activity,
  size,
  packageCount,
  products,
  notes,
  requestedDate,
  externalId,
}: Order) {
  return { address, recipient, activity, size, packageCount, products, notes, requestedDate, externalId };
}

async function allOf(client: TestClient): Promise<Order[]> {
  return api(client).orders.list({ sort: 'createdAt' }).toArray(1000);
}

const formulas = [
  '=1+1',
  '+1',
  '-1+1',
  '@SUM(A1)',
  "'=1",
  '＝1',
  "''+2",
  '-5',
  '=cmd|"/c calc"!A1',
  ', ',
  '"',
];

describe('an export of orders', () => {
  it.each(['csv', 'xlsx'] as const)('as %s imports again as it stands, whatever it holds', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(orderContents, { minLength: 1, maxLength: 15 }), async (contents) => {
        const [from, to] = [await newClient(), await newClient()];
        const orders = contents.map((content, index) => ({
          ...content,
          timing: null,
          externalId: `${formulas[index % formulas.length]!} ${index}`,
          notes: index % 2 === 0 ? formulas[index % formulas.length]! : content.notes,
          metadata: { '=1': '+1', key: 'a,"b"\n' },
        }));
        const made = await api(from).orders.createMany({ orders });
        expect(made.failedCount).toBe(0);
        const blob = await api(from).orders.export({ format, sort: 'createdAt' });
        const file = new File([blob], `orders.${format}`);
        const { id } = await api(to).orderImports.create({ file });
        const done = await api(to).imports.wait(id, { interval: 20 });
        expect(done).toMatchObject({
          status: 'completed',
          rowsImported: orders.length,
        });
        expect((await allOf(to)).map(contentOf)).toEqual((await allOf(from)).map(contentOf));
      }),
      { numRuns: 5 },
    );
  });

  it('has no cell that a spreadsheet runs', async () => {
    const client = await newClient();
    for (const notes of formulas) await addOrder(app, client, { notes });
    const text = await (await api(client).orders.export({ format: 'csv' })).text();
    for (const [, cell] of text.matchAll(/(?:^|,)"?([^,"\r\n]+)/gm)) {
      expect(cell).not.toMatch(/^\s*[=+@＝＋＠\t]/);
      expect(cell).not.toMatch(/^\s*-(?!\d+(\.\d+)?$)/);
    }
  });

  it('as ndjson is what the list answers, with its filters and its sort', async () => {
    const client = await newClient();
    for (const day of ['2026-12-24', '2026-12-26', '2026-12-25'])
      await addOrder(app, client, {
        requestedDate: day,
        metadata: { batch: day < '2026-12-26' ? 'a' : 'b' },
      });
    const query = { metadata: { batch: 'a' }, sort: 'requestedDate' } as const;
    const { items } = await api(client).orders.list(query);
    const text = await (await api(client).orders.export({ ...query, format: 'ndjson' })).text();
    expect(
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Order),
    ).toEqual(items);
    expect(items.map(({ requestedDate }) => requestedDate)).toEqual(['2026-12-24', '2026-12-25']);
  });

  it('holds every order once, past the first piece, and is whole', async () => {
    const client = await newClient();
    for (let batch = 0; batch < 3; batch += 1) {
      const orders = Array.from({ length: 800 }, (_, n) => ({
        address: { addressLineOne: `${batch}-${n}` },
      }));
      await api(client).orders.createMany({ orders });
    }
    const text = await (await api(client).orders.export({ format: 'ndjson' })).text();
    const ids = text
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as Order).id);
    expect([ids.length, new Set(ids).size]).toEqual([2400, 2400]);
  });

  it('is a dispatcher’s as stops, without drafts, with the Client ID', async () => {
    const client = await newClient();
    const order = await addOrder(app, client);
    await addOrder(app, client);
    await api(client).orders.submit({ ids: [order.id] });
    const stops = app.as(organization.accessToken).stops;
    const csv = await (await stops.export({ clientId: client.id })).text();
    const [header, ...rows] = csv.trim().split('\r\n');
    expect(header).toContain('Client ID');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain(client.clientCode);
    expect(rows[0]).toContain(order.trackingCode);
    const text = await (await stops.export({ clientId: client.id, format: 'ndjson' })).text();
    expect(JSON.parse(text)).toEqual((await stops.list({ clientId: client.id })).items[0]);
  });

  it('of nothing is a header only, or nothing', async () => {
    const client = await newClient();
    const csv = await (await api(client).orders.export({ format: 'csv' })).text();
    expect(csv.trim().split('\r\n')).toHaveLength(1);
    expect(await (await api(client).orders.export({ format: 'ndjson' })).text()).toBe('');
  });

  it.each(['csv', 'xlsx', 'ndjson'] as const)(
    'as %s whose caller leaves halfway gives back what it held',
    async (format) => {
      const client = await newClient();
      await app.database.query(
        `insert into orders (id, organization_id, client_id, depot_id, status, source, products, notes, created_at, updated_at)
         select gen_random_uuid(), c.organization_id, c.id, c.default_depot_id, 'draft', 'api', '{}',
                (select string_agg(md5(n || '-' || m), '') from generate_series(1, 60) m), now(), now()
           from clients c, generate_series(1, 12000) n where c.id = $1`,
        [client.id],
      );
      const admin = await openAdmin(app.database.url);
      // A team has one export at once, so what the first two kept would keep out the next.
      for (let time = 1; time <= 3; time += 1) {
        const leave = new AbortController();
        const answer = await eventually(async () => {
          const given = await fetch(`${app.url}/v1/orders/export?format=${format}`, {
            headers: { authorization: `Bearer ${client.token}` },
            signal: leave.signal,
          });
          if (given.status !== 200) expect(await given.json()).toMatchObject({ code: 'too_many_at_once' });
          return given.status === 200 ? given : undefined;
        });
        await answer.body!.getReader().read();
        if (time === 1) {
          const second = api(client).orders.export({ format });
          await expect(second).rejects.toMatchObject({ code: 'too_many_at_once' });
        }
        leave.abort();
      }
      const held = await eventually(async () => {
        const { rows } = await admin.query<{ pid: number }>(
          `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
              and state <> 'idle' and query like '%orders o%'`,
        );
        return rows.length === 0 ? 'nothing' : undefined;
      });
      await admin.end();
      expect(held).toBe('nothing');
      expect((await api(client).orders.list({ limit: 1 })).items).toHaveLength(1);
    },
    60_000,
  );

  it.each(['csv', 'xlsx', 'ndjson'] as const)(
    'as %s that fails midway breaks the connection',
    async (format) => {
      const client = await newClient();
      for (let batch = 0; batch < 3; batch += 1) {
        const orders = Array.from({ length: 900 }, () => ({ address: { addressLineOne: '1 Main St' } }));
        await api(client).orders.createMany({ orders });
      }
      await app.database.query(
        `update orders set created_at = 'infinity' where id = (select id from orders where client_id = $1 limit 1)`,
        [client.id],
      );
      const headers = { authorization: `Bearer ${client.token}` };
      const answer = await fetch(`${app.url}/v1/orders/export?sort=createdAt&format=${format}`, { headers });
      await expect(answer.arrayBuffer()).rejects.toThrow();
    },
  );
});
