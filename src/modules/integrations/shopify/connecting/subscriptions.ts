import { Injectable } from '@nestjs/common';
import { ShopifyAdmin } from '../api/shopify-admin.js';
import { ShopifyRefused } from '../api/shopify-errors.js';
import { ShopifyLibrary } from '../api/shopify-library.js';

/** What a store tells us of. The topics of data protection are set in the app itself. */
export const webhookTopics = ['ORDERS_CREATE', 'ORDERS_UPDATED', 'ORDERS_CANCELLED', 'APP_UNINSTALLED'];

interface Subscription {
  id: string;
  topic: string;
  uri: string;
  format: string;
}

interface Repair {
  create: string[];
  update: string[];
  remove: string[];
}

/** Only those of this app are shown to it; many more than there are topics are not ours to have. */
const list = `query WebhookSubscriptions($after: String) {
  webhookSubscriptions(first: 100, after: $after) {
    nodes { id topic uri format }
    pageInfo { hasNextPage endCursor }
  }
}`;
const create = `mutation WebhookSubscriptionCreate($topic: WebhookSubscriptionTopic!, $uri: String!) {
  webhookSubscriptionCreate(topic: $topic, webhookSubscription: { uri: $uri, format: JSON }) {
    userErrors { message }
  }
}`;
const update = `mutation WebhookSubscriptionUpdate($id: ID!, $uri: String!) {
  webhookSubscriptionUpdate(id: $id, webhookSubscription: { uri: $uri, format: JSON }) {
    userErrors { message }
  }
}`;
const remove = `mutation WebhookSubscriptionDelete($id: ID!) {
  webhookSubscriptionDelete(id: $id) {
    userErrors { message }
  }
}`;

interface Listed {
  webhookSubscriptions: {
    nodes: Subscription[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
type Changed = Record<string, { userErrors: { message: string }[] } | null>;

/** The webhook subscriptions of stores: Shopify deletes those whose deliveries fail for some hours. */
@Injectable()
export class ShopifySubscriptions {
  constructor(
    private readonly admin: ShopifyAdmin,
    private readonly library: ShopifyLibrary,
  ) {}

  /**
   * Leaves one subscription for each topic, to us.
   * @throws ShopifyUnavailable, ShopifyAccessLost, ShopifyRefused
   */
  async repair(storeId: string, signal?: AbortSignal): Promise<void> {
    try {
      await this.repairOnce(storeId, signal);
    } catch (error) {
      // Somebody else may have been at it: what is right now needs no repair.
      if (!(error instanceof ShopifyRefused)) throw error;
      await this.repairOnce(storeId, signal);
    }
  }

  private async repairOnce(storeId: string, signal?: AbortSignal): Promise<void> {
    const uri = this.library.webhooksUrl;
    const repair = repairOf(await this.all(storeId, signal), uri);
    const run = async (document: string, variables: Record<string, string>) => {
      const changed = await this.admin.query<Changed>(storeId, document, variables, { signal });
      const messages = Object.values(changed).flatMap((answer) => answer?.userErrors ?? []);
      if (messages.length > 0) throw new ShopifyRefused(messages.map(({ message }) => message));
    };
    for (const id of repair.remove) await run(remove, { id });
    for (const id of repair.update) await run(update, { id, uri });
    for (const topic of repair.create) await run(create, { topic, uri });
  }

  private async all(storeId: string, signal?: AbortSignal): Promise<Subscription[]> {
    const found: Subscription[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Listed = await this.admin.query<Listed>(storeId, list, { after }, { signal });
      const { nodes, pageInfo } = page.webhookSubscriptions;
      found.push(...nodes);
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage && pageInfo.endCursor !== null];
    }
    return found;
  }
}

/** What is to be done so that each topic has one subscription, by JSON to this URI. */
export function repairOf(found: readonly Subscription[], uri: string): Repair {
  const isRight = (one: Subscription) => one.uri === uri && one.format === 'JSON';
  const kept = webhookTopics.map((topic) => {
    const those = found.filter((one) => one.topic === topic);
    return { topic, keeps: those.find(isRight) ?? those[0] };
  });
  return {
    create: kept.filter(({ keeps }) => !keeps).map(({ topic }) => topic),
    update: kept.flatMap(({ keeps }) => (keeps && !isRight(keeps) ? [keeps.id] : [])),
    remove: found.filter((one) => !kept.some(({ keeps }) => keeps === one)).map(({ id }) => id),
  };
}
