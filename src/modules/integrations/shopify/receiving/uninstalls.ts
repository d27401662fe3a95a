import { Injectable } from '@nestjs/common';
import { Database } from '../../../../database/database.js';
import { ShopifyAdmin } from '../api/shopify-admin.js';
import { ShopifyAccessLost, ShopifyRefused } from '../api/shopify-errors.js';
import { ShopifyDisconnection } from '../connecting/disconnection.js';
import { ShopifyStore } from '../shopify-store.entity.js';
import { happenedAt, notConnected, type Handled, type WebhookOf } from './webhook-work.js';

/** For how long a store may still let us in after it told that it removed the app. */
const doubtSeconds = 120;
const lookAgainSeconds = 30;

/** Stores that removed the app. */
@Injectable()
export class Uninstalls {
  constructor(
    private readonly db: Database,
    private readonly admin: ShopifyAdmin,
    private readonly disconnection: ShopifyDisconnection,
  ) {}

  /**
   * Disconnects the store, unless it was connected since then, or still lets us in: then the webhook is an old one.
   * @throws ShopifyUnavailable
   */
  async handle(event: WebhookOf<'app/uninstalled'>, signal: AbortSignal): Promise<Handled> {
    const [shop, at] = [event.shop, happenedAt(event)];
    const store = await this.db.asSystem('a webhook says only which store', (em) =>
      em.findOne(ShopifyStore, { shop, disconnectedAt: null }),
    );
    if (!store) return notConnected;
    const earlier = 'It was about an earlier connection of the store.';
    if (store.connectedAt >= at) return earlier;
    if (await this.letsUsIn(store.id, signal)) {
      if (Date.now() - event.receivedAt.getTime() < doubtSeconds * 1_000)
        return { againInSeconds: lookAgainSeconds, store };
      return 'The store still lets us in: the app is there.';
    }
    const done = await this.db.asSystem('the store itself ended it', (em) =>
      this.disconnection.uninstalled(em, shop, at),
    );
    return done ? 'The store was disconnected.' : earlier;
  }

  private async letsUsIn(storeId: string, signal: AbortSignal): Promise<boolean> {
    try {
      await this.admin.query(storeId, 'query Shop { shop { id } }', {}, { signal });
      return true;
    } catch (error) {
      if (error instanceof ShopifyAccessLost) return false;
      if (error instanceof ShopifyRefused) return true;
      throw error;
    }
  }
}
