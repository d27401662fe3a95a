import { readFileSync } from 'node:fs';
import type { OrderImport, Waybill } from '../../sdk/src/index.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const libraries = readFileSync(new URL('../fixtures/libraries-manhattan.csv', import.meta.url), 'utf8');

describe('order imports', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const newClient = async (options: Parameters<typeof addClient>[2] = {}) => {
    const client = await addClient(app, await signUp(app), options);
    return { ...client, api: app.as(client.token) };
  };

  it('makes drafts of the good rows and names the bad ones', async () => {
    const { api, id } = await newClient();
    const done = await importText(api, libraries);
    expect(done).toMatchObject({
      status: 'completed_with_errors',
      rowsTotal: 33,
      rowsProcessed: 33,
      rowsImported: 28,
      rowsRejected: 5,
    });
    const { items } = await api.orderImports.listOrderImportErrors({ id: done.id });
    expect(items.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
      [13, 'Package Count', 'number_invalid', 'zero'],
      [16, 'Recipient Email Address', 'email_invalid', 'not-an-email'],
      [27, 'Address Line 1', 'address_missing', null],
      [31, 'Id', 'duplicate_id', 'NYPL-0002'],
      [32, 'Longitude', 'coordinates_incomplete', null],
    ]);
    const orders = await app.database.query<{ status: string; n: number }>(
      'select status, count(*)::int as n from orders where client_id = $1 group by status',
      [id],
    );
    expect(orders).toEqual([{ status: 'draft', n: 28 }]);
  });
});

async function importText(api: Waybill, text: string, name = 'orders.csv'): Promise<OrderImport> {
  const file = new File([text], name);
  const { id } = await api.orderImports.createOrderImport({ formData: { file } });
  return ended(api, id);
}

async function ended(api: Waybill, id: string): Promise<OrderImport> {
  for (;;) {
    const order = await api.orderImports.getOrderImport({ id });
    if (order.status !== 'queued' && order.status !== 'running') return order;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
