import { Ids } from './store/ids.ts';
import { StubLog } from './store/log.ts';
import { Store } from './store/store.ts';
import { WebhookSender } from './webhooks/webhook-sender.ts';

/** The app that the stub knows, as in Shopify's Partner Dashboard. */
export interface StubApp {
  key: string;
  secret: string;
  title: string;
  /** Where `customers/data_request`, `customers/redact` and `shop/redact` go, which belong to the app. */
  complianceUrl: string | null;
  /** Where a shop may be sent back to; anywhere when null. */
  redirectUris: string[] | null;
  /** Milliseconds before each further attempt of a webhook that failed. */
  webhookRetriesMs: number[];
}

export const defaultApp: StubApp = {
  key: 'waybill-stub-key',
  secret: 'waybill-stub-secret-0123456789abcdef',
  title: 'Waybill',
  complianceUrl: null,
  redirectUris: null,
  webhookRetriesMs: [500, 1000, 2000, 4000, 8000, 16_000, 32_000, 64_000],
};

const shopName = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;

/** All that the stub knows: its app, its stores and what happened to them. */
export class World {
  readonly app: StubApp;
  readonly log = new StubLog();
  readonly webhooks = new WebhookSender(this.log, () => this.app.webhookRetriesMs);
  readonly stores = new Map<string, Store>();
  private readonly ids = new Ids();

  constructor(app: Partial<StubApp> = {}) {
    this.app = { ...defaultApp, ...app };
  }

  /** The store of that name, made when it is asked for the first time; undefined where no shop can be called so. */
  store(shop: string): Store | undefined {
    if (!shopName.test(shop)) return undefined;
    let store = this.stores.get(shop);
    if (!store) this.stores.set(shop, (store = new Store(shop, this.ids)));
    return store;
  }
}
