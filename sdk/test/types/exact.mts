/** Under `exactOptionalPropertyTypes`, what may be left out may be undefined as well. */
import { Waybill, type RequestOptions } from 'waybill-sdk';

declare const maybe: { text?: string; signal?: AbortSignal; number?: number };

const waybill = new Waybill({
  baseUrl: maybe.text,
  apiKey: maybe.text,
  refreshToken: maybe.text,
  signal: maybe.signal,
  timeout: maybe.number,
  maxRetries: maybe.number,
});
const options: RequestOptions = {
  ifMatch: maybe.text,
  idempotencyKey: maybe.text,
  signal: maybe.signal,
  timeout: maybe.number,
  onUploadProgress: undefined,
};
const started = waybill.imports.create('orders.csv', { name: maybe.text, mode: undefined }, options);
await started.wait({ signal: maybe.signal, timeout: maybe.number, onProgress: undefined });
await waybill.depots.list({}, options);
