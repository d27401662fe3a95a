import { Injectable } from '@nestjs/common';
import { SystemSql } from '../../../../database/tenancy/system-sql.js';
import type { OrderStatus } from '../../../orders/order-status.js';
import { printTrackingCode } from '../../../orders/tracking-code.js';
import { TrackingLinks } from '../../../orders/tracking-links.js';

interface DeliveryRow {
  orderId: string;
  organizationId: string;
  clientId: string;
  status: OrderStatus;
  attemptedAt: Date | null;
  outForDeliveryAt: Date | null;
  etaAt: Date | null;
  trackingCode: string;
  since: Date;
  company: string;
  shop: string;
  shopifyOrderId: string;
  storeId: string | null;
  scopes: string[] | null;
  autoFulfill: boolean | null;
  notifyCustomer: boolean | null;
  attemptState: string | null;
  attemptMadeAt: Date | null;
}

/** An order that came from a store, as far as its store has to hear of it. */
export interface Delivery extends Omit<
  DeliveryRow,
  'trackingCode' | 'scopes' | 'autoFulfill' | 'notifyCustomer' | 'attemptState' | 'attemptMadeAt'
> {
  /** Of the store that is connected; none where it is not. */
  scopes: readonly string[];
  /** Whether its client wants the store to hear of deliveries. */
  isWanted: boolean;
  notifyCustomer: boolean;
  trackingNumber: string;
  trackingUrl: string;
  /** The attempt that is reported. */
  attempt: { state: string; at: Date } | null;
}

/** An order that was moved to another client is no affair of the store's any more. */
const deliverySql = `
  select o.id as "orderId", o.organization_id as "organizationId", o.client_id as "clientId", o.status,
         o.attempted_at as "attemptedAt", o.out_for_delivery_at as "outForDeliveryAt", o.eta_at as "etaAt",
         o.tracking_code as "trackingCode", o.created_at as since, g.name as company,
         r.shop, r.shopify_order_id as "shopifyOrderId", s.id as "storeId", s.scopes,
         s.auto_fulfill as "autoFulfill", s.notify_customer as "notifyCustomer",
         a.state as "attemptState", a.attempted_at as "attemptMadeAt"
    from orders o
    join shopify_orders r
      on r.organization_id = o.organization_id and r.order_id = o.id and r.client_id = o.client_id
    join organizations g on g.id = o.organization_id
    join clients c on c.organization_id = o.organization_id and c.id = o.client_id
    left join shopify_stores s
      on s.organization_id = o.organization_id and s.shop = r.shop and s.client_id = o.client_id
     and s.disconnected_at is null and c.status <> 'archived'
    left join attempts a on a.id = $2 and a.organization_id = o.organization_id and a.order_id = o.id
   where o.id = $1`;

/** Reads what a report is about, as it is now. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly sql: SystemSql,
    private readonly links: TrackingLinks,
  ) {}

  /** Null where the order came from no store, or is gone. */
  async read(orderId: string, attemptId?: string): Promise<Delivery | null> {
    const values = [orderId, attemptId ?? null];
    const [row] = await this.sql.query<DeliveryRow & Record<string, unknown>>(
      'shopify_delivery',
      deliverySql,
      values,
    );
    if (!row) return null;
    const { trackingCode, scopes, autoFulfill, notifyCustomer, attemptState, attemptMadeAt, ...same } = row;
    return {
      ...same,
      scopes: scopes ?? [],
      isWanted: autoFulfill === true,
      notifyCustomer: notifyCustomer === true,
      trackingNumber: printTrackingCode(trackingCode),
      trackingUrl: this.links.urlOf(orderId),
      attempt: attemptState && attemptMadeAt ? { state: attemptState, at: attemptMadeAt } : null,
    };
  }
}
