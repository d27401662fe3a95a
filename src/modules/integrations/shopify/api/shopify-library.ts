import type { Shopify } from '@shopify/shopify-api';
import type { Config } from '../../../../config.js';
import { asShopifyCall, shopifyFetch, stubbed } from './shopify-fetch.js';
import { wantedScopes } from './shopify-scopes.js';

/** The newest version of the Admin API that the library knows and that is out. */
export const apiVersion = '2026-10';

export const callbackPath = '/v1/integrations/shopify/callback';
export const webhooksPath = '/v1/integrations/shopify/webhooks';

type Settings = Pick<Config, 'PUBLIC_URL' | 'SHOPIFY_APP' | 'SHOPIFY_STUB_URL'>;

/**
 * The only file that knows `@shopify/shopify-api`. It makes its calls by {@link shopifyFetch} and repeats nothing: the
 * library’s own repeats sleep `Retry-After` seconds as milliseconds. Tokens are got in token-endpoint.ts.
 */
export class ShopifyLibrary {
  private constructor(
    private readonly settings: Settings,
    private readonly shopify: Shopify | undefined,
  ) {}

  /** Loads the library only where stores can be connected: it costs memory and time. */
  static async open(settings: Settings): Promise<ShopifyLibrary> {
    if (!settings.SHOPIFY_APP) return new ShopifyLibrary(settings, undefined);
    await import('@shopify/shopify-api/adapters/node');
    const { setAbstractFetchFunc } = await import('@shopify/shopify-api/runtime');
    setAbstractFetchFunc(shopifyFetch);
    const { shopifyApi, LogSeverity, ApiVersion } = await import('@shopify/shopify-api');
    const { key, secret } = settings.SHOPIFY_APP;
    const { host, protocol } = new URL(settings.PUBLIC_URL);
    const shopify = shopifyApi({
      apiKey: key,
      apiSecretKey: secret,
      apiVersion: ApiVersion.October26,
      hostName: host,
      hostScheme: protocol === 'http:' ? 'http' : 'https',
      scopes: wantedScopes,
      isEmbeddedApp: false,
      userAgentPrefix: 'Waybill/0.1',
      logger: { level: LogSeverity.Error, log: () => undefined },
    });
    return new ShopifyLibrary(settings, shopify);
  }

  /** Whether stores can be connected here at all. */
  get isAvailable(): boolean {
    return this.shopify !== undefined;
  }

  /** Whether all stores are played by a stub. */
  get isStubbed(): boolean {
    return this.settings.SHOPIFY_STUB_URL !== undefined;
  }

  get app(): { key: string; secret: string } {
    if (!this.settings.SHOPIFY_APP) throw new Error('No Shopify app is configured');
    return this.settings.SHOPIFY_APP;
  }

  /** Where Shopify sends webhooks. */
  get webhooksUrl(): string {
    return this.settings.PUBLIC_URL + webhooksPath;
  }

  /** The page at which a store’s owner grants what we ask for. */
  authorizationUrl(shop: string, state: string): string {
    const url = new URL(`https://${shop}/admin/oauth/authorize`);
    const query = {
      client_id: this.app.key,
      scope: wantedScopes.join(','),
      redirect_uri: this.settings.PUBLIC_URL + callbackPath,
      state,
    };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return this.settings.SHOPIFY_STUB_URL ? stubbed(url, this.settings.SHOPIFY_STUB_URL) : url.href;
  }

  /** Whether Shopify signed a query, not more than 90 seconds ago. */
  async isSigned(query: URLSearchParams): Promise<boolean> {
    try {
      return await this.loaded.utils.validateHmac(query);
    } catch {
      // What misses its signature or time, or is too old.
      return false;
    }
  }

  /** One request to a store’s Admin API, once. @throws the library’s errors; see admin-errors.ts */
  async graphql(
    { shop, accessToken }: { shop: string; accessToken: string },
    document: string,
    variables: Record<string, unknown>,
    signal?: AbortSignal,
  ): Promise<{ data?: unknown; extensions?: unknown }> {
    const { Session } = await import('@shopify/shopify-api');
    const session = new Session({ id: shop, shop, state: '', isOnline: false, accessToken });
    const client = new this.loaded.clients.Graphql({ session });
    return this.call(() => client.request(document, { variables, retries: 0 }), signal);
  }

  /** One request to a store, where the library has no call for it. */
  async fetch(shop: string, path: string, init: RequestInit): Promise<Response> {
    return this.call(() => shopifyFetch(`https://${shop}${path}`, init));
  }

  private call<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return asShopifyCall({ stubUrl: this.settings.SHOPIFY_STUB_URL, signal }, work);
  }

  private get loaded(): Shopify {
    if (!this.shopify) throw new Error('No Shopify app is configured');
    return this.shopify;
  }
}
