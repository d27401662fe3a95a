import type { Stop, Waybill } from '../../sdk/src/index.js';
import { addOrder } from '../support/dispatch.js';
import { eventually } from '../support/eventually.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('a dispatcher’s import with duplicates=update', () => {
  let app: TestApp;
  let dispatcher: Waybill;
  let client: TestClient;
  beforeAll(async () => {
    app = await startTestApp();
    const owner = await signUp(app);
    dispatcher = app.as(owner.accessToken);
    client = await addClient(app, owner);
  });
  afterAll(() => app.close());

  it.each([{}, { mode: 'all_or_nothing' }, { dryRun: 'true' }] as const)(
    'changes the organization’s own stops, not what a client submitted (%j)',
    async (options) => {
      await app.database.query('delete from orders');
      const theirs = await addOrder(app, client, { externalId: 'A' });
      const own = await dispatcher.stops.create({
        clientId: client.id,
        externalId: 'B',
        address: { addressLineOne: '2 Main St' },
        recipient: { name: 'Bo' },
      });
      const rows = ['A', 'B'].map((id) => `${client.clientCode},${id},9 Main St,Mallory`);
      const file = new File(
        [`Client ID,Id,Address Line 1,Recipient Name\n${rows.join('\n')}\n`],
        'stops.csv',
      );
      const { id } = await dispatcher.stopImports.create({ file, duplicates: 'update', ...options });
      const ended = await eventually(async () => {
        const found = await dispatcher.stopImports.get(id);
        return found.finishedAt === null ? undefined : found;
      });
      expect(ended.rowsRejected).toBe(1);
      const { items } = await dispatcher.stopImports.listErrors(id);
      expect(items).toMatchObject([{ row: 2, code: 'stop_not_editable', value: 'A' }]);
      const nameOf = (stop: Stop) => stop.recipient.name;
      expect(nameOf(await dispatcher.stops.get(theirs))).toBeNull();
      const isWritten = Object.keys(options).length === 0;
      expect(nameOf(await dispatcher.stops.get(own.id))).toBe(isWritten ? 'Mallory' : 'Bo');
    },
  );
});
