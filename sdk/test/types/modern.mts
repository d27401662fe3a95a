/** What a program in ES modules writes, against the published types. */
import {
  ConflictError,
  responseOf,
  Waybill,
  WaybillError,
  type Depot,
  type ErrorCode,
  type OrderImport,
  type Session,
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
const etag: string | undefined = responseOf(depot)?.etag;
await waybill.depots.delete(depot.id, { ifMatch: etag, signal: AbortSignal.timeout(1_000) });

for await (const each of waybill.depots.list()) {
  const name: string = each.name;
  console.log(name);
}
const all: AsyncIterable<Depot> = waybill.depots.list({ limit: 200 });
console.log(all);

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
