import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { ListPages } from '../../../../common/cursor.js';
import { notFound, problem } from '../../../../common/problems/problems.js';
import { Database, filterScopeOf, rowsOf } from '../../../../database/database.js';
import { Statement } from '../../../../database/sql/statement.js';
import { callingClient } from '../../../../database/tenancy/caller-scope.js';
import type { Scope } from '../../../../database/tenancy/tenancy.js';
import { TenantReads } from '../../../../database/tenancy/tenant-reads.js';
import { ageOf, byAge, newestFirstSql, olderThanSql } from '../../../../database/sql/newest-first.js';
import { Jobs } from '../../../../jobs/jobs.js';
import type { OrderStatus } from '../../../orders/order-status.js';
import {
  toFulfillment,
  type FulfillmentDto,
  type FulfillmentQuery,
  type FulfillmentRow,
} from './fulfillments.dto.js';
import { beginAgainSql } from './ledger-sql.js';

type Filters = Omit<FulfillmentQuery, 'limit' | 'cursor'>;

const pages = new ListPages('shopify-fulfillments', byAge);

/** What a client sees of its orders' way back to their stores, and how it asks for it. */
@Injectable()
export class FulfillmentsService {
  constructor(
    private readonly db: Database,
    private readonly reads: TenantReads,
    private readonly jobs: Jobs,
  ) {}

  /** Newest first. */
  async listFulfillments({ limit, cursor, ...filters }: FulfillmentQuery) {
    const after = pages.decode(cursor, filters);
    const rows = await this.reads.rows<FulfillmentRow>((statement, scope) => {
      const conditions = conditionsOf(statement, scope, filters);
      if (after) conditions.push(olderThanSql(statement, 'f', after));
      return { text: select(conditions, `${newestFirstSql('f')} limit ${statement.bind(limit + 1)}`) };
    });
    return pages.page(rows, limit, filters, ageOf, toFulfillment);
  }

  /**
   * Has a delivered order marked as fulfilled in its store now, whether that failed before, or was not wanted then.
   * @throws Problem `not_found`, `order_not_fulfillable`, `shopify_not_connected`
   */
  async fulfil(orderId: string): Promise<FulfillmentDto> {
    const { organizationId, clientId } = callingClient();
    return this.db.transaction(async (em) => {
      const { status, shop, isConnected } = await sourceOf(em, orderId);
      if (shop === null) throw problem('order_not_fulfillable', 'This order came from no store.');
      if (status !== 'delivered')
        throw problem('order_not_fulfillable', 'This order has not been delivered; wait until it is.');
      if (!isConnected)
        throw problem('shopify_not_connected', `${shop} is not connected any more. Connect it again first.`);
      await rowsOf(em, beginAgainSql, [organizationId, clientId, orderId, uuidv7(), shop]);
      const turn = { tenant: orderId, team: clientId, organizationId };
      await this.jobs.enqueue(em, 'shopify.report', { orderId, what: 'fulfil' }, turn);
      const statement = new Statement();
      const text = select([
        statement.tenant(filterScopeOf(em), 'f'),
        `f.order_id = ${statement.bind(orderId)}`,
      ]);
      const [row] = await rowsOf<FulfillmentRow>(em, text, statement.values);
      return toFulfillment(row!);
    });
  }
}

function conditionsOf(statement: Statement, scope: Scope, { state, shop }: Filters): string[] {
  return [
    statement.tenant(scope, 'f'),
    ...(state ? [`f.state = any(${statement.bind(state)})`] : []),
    ...(shop ? [`f.shop = lower(${statement.bind(shop)})`] : []),
  ];
}

const ofFulfillment = `f.organization_id, f.client_id, f.order_id, f.id, f.shop, f.state, f.failure, f.reason, f.notified,
  f.fulfilled_at, f.updated_at, f.created_at`;

/** The page is cut before it is joined: orders are then looked up one by one. */
const select = (conditions: readonly string[], page = '') => `
  select f.id, f.order_id as "orderId", o.external_id as "externalId", f.shop, f.state, f.failure, f.reason, f.notified,
         f.fulfilled_at as "fulfilledAt", f.updated_at as "updatedAt", f.created_at as "createdAt"
    from (select ${ofFulfillment} from shopify_order_fulfillments f where ${conditions.join(' and ')} ${page}) f
    join orders o on o.organization_id = f.organization_id and o.id = f.order_id and o.client_id = f.client_id ${page && newestFirstSql('f')}`;

interface Source {
  status: OrderStatus;
  shop: string | null;
  isConnected: boolean;
}

/** Where an order came from. @throws Problem `not_found` */
async function sourceOf(em: EntityManager, orderId: string): Promise<Source> {
  const statement = new Statement();
  const text = `
    select o.status, r.shop, s.id is not null as "isConnected"
      from orders o
      left join shopify_orders r
        on r.organization_id = o.organization_id and r.order_id = o.id and r.client_id = o.client_id
      left join shopify_stores s
        on s.organization_id = o.organization_id and s.shop = r.shop and s.client_id = o.client_id
       and s.disconnected_at is null
     where ${statement.tenant(filterScopeOf(em), 'o')} and o.id = ${statement.bind(orderId)}`;
  const [source] = await rowsOf<Source>(em, text, statement.values);
  if (!source) throw notFound();
  return source;
}
