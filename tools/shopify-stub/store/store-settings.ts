/** What the control switches of one store. */
export interface StoreSettings {
  /** As its owner named it. */
  name: string;
  /**
   * Customers' names, streets, phones and e-mail addresses: given; null with an error for each; null without
   * one; or every order refused, as Shopify does to an app that was not approved.
   */
  customerData: 'full' | 'redacted' | 'silent' | 'refused';
  /** Orders older than this need `read_all_orders`. */
  wallDays: number;
  /** Points of the leaky bucket. A standard plan has 2,000 and gets 100 a second. */
  bucket: { maximumAvailable: number; restoreRate: number };
  /**
   * `each`: every node of a connection counts, by the rules that Shopify published. `damped`: connections count
   * with the square root of their size, which is nearer to what Shopify's answers have told of late.
   */
  costModel: 'each' | 'damped';
  /** What one query may cost at most. */
  maxQueryCost: number;
  /** Seconds that an access token lasts. */
  accessTokenSeconds: number;
  refreshTokenSeconds: number;
  /** When the refresh token before stops being good: with its replacement's own refresh, or its first use at all. */
  retireRefreshTokenOn: 'refresh' | 'use';
  /** Left out of answers with tokens, such as `expires_in`. */
  omitFromTokenAnswer: string[];
  /** Installs without asking. */
  autoGrant: boolean;
  /** Granted instead of what was asked for. */
  grantedScopes: string[] | null;
  /** `frozen`, `locked` and `gone` answer as Shopify does for such stores. */
  availability: 'open' | 'frozen' | 'locked' | 'gone';
  /** How often each webhook is sent; more than once repeats it. */
  webhookCopies: number;
  webhookDelayMs: number;
  /** Nothing is sent while this holds, nor afterwards. */
  webhooksMuted: boolean;
}

export const defaultSettings = (shop: string): StoreSettings => ({
  name: shop.replace(/\.myshopify\.com$/, ''),
  customerData: 'full',
  wallDays: 60,
  bucket: { maximumAvailable: 2000, restoreRate: 100 },
  costModel: 'each',
  maxQueryCost: 1000,
  accessTokenSeconds: 3600,
  refreshTokenSeconds: 7_776_000,
  retireRefreshTokenOn: 'refresh',
  omitFromTokenAnswer: [],
  autoGrant: false,
  grantedScopes: null,
  availability: 'open',
  webhookCopies: 1,
  webhookDelayMs: 0,
  webhooksMuted: false,
});
