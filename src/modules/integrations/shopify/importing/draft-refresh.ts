import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import { clientScope } from '../../../../common/scope.js';
import { currentContext, runInContext, systemActor } from '../../../../common/http/request-context.js';
import { Database } from '../../../../database/database.js';
import { EventLog } from '../../../events/event-log.js';
import { DraftsService, type RevisedOrder } from '../../../orders/drafts/drafts.service.js';
import { writtenFields, type WrittenRow } from '../../../orders/order-row.js';
import { isUnderWay, type OrderStatus } from '../../../orders/order-status.js';
import type { ShopifyStore } from '../shopify-store.entity.js';
import { rowOf } from './draft-takeover.js';
import { columnsOfStores, mergedDraft } from './merged-draft.js';
import { draftOf } from './order-draft.js';
import { ShopifyOrderReader, type ReadOptions } from './shopify-order-reader.js';
import { ShopifyReferences, type Reference } from './shopify-references.js';
import { whyNotShippable, type NotShippableReason } from './shippable.js';

type Store = Pick<ShopifyStore, 'id' | 'organizationId' | 'clientId' | 'shop' | 'scopes'>;

/**
 * What became of it: `told` where the order stays as it is and people were told how its store differs; of one that the
 * store cancelled, and of one that is none here, nothing.
 */
export type RefreshEnd = 'updated' | 'told' | 'unchanged' | 'cancelled' | 'unknown';

/** Reasons why nothing of an order is left for us to bring. */
const isNothingLeft = (reason: NotShippableReason | null) => reason !== null && reason !== 'scope_missing';

/** How an order differs from what its store says. */
interface Difference {
  fields: string[];
  nothingLeft: boolean;
  /** What makes it another difference than the one before. */
  hash: string;
}

/** Follows what stores change of orders that were taken over. */
@Injectable()
export class DraftRefresh {
  constructor(
    private readonly db: Database,
    private readonly drafts: DraftsService,
    private readonly reader: ShopifyOrderReader,
    private readonly references: ShopifyReferences,
    private readonly events: EventLog,
  ) {}

  /**
   * Brings a draft up to what the store says of its order now. What people changed is kept, the address as a whole, and
   * so is an order that was handed over: then its client, and whoever it was handed to, are told once of each change.
   * @throws ShopifyUnavailable, ShopifyAccessLost, ShopifyRefused
   */
  async refresh(store: Store, shopifyOrderId: string, options: ReadOptions = {}): Promise<RefreshEnd> {
    const known = await this.db.as(clientScope(store), (em) =>
      this.references.orderOf(em, store.shop, shopifyOrderId),
    );
    if (known === null) return 'unknown';
    const order = (await this.reader.byIds(store.id, [shopifyOrderId], options)).get(shopifyOrderId);
    if (!order) return 'unchanged';
    const reason = whyNotShippable(order, store.scopes);
    if (reason === 'cancelled') return 'cancelled';
    return this.db.as(clientScope(store), async (em) => {
      const reference = await this.references.lock(em, store.shop, shopifyOrderId);
      if (!reference?.said) return 'unchanged';
      const { said } = reference;
      // What is left of an order that was sent is nothing: the draft keeps what it was about.
      const says = reason ? null : rowOf(draftOf(order, store.shop), await this.drafts.clientOf(em));
      const revised = await this.drafts.revise(em, reference.orderId, (stored) =>
        says ? mergedDraft(stored, said, says) : stored,
      );
      if (!revised) return 'unchanged';
      if (says && revised.status === 'draft') await this.references.keep(em, reference.id, says);
      const difference = differenceOf(said, says, revised, isNothingLeft(reason));
      const isTold = await this.tell(em, store, reference, revised.status, difference);
      if (revised.isChanged) return 'updated';
      return isTold ? 'told' : 'unchanged';
    });
  }

  /** Whether there was something to tell that had not been told. */
  private async tell(
    em: EntityManager,
    { organizationId, clientId, shop }: Store,
    { id, orderId, toldHash }: Reference,
    status: OrderStatus,
    difference: Difference | null,
  ): Promise<boolean> {
    const hash = difference?.hash ?? null;
    if (!isUnderWay(status) || hash === toldHash) return false;
    await this.references.told(em, id, hash);
    if (!difference) return false;
    const { fields, nothingLeft } = difference;
    await runInContext({ ...currentContext()!, actor: systemActor }, () =>
      this.events.append(em, {
        type: 'order.store_changed',
        organizationId,
        clientId,
        orderId,
        // Dispatchers know nothing of drafts.
        audience: status === 'draft' ? 'client' : 'both',
        data: { provider: 'shopify', shop, fields, nothingLeft },
      }),
    );
    return true;
  }
}

/** What the store changed since it was taken over, and the order has not. */
function differenceOf(
  said: Partial<WrittenRow>,
  says: WrittenRow | null,
  { content }: RevisedOrder,
  nothingLeft: boolean,
): Difference | null {
  const plain = says && (JSON.parse(JSON.stringify(says)) as WrittenRow);
  const columns = columnsOfStores.filter(
    (column) =>
      plain &&
      column in said &&
      !isDeepStrictEqual(plain[column], said[column]) &&
      !isDeepStrictEqual(plain[column], content[column]),
  );
  if (columns.length === 0 && !nothingLeft) return null;
  const text = JSON.stringify([nothingLeft, columns.map((column) => [column, plain?.[column]])]);
  return {
    fields: columns.map((column) => writtenFields[column]),
    nothingLeft,
    hash: createHash('sha256').update(text).digest('hex'),
  };
}
