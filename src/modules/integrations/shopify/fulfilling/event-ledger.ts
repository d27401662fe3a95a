import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { clientScope } from '../../../../common/scope.js';
import { Database, rowsOf } from '../../../../database/database.js';
import type { Delivery } from './delivery.js';
import type { EventState, TrackedStatus } from './fulfillment-states.js';
import type { EventToTell } from './fulfilment-store.js';

export interface KnownEvent {
  fulfillmentId: string;
  status: TrackedStatus;
  happenedAt: Date;
  estimatedDeliveryAt: Date | null;
  state: EventState;
}

interface KnownRow extends Omit<KnownEvent, 'happenedAt' | 'estimatedDeliveryAt'> {
  happenedAt: string;
  estimatedDeliveryAt: string | null;
}

/** Values: organization and order. The latest first. */
const knownSql = `
  select fulfillment_id as "fulfillmentId", status, happened_at as "happenedAt",
         estimated_delivery_at as "estimatedDeliveryAt", state
    from shopify_fulfillment_events
   where organization_id = $1 and order_id = $2 order by happened_at desc, id desc`;

/** Values: organization, client, order, row id, fulfilment, status, when, expected when, state, reason. */
const putSql = `
  insert into shopify_fulfillment_events
    (organization_id, client_id, order_id, id, fulfillment_id, status, happened_at, estimated_delivery_at, state, reason,
     created_at, ended_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9::varchar, $10, now(), case when $9 <> 'intended' then now() end)
  on conflict (order_id, fulfillment_id, status, happened_at, organization_id) do update
     set state = excluded.state, reason = excluded.reason, ended_at = excluded.ended_at`;

/** Writes down what fulfilments are told, before and after, each in a transaction of its own. */
@Injectable()
export class EventLedger {
  constructor(private readonly db: Database) {}

  /** All events of an order, the latest first. */
  async known(delivery: Delivery): Promise<KnownEvent[]> {
    const rows = await this.db.as(clientScope(delivery), (em) =>
      rowsOf<KnownRow>(em, knownSql, [delivery.organizationId, delivery.orderId]),
    );
    return rows.map((row) => ({
      ...row,
      happenedAt: new Date(row.happenedAt),
      estimatedDeliveryAt: row.estimatedDeliveryAt === null ? null : new Date(row.estimatedDeliveryAt),
    }));
  }

  async put(delivery: Delivery, event: EventToTell, state: EventState, reason?: string): Promise<void> {
    const { organizationId, clientId, orderId } = delivery;
    const { fulfillmentId, status, happenedAt, estimatedDeliveryAt } = event;
    const values = [organizationId, clientId, orderId, uuidv7(), fulfillmentId, status];
    const moments = [happenedAt.toISOString(), estimatedDeliveryAt?.toISOString() ?? null];
    await this.db.as(clientScope(delivery), (em) =>
      rowsOf(em, putSql, [...values, ...moments, state, reason?.slice(0, 500) ?? null]),
    );
  }
}
