import type { Waybill } from '../../sdk/src/index.js';
import { importFile, newClient } from '../support/imports.js';
import { addOrder, library } from '../support/orders.js';
import { indexTexts } from '../support/order-texts.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let client: TestClient;
let orders: Waybill['orders'];
let stops: Waybill['stops'];

beforeAll(async () => {
  app = await startTestApp();
  const owner = await signUp(app);
  client = await addClient(app, owner);
  orders = app.as(client.token).orders;
  stops = app.as(owner.accessToken).stops;
});
afterAll(() => app.close());

/** What both sides find; they must agree. */
async function found(q: string): Promise<string[]> {
  const [mine, theirs] = [await orders.list({ q }), await stops.list({ q })];
  const ids = mine.items.map(({ id }) => id);
  expect(theirs.items.map(({ id }) => id)).toEqual(ids);
  return ids;
}
const isFound = async (q: string) => (await found(q)).length > 0;

describe.each([
  ['before it is indexed', false],
  ['once it is indexed', true],
])('an order, %s', (_, indexed) => {
  let id: string;
  let code: string;
  const name = indexed ? 'Quilla' : 'Wren';

  beforeAll(async () => {
    const recipient = {
      name: `${name} O’Neill-Müller`,
      email: `${name}@example.org`,
      phone: indexed ? '(212) 555-0123' : '+44 20 7946 0018',
    };
    const order = await addOrder(app, client, {
      recipient,
      address: { addressLineOne: '9 Larch Row', addressLineTwo: 'Cellar', city: 'Yonkers', state: 'Vermont' },
    });
    await orders.submit({ all: true });
    [id, code] = [order.id, order.trackingCode];
    if (indexed) await indexTexts(app);
  });

  it('is found by its words in any order and case, and by parts of them', async () => {
    for (const q of [
      name,
      `${name.toUpperCase()} vermont`,
      `yonkers,Vermont ${name}`,
      `${name} neill-mü`,
      `${name} 9 larch`,
    ])
      expect([q, await found(q)]).toEqual([q, [id]]);
    for (const q of [`${name} Texas`, `${name} x`, `${name} _`, `${name} %%%`])
      expect([q, await found(q)]).toEqual([q, []]);
  });

  it('is found with what people put around words, and with any apostrophe', async () => {
    for (const q of [`"${name} O'Neill"`, `#${name}`, `${name} o’neill.`, `(${name}), vermont`])
      expect([q, await found(q)]).toEqual([q, [id]]);
  });

  it('is found with marks that no one sees, which come along when something is copied', async () => {
    const phone = indexed ? '(212) 555-0123' : '+44 20 7946 0018';
    for (const q of [`${name}\u200b neill`, `\u202a${phone}\u202c`, `\u200e${code}`, `\ufeff${id}`])
      expect([q, await found(q)]).toEqual([q, [id]]);
    const own = await addOrder(app, client, { externalId: `${name}\u200b-7` });
    const { items } = await orders.list({ externalId: `\u200e${name}-\u200b7` });
    expect(items.map((item) => item.id)).toEqual([own.id]);
  });

  it('is found by its id and by the beginning of that', async () => {
    for (const q of [id, id.toUpperCase(), id.replaceAll('-', ''), id.slice(0, 30)])
      expect([q, await found(q)]).toEqual([q, [id]]);
    expect(await found(id.replace(/^./, 'f'))).toEqual([]);
  });

  it('is found by its tracking code with and without its hyphen, as read from a label, and as mistyped', async () => {
    const plain = code.replace('-', '');
    const misread = plain.replaceAll('0', 'O').replaceAll('1', 'l');
    const spelled = [
      code,
      plain,
      code.replace('-', ' '),
      code.toLowerCase(),
      `${code}-2`,
      misread,
      code.slice(0, 8),
    ];
    for (const q of spelled) expect([q, await found(q)]).toEqual([q, [id]]);
  });
});

describe('a phone number', () => {
  beforeAll(async () => {
    await addOrder(app, client, { recipient: { name: 'Ivo', phone: '(646) 555-0123' } });
    await addOrder(app, client, { recipient: { name: 'Una', phone: '0911 77 66 555' } });
    await orders.submit({ all: true });
  });

  it.each([false, true])('is found in any spelling (indexed: %s)', async (indexed) => {
    if (indexed) await indexTexts(app);
    for (const q of [
      '(646) 555-0123',
      '0646 5550123',
      '+1 646 555 0123',
      '001-646-555-0123',
      '646.555.0123',
      '+1646',
      '1 (646) 555',
      '555-0123',
    ])
      expect([q, await isFound(q)]).toEqual([q, true]);
    for (const q of ['0911-7766555', '911 7766 555', '0911 77 66 555'])
      expect([q, (await found(q)).length]).toEqual([q, 1]);
    for (const q of ['(646) 555-0124', '+44 646 555 0123']) expect([q, await found(q)]).toEqual([q, []]);
  });
});

describe('the index', () => {
  it('is asked for all of a word where too many orders have its longest part', async () => {
    const many = await newClient(app);
    const numbers = Array.from({ length: 1_100 }, (_, n) => n + 1);
    const drafts = numbers.map((n) => ({ ...library, externalId: `ORD-2024/${n}` }));
    const { orders } = app.as(many.token);
    await orders.createMany({ orders: drafts.slice(0, 1_000) });
    await orders.createMany({ orders: drafts.slice(1_000) });
    await indexTexts(app);
    const { items } = await orders.list({ q: 'ORD-2024/77' });
    const expected = numbers.filter((n) => `${n}`.startsWith('77')).map((n) => `ORD-2024/${n}`);
    expect(items.map(({ externalId }) => externalId).sort()).toEqual(expected.sort());
  });

  it('follows changes, moves to another client, and deletion', async () => {
    const { id } = await addOrder(app, client, { recipient: { name: 'Ottilie' } });
    await indexTexts(app);
    await orders.update(id, { recipient: { name: 'Philomena' } });
    for (const step of [() => Promise.resolve(), () => indexTexts(app)]) {
      await step();
      const names = [await orders.list({ q: 'ottilie' }), await orders.list({ q: 'philomena' })];
      expect(names.map(({ items }) => items.length)).toEqual([0, 1]);
    }
    await orders.delete(id);
    expect((await orders.list({ q: 'philomena' })).items).toEqual([]);
    await indexTexts(app);
    expect(await app.database.query('select 1 from order_texts where order_id = $1', [id])).toEqual([]);
  });

  it('has the words of every order that files bring, also of several rows and of fixed ones', async () => {
    const { api } = await newClient(app);
    const head = 'Id,Recipient Name,Address Line 1,Products';
    const rows = [
      'F-1,Gwen Ash,1 Elm St,Maps',
      'F-1,Gwen Ash,1 Elm St,Ink',
      'F-2,Gwen Birch,,Ink',
      'F-3,Gwen Fir,3 Elm St,Maps',
    ];
    const first = await importFile(api, [head, ...rows], { groupBy: 'externalId' });
    const { id } = await api.orderImports.fix(first.id, {
      values: { [(await errorOf(api, first.id)).id]: '2 Elm St' },
    });
    const named = async () =>
      (await api.orders.list({ q: 'gwen', sort: '-updatedAt' })).items
        .map(({ externalId }) => externalId)
        .sort();
    await api.imports.wait(id, { interval: 20 });
    expect(await named()).toEqual(['F-1', 'F-2', 'F-3']);
    await indexTexts(app);
    expect(await named()).toEqual(['F-1', 'F-2', 'F-3']);
    const [{ count }] = (await app.database.query<{ count: number }>(
      `select count(*)::int as count from order_texts where text like '% gwen %'`,
    )) as [{ count: number }];
    expect(count).toBe(3);
  });

  it('waits for the end of an import that brings it, but not for long', async () => {
    const { api } = await newClient(app);
    const { id } = await importFile(api, ['Address Line 1,Recipient Name', '5 Elm St,Ulla']);
    const begun = (status: string, ago: string) =>
      app.database.query(
        `update order_imports set status = $2, started_at = now() - $3::interval where id = $1`,
        [id, status, ago],
      );
    const isIndexed = async () => {
      await indexTexts(app);
      return (await app.database.query(`select from order_texts where text like '% ulla %'`)).length > 0;
    };
    await indexTexts(app);
    await app.database.query(`delete from order_texts where text like '% ulla %'`);
    await begun('running', '10 seconds');
    await app.database.query(
      `insert into stale_order_texts (organization_id, client_id, import_id, after_row, last_row)
       select organization_id, client_id, id, 0, 10 from order_imports where id = $1`,
      [id],
    );
    expect(await isIndexed()).toBe(false);
    expect((await api.orders.list({ q: 'ulla' })).items).toHaveLength(1);
    await begun('running', '2 minutes');
    expect(await isIndexed()).toBe(true);
  });
});

const errorOf = async (api: Waybill, importId: string) =>
  (await api.orderImports.listErrors(importId)).items[0]!;
