import { Credentials } from './credentials.js';
import type { ApiRequestOptions } from './generated/core/ApiRequestOptions.js';
import { BaseHttpRequest } from './generated/core/BaseHttpRequest.js';
import type { CancelablePromise } from './generated/core/CancelablePromise.js';
import { request } from './generated/core/request.js';
import { GeneratedClient } from './generated/GeneratedClient.js';
import { Imports } from './imports.js';
import type { RequestOptions, TransportSettings, WaybillOptions } from './options.js';
import { paginate, type Page, type PageRequest } from './paginate.js';
import { definedEntries } from './request-parts.js';
import type { TransportConfig } from './transport.js';

/**
 * The Waybill API as typed functions, grouped as in the document: `waybill.orders.createOrder({ requestBody })`.
 * Every failure is a `WaybillError`; what can be tried again safely is.
 */
export class Waybill extends GeneratedClient {
  /** Spreadsheets in: `imports.upload('./orders.csv')`, `imports.waitFor(id)`. */
  readonly imports: Imports;
  private readonly settings: TransportSettings;

  constructor(options: WaybillOptions) {
    const settings = settingsOf(options);
    super({ BASE: settings.baseUrl }, transportWith(settings));
    this.settings = settings;
    this.imports = new Imports((call) => this.request.request(call));
  }

  /**
   * The same client with other options, for one call or many:
   * `waybill.withOptions({ ifMatch: responseOf(order)?.etag }).orders.updateOrder(…)`. Views share their tokens.
   */
  withOptions(options: RequestOptions): Waybill {
    const { baseUrl, fetch, request } = this.settings;
    const headers = { ...request.headers, ...options.headers };
    const view = new Waybill({ baseUrl, fetch, ...request, ...options, headers });
    view.settings.credentials = this.settings.credentials;
    return view;
  }

  /** Every item of a list: `for await (const order of waybill.paginate((page) => waybill.orders.listOrders(page)))`. */
  paginate<T>(
    list: (page: PageRequest) => PromiseLike<Page<T>>,
    options?: { limit?: number },
  ): AsyncGenerator<T, void, undefined> {
    return paginate(list, options);
  }
}

function settingsOf(options: WaybillOptions): TransportSettings {
  const { baseUrl, token, apiKey, refreshToken, onRefresh, fetch: given, ...request } = options;
  return {
    baseUrl,
    fetch: given ?? ((input, init) => fetch(input, init)),
    credentials: new Credentials({ token, apiKey, refreshToken, onRefresh }),
    request: Object.fromEntries(definedEntries(request)),
  };
}

/** The generator passes on only its own settings; ours ride along here. */
function transportWith(settings: TransportSettings) {
  return class extends BaseHttpRequest {
    override request<T>(options: ApiRequestOptions): CancelablePromise<T> {
      const config: TransportConfig = { ...this.config, settings };
      return request<T>(config, options);
    }
  };
}
