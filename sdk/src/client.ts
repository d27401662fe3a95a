import { Credentials } from './credentials.js';
import { Events } from './events.js';
import { Download } from './files/download.js';
import { Resources } from './generated/resources.js';
import { Imports } from './imports.js';
import type { RequestOptions, SharedOptions, TransportSettings, WaybillOptions } from './options.js';
import type { Caller } from './resource.js';
import { checkedBaseUrl } from './transport/base-url.js';
import { send } from './transport/call.js';
import { refined } from './transport/call-options.js';
import type { CallSpec } from './transport/call-spec.js';
import { definedEntries } from './transport/request-parts.js';
import type { Answer } from './transport/response-info.js';
import { environment } from './transport/runtime.js';
import { webhooks } from './webhooks.js';

/**
 * The Waybill API as typed functions, grouped as in the document: `waybill.orders.create({ … })`.
 * Every failure is a `WaybillError`; what can be tried again safely is.
 */
export class Waybill extends Resources {
  /** Spreadsheets in: `imports.create('./orders.csv').wait()`. */
  readonly imports: Imports;
  /** What happens, as a list, as a stream and told to you: `for await (const event of waybill.events.stream())`. */
  override readonly events: Events;
  /** Checks what your endpoints are sent: `waybill.webhooks.verify(body, headers, secret)`. */
  readonly webhooks = webhooks;
  /** Unseen by whoever logs the client: it holds the token. */
  readonly #settings: TransportSettings;

  /** @throws ArgumentError when `baseUrl` is missing or no address of an API */
  constructor(options: WaybillOptions = {}) {
    const settings = settingsOf(options);
    const caller: Caller = (spec, request, read) => send(settings, spec, request, read);
    super(caller);
    this.#settings = settings;
    this.events = new Events(caller);
    this.imports = new Imports(caller, this.events);
  }

  /** The same client with other options for all its calls; both share their tokens. */
  withOptions(options: SharedOptions): Waybill {
    const { baseUrl, fetch, request, credentials } = this.#settings;
    const view = new Waybill({ baseUrl, fetch, ...refined(request, options) });
    Object.assign(view.#settings, { credentials });
    return view;
  }

  /** A call that this version has no function for: `waybill.request<Order>({ method: 'GET', url: '/v1/orders/…' })`. */
  request<T>(spec: CallSpec, options?: RequestOptions): Promise<Answer<T>> {
    return send(this.#settings, spec, options);
  }

  /** A file that this version has no function for: `waybill.download({ method: 'GET', url: '/v1/…', accept: 'text/csv' })`. */
  download(spec: CallSpec, options?: RequestOptions): Download {
    return new Download((read) => send(this.#settings, spec, options, read));
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
