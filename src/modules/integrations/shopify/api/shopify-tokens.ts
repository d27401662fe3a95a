import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { UnsealError } from '../../../../common/sealing.js';
import { outsideContext } from '../../../../common/http/request-context.js';
import { Database, rowsOf } from '../../../../database/database.js';
import { SystemSql } from '../../../../database/tenancy/system-sql.js';
import { EventLog } from '../../../events/event-log.js';
import { disconnected } from './disconnected.js';
import { ShopifyAccessLost, ShopifyUnavailable } from './shopify-errors.js';
import { isDue, isGood, TokenSeals, type StoreTokens } from './store-tokens.js';
import { TokenEndpoint, type Granted } from './token-endpoint.js';
import {
  endLease,
  leaseTokens,
  loseAccess,
  replaceTokens,
  storeAccess,
  type StoreAccess,
} from './tokens-sql.js';

/** Longer than two attempts take, so that nobody else begins meanwhile; after it a caller that died is forgotten. */
const leaseSeconds = 40;
const attempts = 2;
const lookMilliseconds = 100;

export interface Access {
  shop: string;
  accessToken: string;
}

interface Opened extends StoreAccess {
  sealed: string;
  tokens: StoreTokens;
}

/** The tokens of stores: opened for a call, renewed some minutes before their end, by one caller at a time. */
@Injectable()
export class ShopifyTokens {
  private readonly logger = new Logger(ShopifyTokens.name);
  private readonly renewals = new Map<string, Promise<Access>>();

  constructor(
    private readonly db: Database,
    private readonly sql: SystemSql,
    private readonly seals: TokenSeals,
    private readonly endpoint: TokenEndpoint,
    private readonly events: EventLog,
  ) {}

  /**
   * An access token that is good for a call now.
   * @param refused the one that the store refused just now, where one was: another is got
   * @throws ShopifyAccessLost, ShopifyUnavailable
   */
  async access(storeId: string, refused?: string): Promise<Access> {
    const store = await this.read(storeId);
    const { shop, tokens } = store;
    const isRefused = tokens.accessToken === refused;
    if (!isRefused && (!isDue(tokens) || (store.isRenewed && isGood(tokens))))
      return { shop, accessToken: tokens.accessToken };
    if (tokens.refreshToken === null && !isRefused) return { shop, accessToken: tokens.accessToken };
    return this.renewOnce(storeId, store);
  }

  /** The store refuses this token, and so it did the one before: whatever is tried, it lets us in no more. */
  async refused(storeId: string, accessToken: string): Promise<void> {
    const { sealed, tokens } = await this.read(storeId);
    if (tokens.accessToken === accessToken) await outsideContext(() => this.lost(storeId, sealed));
  }

  /** Seals the tokens with the newest key, where a rotation replaced theirs. */
  async reseal(storeId: string): Promise<void> {
    const { sealed, tokens } = await this.read(storeId);
    if (!this.seals.isOld(sealed)) return;
    await this.replace(storeId, sealed, { tokens });
  }

  /** Callers of one process share one renewal, which belongs to none of their requests. */
  private renewOnce(storeId: string, store: Opened): Promise<Access> {
    const running = this.renewals.get(storeId);
    if (running) return running;
    const renewal = outsideContext(() => this.renew(storeId, store)).finally(() =>
      this.renewals.delete(storeId),
    );
    this.renewals.set(storeId, renewal);
    return renewal;
  }

  /** Whoever gets the lease renews; the others wait for what comes of it, and take over when nothing does. */
  private async renew(storeId: string, due: Opened): Promise<Access> {
    const end = Date.now() + leaseSeconds * 2_000;
    for (let store = due; Date.now() < end; store = await this.read(storeId)) {
      if (store.sealed !== due.sealed) return { shop: store.shop, accessToken: store.tokens.accessToken };
      const values = [storeId, due.sealed, leaseSeconds];
      if ((await this.sql.query('shopify_lease', leaseTokens, values)).length > 0)
        return this.renewLeased(storeId, due);
      await delay(lookMilliseconds);
    }
    throw new ShopifyUnavailable('The tokens of the store are being renewed', 10);
  }

  private async renewLeased(storeId: string, { shop, sealed, tokens }: Opened): Promise<Access> {
    try {
      if (tokens.refreshToken === null) throw new ShopifyAccessLost();
      const granted = await this.refresh(shop, tokens);
      await this.replace(storeId, sealed, granted);
      return { shop, accessToken: granted.tokens.accessToken };
    } catch (error) {
      if (error instanceof ShopifyAccessLost) await this.lost(storeId, sealed);
      else await this.sql.query('shopify_lease_end', endLease, [storeId, sealed]);
      throw error;
    }
  }

  /** The answer may be lost: the same refresh token is good once more. */
  private async refresh(shop: string, tokens: StoreTokens): Promise<Granted> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.endpoint.refresh(shop, tokens);
      } catch (error) {
        if (!(error instanceof ShopifyUnavailable) || attempt === attempts) throw error;
      }
    }
  }

  /** Where somebody else wrote first, theirs stand; so do ours at Shopify until theirs are used. */
  private async replace(storeId: string, before: string, { tokens, scopes }: Granted): Promise<void> {
    const values = [storeId, before, this.seals.seal(tokens, storeId), scopes ?? null];
    await this.sql.query('shopify_tokens', replaceTokens, values);
  }

  private async lost(storeId: string, sealed: string): Promise<void> {
    await this.db.asSystem('whoever asks a store finds out that it lets nobody in', async (em) => {
      const [store] = await rowsOf<{ organizationId: string; clientId: string; shop: string }>(
        em,
        loseAccess,
        [storeId, sealed],
      );
      const reason = 'The store no longer lets us in. Connect it again.';
      if (store) await this.events.append(em, disconnected(store, reason));
    });
  }

  /** @throws ShopifyAccessLost, ShopifyUnavailable where its tokens cannot be opened here */
  private async read(storeId: string): Promise<Opened> {
    const [store] = await this.sql.query<StoreAccess & object>('shopify_access', storeAccess, [storeId]);
    if (!store || store.isLost || store.sealed === null) throw new ShopifyAccessLost();
    const { sealed } = store;
    try {
      return { ...store, sealed, tokens: this.seals.open(sealed, storeId) };
    } catch (error) {
      if (!(error instanceof UnsealError)) throw error;
      this.logger.error({ err: error, storeId }, 'ENCRYPTION_KEYS lack the key of a store’s tokens');
      throw new ShopifyUnavailable('The tokens of the store cannot be opened here', 300);
    }
  }
}
