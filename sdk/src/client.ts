import { Credentials } from './credentials.js';
import { Download } from './files/download.js';
import type { ApiRequestOptions } from './generated/core/ApiRequestOptions.js';
import { BaseHttpRequest } from './generated/core/BaseHttpRequest.js';
import type { CancelablePromise } from './generated/core/CancelablePromise.js';
import { request } from './generated/core/request.js';
import { GeneratedClient } from './generated/GeneratedClient.js';
import { Imports } from './imports.js';
import type { RequestOptions, TransportSettings, WaybillOptions } from './options.js';
import { paginate, type Page, type PageRequest } from './paginate.js';
import { checkedBaseUrl } from './transport/base-url.js';
import { send } from './transport/call.js';
import type { CallSpec } from './transport/call-spec.js';
import { combined } from './transport/deadline.js';
import { definedEntries } from './transport/request-parts.js';
import { environment } from './transport/runtime.js';

/**
 * The Waybill API as typed functions, grouped as in the document: `waybill.orders.createOrder({ requestBody })`.
 * Every failure is a `WaybillError`; what can be tried again safely is.
 */
export class Waybill extends GeneratedClient {
  /** Spreadsheets in: `imports.create('./orders.csv').wait()`. */
  readonly imports: Imports;
  private readonly settings: TransportSettings;

  /** @throws ArgumentError when `baseUrl` is missing or no address of an API */
  constructor(options: WaybillOptions = {}) {
    const settings = settingsOf(options);
    super({ BASE: settings.baseUrl }, transportWith(settings));
    this.settings = settings;
    this.imports = new Imports((spec, request) => send(settings, spec, request));
  }

  /**
   * The same client with other options, for one call or many:
   * `waybill.withOptions({ ifMatch: order.lastResponse.etag }).orders.updateOrder(…)`. Views share their tokens.
   */
  withOptions(options: RequestOptions): Waybill {
    const { baseUrl, fetch, request, credentials } = this.settings;
    const headers = { ...request.headers, ...options.headers };
    const signal = combined(request.signal, options.signal);
    const view = new Waybill({ baseUrl, fetch, ...request, ...options, headers, signal });
    Object.assign(view.settings, { credentials });
    return view;
  }

  /** A file that the API answers: `waybill.download({ method: 'GET', url: '/v1/orders/export', accept: 'text/csv' })`. */
  download(spec: CallSpec, options?: RequestOptions): Download {
    return new Download((read) => send(this.settings, spec, options, read));
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
  const isNamed = [token, apiKey, refreshToken].some((value) => value !== undefined);
  const key = isNamed ? apiKey : environment('WAYBILL_API_KEY');
  return {
    baseUrl: checkedBaseUrl(baseUrl),
    fetch: given ?? ((input, init) => fetch(input, init)),
    credentials: new Credentials({
      token: token ?? undefined,
      apiKey: key ?? undefined,
      refreshToken,
      onRefresh,
    }),
    request: Object.fromEntries(definedEntries(request)),
  };
}

/** The generator passes on only its own settings; ours ride along here. */
function transportWith(settings: TransportSettings) {
  return class extends BaseHttpRequest {
    override request<T>(options: ApiRequestOptions): CancelablePromise<T> {
      return request<T>({ ...this.config, settings } as typeof this.config, options);
    }
  };
}
