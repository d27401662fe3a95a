import { BaseHttpRequest } from './generated/core/BaseHttpRequest.js';
import { request } from './generated/core/request.js';
import type { ApiRequestOptions } from './generated/core/ApiRequestOptions.js';
import type { CancelablePromise } from './generated/core/CancelablePromise.js';
import { GeneratedClient } from './generated/GeneratedClient.js';
import type { TransportConfig } from './transport.js';

export * from './generated/index.js';
export { WaybillError } from './errors.js';

export interface WaybillOptions {
  /** Where the API lives, e.g. `https://portal.example.com`. */
  baseUrl: string;
  /** An access token or an API key. */
  token?: string;
  fetch?: typeof fetch;
}

/** The Waybill API as typed functions, grouped as in the document: `waybill.orders.createOrder({ requestBody })`. */
export class Waybill extends GeneratedClient {
  constructor({ baseUrl, token, fetch }: WaybillOptions) {
    super({ BASE: baseUrl, TOKEN: token }, transportWith({ fetch }));
  }
}

/** The generator passes on only its own settings; ours ride along here. */
function transportWith(settings: Partial<TransportConfig>) {
  return class extends BaseHttpRequest {
    override request<T>(options: ApiRequestOptions): CancelablePromise<T> {
      return request<T>({ ...this.config, ...settings }, options);
    }
  };
}
