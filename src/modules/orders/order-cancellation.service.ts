import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { currentContext, runInContext, systemActor } from '../../common/http/request-context.js';
import { filterScopeOf, rowsOf } from '../../database/database.js';
import { Statement } from '../../database/sql/statement.js';
import { EventLog } from '../events/event-log.js';
import type { OrderStatus } from './order-status.js';
import { endOf, isWithdrawable, mayStart } from './order-status-sql.js';

/** Why an order ends in its store. */
export interface StoreCancellation {
  /** The store's domain. */
  shop: string;
  /** In plain words, where the store gave a reason. */
  reason?: string;
}

/**
 * What became of an order: `marked` where it stays as it was, `unchanged` where it is marked already, or there is
 * none.
 */
export type CancellationEnd = 'withdrawn' | 'marked' | 'unchanged';

interface Cancelled {
  organizationId: string;
  clientId: string | null;
  before: OrderStatus;
  after: OrderStatus;
}

/** What becomes of an order that the store it came from cancels. */
@Injectable()
export class OrderCancellation {
  constructor(private readonly events: EventLog) {}

  /**
   * Marks an order as cancelled by its store, and takes it back from the dispatchers while it is on no route. From
   * there on both sides decide themselves what to do. A repeated call does nothing. Should a dispatcher put the order
   * on a route at the same moment, exactly one of both succeeds.
   */
  async cancelByStore(
    em: EntityManager,
    orderId: string,
    { shop, reason }: StoreCancellation,
  ): Promise<CancellationEnd> {
    const order = await markOrder(em, orderId);
    if (!order) return 'unchanged';
    const { organizationId, clientId, before, after } = order;
    const about = { organizationId, clientId, orderId };
    const isWithdrawn = before !== after;
    await runInContext({ ...currentContext()!, actor: systemActor }, async () => {
      if (isWithdrawn)
        await this.events.append(em, { ...about, type: 'order.withdrawn', data: { status: after } });
      await this.events.append(em, {
        ...about,
        type: 'order.store_cancelled',
        // Dispatchers know nothing of drafts, but for those that they had.
        audience: before === 'draft' ? 'client' : 'both',
        data: { provider: 'shopify', shop, ...(reason !== undefined && { reason }) },
      });
    });
    return isWithdrawn ? 'withdrawn' : 'marked';
  }
}

/** Locked first, so that the state before is the one that was changed. */
async function markOrder(em: EntityManager, id: string): Promise<Cancelled | undefined> {
  const statement = new Statement();
  const own = statement.tenant(filterScopeOf(em), 'o');
  const withdrawn = `(${mayStart('withdraw')} and ${isWithdrawable})`;
  const text = `
    with picked as materialized (
      select o.id, o.status from orders o where ${own} and o.id = ${statement.bind(id)} for update of o
    ), done as (
      update orders o
         set status = case when ${withdrawn} then ${endOf('withdraw')} else o.status end,
             submitted_at = case when not ${withdrawn} then o.submitted_at end,
             store_cancelled_at = now(), updated_at = now(), version = version + 1
       where ${own} and o.id = any(array(select p.id from picked p)) and o.store_cancelled_at is null
      returning o.id, o.status, o.organization_id, o.client_id
    )
    select done.organization_id as "organizationId", done.client_id as "clientId", p.status as before,
           done.status as after
      from done join picked p on p.id = done.id`;
  const [row] = await rowsOf<Cancelled>(em, text, statement.values);
  return row;
}
