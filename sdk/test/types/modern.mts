/** What a program in ES modules writes, against the published types. */
import {
  ConflictError,
  responseOf,
  Waybill,
  webhooks,
  WaybillError,
  type Depot,
  type DepotPage,
  type ErrorCode,
  type Event,
  type EventOf,
  type ImportProgressedData,
  type ListOrdersQuery,
  type Order,
  type OrderImport,
  type OrderPage,
  type OrderProperty,
  type Page,
  type PagePromise,
  type Session,
  type WebhookEvent,
} from 'waybill-sdk';

const waybill = new Waybill({
  baseUrl: 'https://portal.example.com',
  token: 'token',
  refreshToken: 'refresh',
  onRefresh: (session: Session) => console.log(session.expiresIn),
  fetch,
  timeout: 5_000,
});

const depot: Depot = await waybill.depots.create({ name: 'Uptown' });
const etag: string | undefined = (await waybill.depots.get(depot.id)).lastResponse.etag;
const deleting = waybill.depots.delete(depot.id, { ifMatch: etag, signal: AbortSignal.timeout(1_000) });
const nothing: void = await deleting;
console.log(nothing, responseOf(deleting)?.status);

for await (const each of waybill.depots.list()) {
  const name: string = each.name;
  console.log(name);
}
const all: AsyncIterable<Depot> = waybill.depots.list({ limit: 200 });
const { items, nextCursor }: Page<Depot> = await waybill.depots.list();
const page: PagePromise<DepotPage> = waybill.depots.list({ cursor: nextCursor ?? undefined });
const some: Depot[] = await page.toArray(10);
console.log(all, items, some);
const query: ListOrdersQuery = { view: 'active', createdFrom: new Date().toISOString() };
for await (const { items: orders, lastResponse } of waybill.orders.list(query).pages())
  console.log(orders[0]?.eta?.estimatedAt, lastResponse.requestId);

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(): T => true as T;
const whole = await waybill.orders.list(query);
holds<Same<(typeof whole.items)[number], Order>>();
const wholeList: PagePromise<OrderPage> = waybill.orders.list({ ...query, fields: undefined });
const few = await waybill.orders.list({ fields: ['id', 'status'], limit: 3 });
holds<Same<(typeof few.items)[number], Pick<Order, 'id' | 'status'>>>();
const named = { fields: ['status', 'eta'] as const, limit: 3 };
for await (const each of waybill.orders.list(named)) {
  holds<Same<typeof each, Pick<Order, 'id' | 'status' | 'eta'>>>();
  // @ts-expect-error it was not asked for
  console.log(each.notes);
}
const one = await waybill.orders.get('id', { fields: ['notes'] }, { timeout: 1_000 });
console.log(one.id, one.notes, one.lastResponse.etag, wholeList);
// @ts-expect-error it was not asked for
console.log(one.status);
const notes: string | null = (await waybill.stops.get('id', { fields: ['internalNotes'] })).internalNotes;
console.log(notes, (await waybill.stops.get('id', {}, { timeout: 1_000 })).status satisfies string);
declare const chosen: OrderProperty[];
const any = await waybill.orders.list({ fields: chosen }).toArray(1);
// @ts-expect-error nobody knows whether it was asked for
console.log(any[0]?.status satisfies string | undefined, any[0]?.id.length, any[0]?.notes.length);
// @ts-expect-error orders have no such property
await waybill.orders.list({ fields: ['colour'] });
// @ts-expect-error only stops have notes that clients do not see
await waybill.orders.get('id', { fields: ['internalNotes'] });
// @ts-expect-error options come after the query
await waybill.orders.get('id', { timeout: 1_000 });

const rejected: string = await waybill.orderImports.downloadRejectedRows('id').toFile('rejected.csv');
const template: Blob = await waybill.orderImports.downloadTemplate({ format: 'xlsx' });
console.log(rejected, template.size, (await waybill.request<Depot>({ method: 'GET', url: '/v1/new' })).name);

try {
  await waybill.depots.get(depot.id);
} catch (error) {
  if (error instanceof ConflictError && error.code === 'depot_is_main') console.log(error.detail);
  if (error instanceof WaybillError) {
    const code: ErrorCode = error.code;
    const seconds: number | undefined = error.retryAfter;
    console.log(code, seconds, error.errors[0]?.pointer, error.requestId);
  }
}

const started: OrderImport = await waybill.imports.create(new Blob(['a,b']), {
  name: 'orders.csv',
  mode: 'all_or_nothing',
});
const { rowsImported } = await waybill.imports.wait(started.id, {
  onProgress: ({ rowsProcessed }) => console.log(rowsProcessed),
});
console.log(rowsImported.toFixed());

// @ts-expect-error a depot has a name
await waybill.depots.create({});
// @ts-expect-error a key names one effect, not all of a client's
new Waybill({ baseUrl: '', idempotencyKey: 'once' });
// @ts-expect-error options come after the query
await waybill.depots.list({ signal: AbortSignal.timeout(1_000) });
// @ts-expect-error a version names one call, not all of a client's
waybill.withOptions({ ifMatch: etag });

const told: WebhookEvent = await webhooks.verify('{}', new Headers(), 'whsec_');
if (told.type === 'order.failed') console.log(told.data.data.state satisfies string);
// @ts-expect-error Of an event of some type or other, nobody knows the state.
console.log(told.data.data.state);

for await (const event of waybill.events.stream({ types: ['order.delivered', 'import.completed'] })) {
  if (event.type === 'order.delivered') console.log(event.data.attemptedAt satisfies string);
  if (event.type === 'import.completed') console.log(event.data satisfies ImportProgressedData);
}
const delivered = ({ orderId, data }: EventOf<'order.delivered'>) => console.log(orderId, data.state);
const subscription = waybill.events.subscribe({
  after: undefined,
  on: { 'order.delivered': delivered, 'order.updated': async ({ data }) => console.log(data.fields.length) },
  onError: (error, event?: Event) => console.log(error, event?.id),
});
subscription.close();
await subscription.closed;
const lastId: string | undefined = subscription.lastId;
console.log(lastId);
// @ts-expect-error events of this type have no fields
waybill.events.subscribe({ on: { 'order.delivered': ({ data }) => data.fields } });
// @ts-expect-error there is no such type
waybill.events.subscribe({ on: { 'order.lost': () => undefined } });
