import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { clientScope } from '../../../../common/scope.js';
import { shorten } from '../../../../common/schemas/tidy-text.js';
import { Database } from '../../../../database/database.js';
import { normaliseContent } from '../../../../order-fields/normalise-content.js';
import { MAX_LENGTH } from '../../../../order-fields/limits.js';
import { DraftsService, type OrderingClient } from '../../../orders/drafts/drafts.service.js';
import { toContentRow, type WrittenRow } from '../../../orders/order-row.js';
import type { ShopifyStore } from '../shopify-store.entity.js';
import {
  erasedDetail,
  idTakenDetail,
  notShippable,
  redactedDetail,
  type ImportedItem,
} from './import-outcomes.js';
import { draftOf, type DraftMade } from './order-draft.js';
import { ShopifyOrderReader } from './shopify-order-reader.js';
import { ShopifyReferences, type ImportedOrder } from './shopify-references.js';
import { whyNotShippable } from './shippable.js';
import type { ShopifyOrderData } from './shopify-order.js';

export type TakenItem = Omit<ImportedItem, 'input' | 'shopifyOrderId' | 'name'> & {
  shopifyOrderId: string;
  name: string;
};

/** A draft about to be made. */
interface Candidate {
  id: string;
  order: ShopifyOrderData;
  made: DraftMade;
}

type Store = Pick<ShopifyStore, 'id' | 'organizationId' | 'clientId' | 'shop' | 'scopes'>;

/** Makes drafts of a store’s orders, each once. */
@Injectable()
export class DraftTakeover {
  constructor(
    private readonly db: Database,
    private readonly drafts: DraftsService,
    private readonly reader: ShopifyOrderReader,
    private readonly references: ShopifyReferences,
  ) {}

  /**
   * Makes drafts of those that can be delivered and are none yet, in the client’s transaction. The references are
   * written with them, so that of two that race one makes the draft and the other learns of it.
   * @throws Problem `order_upload_not_allowed`
   */
  async take(em: EntityManager, store: Store, orders: readonly ShopifyOrderData[]): Promise<TakenItem[]> {
    const client = await this.drafts.uploadingClientOf(em);
    const items = new Map<string, TakenItem>();
    const tell = (
      { legacyResourceId, name }: ShopifyOrderData,
      rest: Pick<TakenItem, 'outcome' | 'orderId' | 'detail'>,
    ) => items.set(legacyResourceId, { shopifyOrderId: legacyResourceId, name, ...rest });
    const known = await this.references.importedOf(
      em,
      store.shop,
      orders.map(({ legacyResourceId }) => legacyResourceId),
    );
    const candidates: Candidate[] = [];
    for (const order of new Map(orders.map((one) => [one.legacyResourceId, one])).values()) {
      const imported = known.get(order.legacyResourceId);
      const reason = whyNotShippable(order, store.scopes);
      if (imported) tell(order, alreadyImported(imported));
      else if (reason) tell(order, { outcome: 'not_shippable', orderId: null, detail: notShippable(reason) });
      else candidates.push({ id: uuidv7(), order, made: draftOf(order, store.shop) });
    }
    const ours = await this.claim(em, store, client, candidates);
    const made = await this.insert(em, store, client, ours);
    await this.references.release(
      em,
      ours.filter(({ id }) => !made.has(id)).map(({ id }) => id),
    );
    const claimed = new Set(ours);
    for (const candidate of candidates) {
      if (made.has(candidate.id)) tell(candidate.order, madeItem(candidate, client));
      else if (claimed.has(candidate)) tell(candidate.order, await this.takenElsewhere(em, candidate));
    }
    await this.tellLost(
      em,
      store,
      candidates.filter((one) => !claimed.has(one)),
      tell,
    );
    return orders.map(({ legacyResourceId }) => items.get(legacyResourceId)!);
  }

  /**
   * Takes one order over for its client, as automatic import does; null where the client may not upload orders, or the
   * store does not show us the order.
   * @throws ShopifyUnavailable, ShopifyAccessLost, ShopifyRefused
   */
  async takeById(store: Store, shopifyOrderId: string): Promise<TakenItem | null> {
    const order = (await this.reader.byIds(store.id, [shopifyOrderId])).get(shopifyOrderId);
    if (!order) return null;
    return this.db.as(clientScope(store), async (em) => {
      if (!(await this.drafts.clientOf(em)).allowOrderUpload) return null;
      const [item] = await this.take(em, store, [order]);
      return item!;
    });
  }

  /** Those of whose orders nobody else makes drafts. In one order, so that two that race wait and never deadlock. */
  private async claim(
    em: EntityManager,
    store: Store,
    client: OrderingClient,
    candidates: readonly Candidate[],
  ): Promise<Candidate[]> {
    const claimed = await this.references.claim(
      em,
      store,
      candidates.map(({ id, order, made }) => ({
        orderId: id,
        shopifyOrderId: order.legacyResourceId,
        said: rowOf(made, client),
      })),
    );
    return candidates.filter(({ id }) => claimed.has(id));
  }

  /** Ids of the drafts that were made. One whose name another order of a store has is named after its store too, or by its id. */
  private async insert(
    em: EntityManager,
    store: Store,
    client: OrderingClient,
    candidates: readonly Candidate[],
  ): Promise<Set<string>> {
    const insert = async (some: readonly Candidate[]) =>
      (
        await this.drafts.insert(
          em,
          client,
          some.map(({ id, made: { content } }) => ({ id, content, source: 'shopify' as const })),
        )
      ).filter((row) => row !== null);
    const made = new Set((await insert(candidates)).map(({ id }) => id));
    const isLeft = ({ id }: Candidate) => !made.has(id);
    const named = candidates.filter(isLeft).map((one) => one.made.content.externalId!);
    if (named.length === 0) return made;
    const ofStores = await this.references.namesOfStores(em, named);
    const twins = candidates.filter((one) => isLeft(one) && ofStores.has(one.made.content.externalId!));
    const handle = store.shop.replace(/\.myshopify\.com$/, '');
    for (const apart of [() => handle, ({ order }: Candidate) => order.legacyResourceId])
      for (const { id } of await insert(twins.filter(isLeft).map((one) => renamed(one, apart(one)))))
        made.add(id);
    return made;
  }

  /** The order that has the Id was not made from a store: whether it is the same one, nobody but its client knows. */
  private async takenElsewhere(em: EntityManager, { made: { content } }: Candidate) {
    const orderId = await this.references.orderNamed(em, content.externalId!);
    return { outcome: 'id_taken' as const, orderId, detail: idTakenDetail(content.externalId!) };
  }

  private async tellLost(
    em: EntityManager,
    store: Store,
    lost: readonly Candidate[],
    tell: (order: ShopifyOrderData, rest: Pick<TakenItem, 'outcome' | 'orderId' | 'detail'>) => unknown,
  ): Promise<void> {
    if (lost.length === 0) return;
    const known = await this.references.importedOf(
      em,
      store.shop,
      lost.map(({ order }) => order.legacyResourceId),
    );
    for (const { order } of lost) tell(order, alreadyImported(known.get(order.legacyResourceId)));
  }
}

const alreadyImported = (imported?: ImportedOrder) => ({
  outcome: 'already_imported' as const,
  orderId: imported?.orderId ?? null,
  detail: imported?.isErased ? erasedDetail(imported.isDraft) : null,
});

/** The same draft with another Id. */
function renamed(one: Candidate, apart: string): Candidate {
  const { content } = one.made;
  const added = ` (${apart})`;
  const externalId = shorten(content.externalId!, MAX_LENGTH.externalId - added.length) + added;
  return { ...one, made: { ...one.made, content: { ...content, externalId } } };
}

function madeItem({ id, made }: Candidate, client: OrderingClient) {
  const doubts = normaliseContent(made.content, client).warnings.map(({ detail }) => detail);
  const said = [...(made.isRedacted ? [redactedDetail] : []), ...made.warnings, ...doubts];
  return {
    outcome: made.isRedacted ? ('redacted' as const) : ('imported' as const),
    orderId: id,
    detail: said.length > 0 ? shorten(said.join(' '), 1_000) : null,
  };
}

/** What the store says, by the columns of orders. */
export const rowOf = ({ content }: DraftMade, client: OrderingClient): WrittenRow =>
  toContentRow(normaliseContent(content, client).content);
