import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsOf } from '../../../../database/database.js';
import { SystemSql } from '../../../../database/tenancy/system-sql.js';
import type { JobPayload } from '../../../../jobs/job-map.js';
import { Jobs } from '../../../../jobs/jobs.js';
import { EventLog } from '../../../events/event-log.js';
import { disconnected } from '../api/disconnected.js';
import { ShopifyAccessLost } from '../api/shopify-errors.js';
import { isGood, TokenSeals } from '../api/store-tokens.js';
import { TokenEndpoint } from '../api/token-endpoint.js';
import { ShopifyStore } from '../shopify-store.entity.js';

interface LeftStore {
  shop: string;
  sealed: string;
  /** Whether the shop was connected anew meanwhile, by whomever: then the app stays in it. */
  isBack: boolean;
}

/** Values: the store, disconnected and with tokens that are still to be revoked. */
const leftStore = `
  select s.shop, s.sealed_tokens as sealed,
         exists (select from shopify_stores b where b.shop = s.shop and b.disconnected_at is null) as "isBack"
    from shopify_stores s where s.id = $1 and s.disconnected_at is not null and s.sealed_tokens is not null`;

/** Values: the store. What was connected anew keeps its tokens. */
const forgetTokens = `
  update shopify_stores set sealed_tokens = null, updated_at = now()
   where id = $1 and disconnected_at is not null`;

/** Values: the shop, and when the app was removed. A store that was connected since then stays. */
const markUninstalled = `
  update shopify_stores
     set disconnected_at = now(), sealed_tokens = null, refreshing_until = null, updated_at = now(), version = version + 1
   where shop = $1 and disconnected_at is null and connected_at < $2
  returning organization_id as "organizationId", client_id as "clientId", shop`;

/** Ends connections: here at once, at Shopify by a job that goes on until it is done. */
@Injectable()
export class ShopifyDisconnection implements OnModuleInit {
  constructor(
    private readonly sql: SystemSql,
    private readonly jobs: Jobs,
    private readonly events: EventLog,
    private readonly seals: TokenSeals,
    private readonly endpoint: TokenEndpoint,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('shopify.revoke', (payload) => this.revoke(payload), {
      // They end by themselves, at the latest when their refresh token does.
      abandoned: ({ storeId }) => this.forget(storeId),
    });
  }

  /** By whoever may; what was taken over from the store stays. */
  async disconnect(em: EntityManager, store: ShopifyStore): Promise<void> {
    em.assign(store, { disconnectedAt: new Date(), refreshingUntil: null });
    await em.flush();
    await this.events.append(em, disconnected(store));
    await this.jobs.enqueue(em, 'shopify.revoke', { storeId: store.id }, { tenant: store.id });
  }

  /**
   * The store removed the app at `at`; its tokens are void already.
   * @returns whether a store was connected
   */
  async uninstalled(em: EntityManager, shop: string, at: Date): Promise<boolean> {
    const [store] = await rowsOf<Pick<ShopifyStore, 'organizationId' | 'clientId' | 'shop'>>(
      em,
      markUninstalled,
      [shop, at.toISOString()],
    );
    if (store) await this.events.append(em, disconnected(store, 'The app was removed from the store.'));
    return store !== undefined;
  }

  private async revoke({ storeId }: JobPayload<'shopify.revoke'>): Promise<void> {
    const [left] = await this.sql.query<LeftStore>('shopify_left', leftStore, [storeId]);
    if (!left) return;
    if (!left.isBack) await this.revokeAt(storeId, left);
    await this.forget(storeId);
  }

  /** Where also the refresh token is no good any more, the app is out of the store. */
  private async revokeAt(storeId: string, { shop, sealed }: LeftStore): Promise<void> {
    const tokens = this.seals.open(sealed, storeId);
    if (isGood(tokens) && (await this.endpoint.revoke(shop, tokens.accessToken))) return;
    if (tokens.refreshToken === null) return;
    try {
      const renewed = await this.endpoint.refresh(shop, tokens);
      await this.endpoint.revoke(shop, renewed.tokens.accessToken);
    } catch (error) {
      if (!(error instanceof ShopifyAccessLost)) throw error;
    }
  }

  private async forget(storeId: string): Promise<void> {
    await this.sql.query('shopify_forget', forgetTokens, [storeId]);
  }
}
