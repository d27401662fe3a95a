import { v7 as uuidv7 } from 'uuid';
import { migrate } from '../../src/database/migrate.js';
import { eventually } from '../support/eventually.js';
import { EventStreamReader, eventsSettled } from '../support/event-reader.js';
import { addOrder } from '../support/orders.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestApp } from '../support/test-app.js';

it('events that came from another server are read in their order, before all that come after', async () => {
  const app = await startTestApp();
  try {
    const client = await addClient(app, await signUp(app));
    const [orderId, otherId] = [uuidv7(), uuidv7()];
    // Transactions of a server that had run much longer. Two of them changed one order, the younger one first.
    const rows: [number, number, string | null][] = [
      [11, 90_000_000, null],
      [12, 90_000_002, orderId],
      [13, 90_000_001, orderId],
      [14, 80_000_000, otherId],
      [15, 90_000_001, otherId],
      [16, 90_000_003, null],
    ];
    for (const [seq, transaction, order] of rows)
      await app.database.query(
        `insert into events (id, seq, transaction_id, organization_id, client_id, audience, type, order_id, data, actor, request_id, created_at)
         values ($1, $2, $3::text::xid8, $4, $5, 'client', 'order.updated', $6, $7, '{"kind": "system", "id": null, "name": null}', '', now())`,
        [uuidv7(), seq, transaction, client.organizationId, client.id, order, { fields: [String(seq)] }],
      );
    const feed = async () => {
      const { items } = await app.as(client.token).events.list();
      return items.map(({ type, data }) => (type === 'order.updated' ? data.fields[0] : 'new'));
    };
    expect(await feed()).toEqual([]);
    // It had got the first two.
    await app.database.query(
      `insert into webhook_endpoints (id, organization_id, client_id, url, events, read_transaction_id, read_seq, created_at, updated_at)
       values ($1, $2, $3, 'https://127.0.0.1/', '{*}', '90000000', 11, now(), now())`,
      [uuidv7(), client.organizationId, client.id],
    );
    await migrate(app.database.url);
    expect(await feed()).toEqual(['14', '11', '15', '12', '13', '16']);
    const sent = await eventually(async () => {
      const deliveries = await app.database.query<{ field: string }>(
        `select e.data->'fields'->>0 as field from webhook_deliveries d join events e on e.id = d.event_id order by e.seq`,
      );
      return deliveries.length >= 4 ? deliveries.map(({ field }) => field) : undefined;
    });
    expect(sent).toEqual(['15', '12', '13', '16']);
    await addOrder(app, client);
    const numbers = await app.database.query('select seq, transaction_id from events order by seq');
    await migrate(app.database.url);
    expect(await app.database.query('select seq, transaction_id from events order by seq')).toEqual(numbers);
    await eventsSettled(app);
    expect((await feed()).slice(-2)).toEqual(['16', 'new']);
    const [, second] = (await app.as(client.token).events.list()).items;
    const stream = await EventStreamReader.open(app, { token: client.token, lastEventId: second!.id });
    await stream.count(5);
    stream.close();
  } finally {
    await app.close();
  }
});
