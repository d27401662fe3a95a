import { addOrder, library } from '../support/orders.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { workbook } from '../support/workbooks.js';

let app: TestApp;
let client: TestClient;
beforeAll(async () => {
  app = await startTestApp();
  client = await addClient(app, await signUp(app), { requiredFields: ['requestedDate'] });
});
afterAll(() => app.close());

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

describe('the day an order is wanted on', () => {
  it('is kept, changed and emptied, and may be required', async () => {
    const { orders } = app.as(client.token);
    const order = await addOrder(app, client, { requestedDate: '2026-12-24' });
    expect(order).toMatchObject({ requestedDate: '2026-12-24', missingFields: [] });
    const emptied = await orders.update(order.id, { requestedDate: null });
    expect(emptied).toMatchObject({ requestedDate: null, missingFields: ['requestedDate'] });
    const refused = await orders.submit({ ids: [order.id] });
    expect(refused.failed).toMatchObject([{ code: 'required_fields_missing' }]);
    const changed = await orders.update(order.id, { requestedDate: '2026-12-31' });
    expect(changed.requestedDate).toBe('2026-12-31');
    const submitted = await orders.submit({ ids: [order.id] });
    expect(submitted.succeededCount).toBe(1);
  });

  it.each(['2026-02-29', '24.12.2026', '2026-12-24T00:00:00Z', '1999-12-31', ''])(
    'is refused as %p',
    async (requestedDate) => {
      const body = { ...library, requestedDate };
      await expect(app.as(client.token).orders.create(body)).rejects.toMatchObject({
        status: 400,
        errors: [
          {
            pointer: '/requestedDate',
            detail: 'Requested date must be a day from 2000 to 2099, written YYYY-MM-DD.',
          },
        ],
      });
    },
  );

  it('comes from a workbook as its cells show it, in the order of day and month of its column', async () => {
    const rows = [
      ['Address Line 1', 'Delivery Date'].map(cell).join(''),
      `${cell('1 Main St')}<c s="1"><v>46380</v></c>`,
      `${cell('2 Main St')}${cell('25/12/2026')}`,
      `${cell('3 Main St')}${cell('26 Dec 2026')}`,
      `${cell('4 Main St')}${cell('03/04/2026')}`,
    ];
    const bytes = await workbook({
      sheets: [{ name: 'Orders', rows: rows.map((cells) => `<row>${cells}</row>`).join('') }],
      formats: ['d/m/yy'],
    });
    const api = app.as(client.token);
    const file = new File([new Uint8Array(bytes)], 'orders.xlsx');
    const { id } = await api.orderImports.create({ file });
    await api.imports.wait(id, { interval: 20 });
    const { items } = await api.orders.list({ importId: id, sort: 'createdAt' });
    expect(items.map(({ requestedDate }) => requestedDate)).toEqual([
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
      '2026-04-03',
    ]);
  });

  it('is asked about where nothing in the column tells the day from the month', async () => {
    const api = app.as(client.token);
    const rows = 'Address Line 1,Delivery Date\n1 Main St,2026-12-24\n2 Main St,03/04/2026\n';
    const { id } = await api.orderImports.create({ file: new File([rows], 'orders.csv') });
    await api.imports.wait(id, { interval: 20 });
    const errors = await api.orderImports.listErrors(id);
    expect(errors.items).toMatchObject([
      {
        row: 3,
        column: 'Delivery Date',
        field: 'requestedDate',
        code: 'date_ambiguous',
        detail: expect.stringContaining('"03/04/2026" can be 2026-04-03 or 2026-03-04') as string,
      },
    ]);
  });
});
